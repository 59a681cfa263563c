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
