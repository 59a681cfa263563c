// @ts-check
// Takes the pictures of README and walkthrough from the running product: node scripts/pictures.mjs [NAME…]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { node } from './run.mjs';
import { ensureInstalled, root } from './setup.mjs';

/**
 * What a picture shows: the article, what is done in it, the part of the window.
 * @type {Record<string, { open: string, act: (vscode: any) => Promise<void>, clip?: object, locale?: string }>}
 */
const pictures = {
  preview: {
    open: 'content/post/garden-sensors.md',
    act: vscode => vscode.command('Galley: Open Preview to the Side'),
  },
  problem: {
    open: 'content/post/broken-date.md',
    act: async vscode => {
      await vscode.page.locator('.squiggly-error').first().waitFor();
      await goTo(vscode, 3, 10);
      await vscode.page.locator('[class*="codicon-gutter-lightbulb"]').first().click();
      await vscode.page.locator('.action-widget').first().waitFor();
    },
    clip: { x: 352, y: 36, width: 800, height: 480 },
  },
  completion: {
    open: 'content/post/garden-sensors.md',
    act: async vscode => {
      await goTo(vscode, 14, 1);
      await vscode.page.keyboard.press('End');
      await vscode.page.keyboard.press('Enter');
      await vscode.page.keyboard.type('- sh');
      await vscode.page.waitForTimeout(2000);
    },
    clip: { x: 352, y: 36, width: 800, height: 520 },
  },
  publish: {
    open: 'content/post/garden-sensors.md',
    act: async vscode => {
      await vscode.command('Galley: Change the Publish Verdict…');
      // Where it rests, an explanation would open over the picture.
      await vscode.page.mouse.move(700, 800);
    },
    clip: { x: 352, y: 0, width: 700, height: 160 },
  },
  bold: {
    open: 'content/post/broken-bold.md',
    act: vscode => vscode.command('Galley: Open Preview to the Side'),
    clip: { x: 352, y: 36, width: 1048, height: 700 },
  },
};

/** @param {any} vscode @param {number} line @param {number} column */
async function goTo(vscode, line, column) {
  await vscode.page.keyboard.press('Control+G');
  await vscode.page.keyboard.type(`${line}:${column}`);
  await vscode.page.keyboard.press('Enter');
  await vscode.page.waitForTimeout(500);
}

await ensureInstalled();
const { code } = await node(['esbuild.mjs'], text => process.stdout.write(text));
if (code !== 0) process.exit(1);
const { installFonts } = await import('../test/host/install.mjs');
const { openVSCode } = await import('../test/host/vscode.mjs');
await installFonts();
const folder = path.join(root, 'media/pictures');
fs.mkdirSync(folder, { recursive: true });
// What is typed for a picture is saved, in a copy.
const site = fs.mkdtempSync(path.join(os.tmpdir(), 'galley-pictures-'));
const wanted = process.argv.slice(2);
for (const [name, { open, act, clip }] of Object.entries(pictures)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  fs.cpSync(path.join(root, 'samples/site'), site, { recursive: true });
  const vscode = await openVSCode({
    site,
    extension: root,
    version: 'current',
    theme: 'light',
    width: 1400,
    height: 900,
    file: open,
    settings: { 'editor.cursorBlinking': 'solid', 'editor.minimap.enabled': false },
  });
  try {
    await act(vscode);
    await vscode.settled();
    await vscode.page.screenshot({ path: path.join(folder, `${name}.png`), ...(clip ? { clip } : {}) });
    console.log(`media/pictures/${name}.png`);
  } finally {
    await vscode.close();
  }
}
fs.rmSync(site, { recursive: true });
