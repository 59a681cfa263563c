// From the change event in the extension host to the changed page, in real VS Code: Galley's preview against VS Code's own, in one window.
//   node bench/preview.mjs [--rounds 15] [--kilobytes 100]
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { copySite } from '../test/host/stage.mjs';
import { openVSCode } from '../test/host/vscode.mjs';
import { report } from './support.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '15' }, kilobytes: { type: 'string', default: '100' } },
});
const root = path.resolve(import.meta.dirname, '..');
const site = copySite(path.join(root, 'samples/site'));
const article = 'content/post/long.md';
fs.writeFileSync(path.join(site.folder, article), articleOf(Number(values.kilobytes) * 1024));
let changedAt = 0;
const vscode = await openVSCode({
  tests: path.join(import.meta.dirname, 'change-times.cjs'),
  onLog: line => (changedAt = Number(/changed at ([\d.]+)/.exec(line)?.[1] ?? changedAt)),
  site: site.folder,
  extension: root,
  file: article,
  settings: { 'editor.wordWrap': 'on' },
});
const { page } = vscode;
try {
  await page.waitForSelector('.editor-instance .view-lines', { timeout: 60_000 });
  const galley = await measure(
    'Galley: Open Preview to the Side',
    `document.querySelector('[data-galley-content]')`,
  );
  const own = await measure('Markdown: Open Preview to the Side', `document.querySelector('.markdown-body')`);
  report(`change event to page, ${values.kilobytes} KB, median of ${values.rounds}`, {
    'VS Code’s own preview': medianOf(own),
    Galley: medianOf(galley),
  });
  console.log(`  Galley: ${galley.map(Math.round).join(' ')}\n  VS Code: ${own.map(Math.round).join(' ')}`);
} finally {
  await vscode.close();
  site.remove();
}

/** Milliseconds from the change event to the first change of the text in the preview, for each round. */
async function measure(command, content) {
  await page.locator('.editor-instance .view-lines').first().click();
  await vscode.command(command);
  const frame = await frameWith(content);
  await until(frame, `${content}.textContent.length > 1000`);
  await vscode.settled();
  await frame.evaluate(`{
    globalThis.changed = 0;
    new MutationObserver(() => (globalThis.changed ||= performance.timeOrigin + performance.now()))
      .observe(${content}, { subtree: true, childList: true, characterData: true });
  }`);
  await page
    .locator('.editor-instance .view-lines')
    .first()
    .click({ position: { x: 300, y: 200 } });
  await page.keyboard.press('End');
  const times = [];
  for (let round = 0; round < Number(values.rounds) + 2; round++) {
    await page.waitForTimeout(900);
    await frame.evaluate('void (globalThis.changed = 0)');
    await page.keyboard.press('x');
    await until(frame, 'globalThis.changed > 0');
    times.push((await frame.evaluate('globalThis.changed')) - changedAt);
  }
  return times.slice(2);
}

/** The page's policy forbids the evaluation of text that `waitForFunction` does. */
async function until(frame, condition) {
  for (let tries = 0; tries < 1000; tries++) {
    if (await frame.evaluate(condition)) return;
    await page.waitForTimeout(20);
  }
  throw new Error(`not seen: ${condition}`);
}

async function frameWith(content) {
  for (let tries = 0; tries < 150; tries++) {
    for (const frame of page.frames()) {
      if (await frame.evaluate(`!!${content}`).catch(() => false)) return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error('no preview');
}

function medianOf(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
}

function articleOf(size) {
  let text = '---\ntitle: A long article\ndate: 2025-01-01\ntags: [one, two]\n---\n\n';
  for (let i = 0; text.length < size; i++) {
    text += `## Section ${i}\n\n文章的第 ${i} 段，*有*强调和[链接](https://example.org/${i})。${'Some more words of it. '.repeat(12)}\n\n- one\n- two\n- three\n\n`;
  }
  return text;
}
