// @ts-check
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { copySite } from '../host/stage.mjs';
import { openVSCode } from '../host/vscode.mjs';

const root = path.join(import.meta.dirname, '../..');
const POST = 'content/post/pasted.md';
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const GIF = 'R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

describe('paste in VS Code', function () {
  this.timeout(120_000);
  const site = copySite(path.join(root, 'samples/site'));
  const file = path.join(site.folder, POST);
  /** @type {Awaited<ReturnType<typeof openVSCode>> | undefined} */
  let vscode;
  before(async () => {
    fs.writeFileSync(file, '---\ntitle: "粘贴"\ndate: "2025-02-13T08:00:00Z"\nthumbnail: \n---\n\n');
    vscode = await openVSCode({
      site: site.folder,
      extension: root,
      version: 'current',
      theme: 'light',
      width: 1200,
      height: 800,
      settings: { 'galley.paste.html': 'always', 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 200 },
      file: POST,
    });
    await vscode.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await vscode.page.getByText('Published at').first().waitFor();
  });
  after(async () => {
    await vscode?.close();
    site.remove();
  });

  it('makes Markdown of HTML', async () => {
    await paste(['Control+End'], {
      'text/html': '<p>新的<b>“花园”</b>开放</p>',
      'text/plain': '新的“花园”开放',
    });
    await seen(/\n新的“\*\*花园\*\*”开放\s*$/);
  });

  it('makes files of images, for the body and for fields', async () => {
    await paste(['Control+End', 'Enter', 'Enter'], { 'image/png': PIXEL });
    const [, name = ''] = await seen(/!\[\]\(\/img\/([^)]+)\)/);
    const image = path.join(site.folder, 'static/img', name);
    for (let tries = 0; tries < 50 && !fs.existsSync(image); tries++) await pause();
    // Browsers write images of the clipboard anew.
    assert.equal(fs.readFileSync(image).toString('latin1', 1, 4), 'PNG');
    const before = fs.readdirSync(path.join(site.folder, 'static/img'));
    await paste(['Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'End'], { 'image/png': PIXEL });
    await seen(new RegExp(`\nthumbnail: "img/${name}"\n`));
    assert.deepEqual(fs.readdirSync(path.join(site.folder, 'static/img')), before);
  });

  it('makes files of images that are dropped, under their names', async () => {
    const kept = path.join(site.folder, 'static/img');
    await drop({ 'Market Day.png': ['image/png', PIXEL] });
    await seen(/!\[\]\(\/img\/Market%20Day\.png\)/);
    await drop({ '公告.png': ['image/png', PIXEL], 'b.gif': ['image/gif', GIF] });
    await seen(/!\[\]\(\/img\/公告\.png\)\s+!\[\]\(\/img\/b\.gif\)/);
    for (const name of ['Market Day.png', '公告.png', 'b.gif'])
      for (let tries = 0; tries < 50 && !fs.existsSync(path.join(kept, name)); tries++) await pause();
    assert.equal(fs.readFileSync(path.join(kept, 'Market Day.png')).toString('base64'), PIXEL);
    const before = fs.readdirSync(kept);
    await drop({ '公告.png': ['image/png', PIXEL] });
    await seen(/公告\.png[^]*公告\.png/);
    assert.deepEqual(fs.readdirSync(kept), before, 'the same image is kept once');
  });

  /** @param {Record<string, [type: string, base64: string]>} files dropped with Shift behind the last line */
  async function drop(files) {
    assert.ok(vscode);
    const { page } = vscode;
    for (const key of ['Control+End', 'Enter', 'Enter']) await page.keyboard.press(key);
    await page.evaluate(dropped, files);
  }

  /**
   * @param {string[]} keys pressed before
   * @param {Record<string, string>} entries of the clipboard by type; images in base64
   */
  async function paste(keys, entries) {
    assert.ok(vscode);
    const { page } = vscode;
    await page.evaluate(write, entries);
    for (const key of [...keys, 'Control+v']) await page.keyboard.press(key);
  }

  /** @param {RegExp} wanted in the saved article @returns {Promise<RegExpExecArray>} */
  async function seen(wanted) {
    for (let tries = 0; tries < 100; tries++) {
      const found = wanted.exec(fs.readFileSync(file, 'utf8'));
      if (found) return found;
      await pause();
    }
    assert.match(fs.readFileSync(file, 'utf8'), wanted);
    throw new Error('not reached');
  }
});

const pause = () => new Promise(done => setTimeout(done, 100));

/** Runs in the page. @param {Record<string, string>} entries */
async function write(entries) {
  const page = /** @type {any} */ (globalThis);
  const blobs = Object.entries(entries).map(([type, value]) => {
    const data = type.startsWith('image/')
      ? Uint8Array.from(page.atob(value), (/** @type {string} */ byte) => byte.charCodeAt(0))
      : value;
    return [type, new page.Blob([data], { type })];
  });
  await page.navigator.clipboard.write([new page.ClipboardItem(Object.fromEntries(blobs))]);
}

/** Runs in the page. @param {Record<string, [type: string, base64: string]>} files */
function dropped(files) {
  const page = /** @type {any} */ (globalThis);
  const lines = Array.from(page.document.querySelectorAll('.monaco-editor .view-lines .view-line'));
  const boxes = lines.map(line => line.getBoundingClientRect());
  const last = boxes.reduce((lowest, box) => (box.top > lowest.top ? box : lowest));
  const dataTransfer = new page.DataTransfer();
  for (const [name, [type, base64]] of Object.entries(files)) {
    const bytes = Uint8Array.from(page.atob(base64), (/** @type {string} */ byte) => byte.charCodeAt(0));
    dataTransfer.items.add(new page.File([bytes], name, { type }));
  }
  const at = { clientX: last.left + 2, clientY: last.top + last.height / 2, shiftKey: true };
  const target = page.document.elementFromPoint(at.clientX, at.clientY);
  for (const type of ['dragenter', 'dragover', 'drop'])
    target.dispatchEvent(new page.DragEvent(type, { ...at, dataTransfer, bubbles: true, cancelable: true }));
}
