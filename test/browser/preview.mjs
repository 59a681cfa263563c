// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { copySite, stageWebExtension } from '../host/stage.mjs';
import { openVSCode } from '../host/vscode.mjs';

const root = path.join(import.meta.dirname, '../..');

/**
 * Real VS Code with an article and its preview beside it, in a copy of the sample site.
 * @param {object} options
 * @param {Record<string, string>} options.files written into the site first; the first one is the article
 * @param {Record<string, unknown>} [options.settings]
 * @param {boolean} [options.restricted]
 * @param {boolean} [options.web] in the web extension host
 * @param {import('../host/install.mjs').Version} [options.version]
 */
export async function openPreview({
  files,
  settings = {},
  restricted = false,
  web = false,
  version = 'current',
}) {
  const site = copySite(path.join(root, 'samples/site'));
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(site.folder, file)), { recursive: true });
    fs.writeFileSync(path.join(site.folder, file), text);
  }
  const staged = web ? stageWebExtension(root, path.join(root, 'dist/web.js')) : undefined;
  const [article = ''] = Object.keys(files);
  const vscode = await openVSCode({
    site: site.folder,
    extension: staged?.extension ?? root,
    file: article,
    restricted,
    version,
    settings: { 'editor.wordWrap': 'on', 'editor.minimap.enabled': false, ...settings },
  });
  const { page } = vscode;
  const close = async () => {
    await vscode.close();
    staged?.remove();
    site.remove();
  };
  try {
    await vscode.command('Galley: Open Preview to the Side');
    const frame = await previewFrame(page);
    return { vscode, page, frame, site: site.folder, close, previewFrame: () => previewFrame(page) };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * The frame of the preview that shows something.
 * @param {any} page
 * @param {number} [milliseconds]
 * @returns {Promise<any>}
 */
export async function previewFrame(page, milliseconds) {
  return until(
    'a preview with content',
    async () => {
      for (const frame of page.frames()) {
        const shows = await frame
          .evaluate(`document.querySelector('.galley-view')?.childElementCount > 0`)
          .catch(() => false);
        if (shows) return frame;
      }
      return undefined;
    },
    milliseconds,
  );
}

/**
 * Waits until something is there.
 * @template T
 * @param {string} what
 * @param {() => Promise<T | undefined | false>} look
 * @param {number} [milliseconds]
 * @returns {Promise<T>}
 */
export async function until(what, look, milliseconds = 15_000) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`not seen: ${what}`);
    await new Promise(done => setTimeout(done, 50));
  }
}
