// @ts-check
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * A copy of the extension that has no `main`: with a server behind the page, VS Code runs an extension that has one in
 * Node, whatever it is told. What remains runs in a web worker, the test module too.
 * @param {string} extension
 * @param {string} tests a test module inside of `extension`
 */
export function stageWebExtension(extension, tests) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'galley-web-'));
  const { main: _, ...manifest } = JSON.parse(fs.readFileSync(path.join(extension, 'package.json'), 'utf8'));
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  const parts = [
    ...fs.readdirSync(extension).filter(file => /^package\.nls.*\.json$/.test(file)),
    ...[
      'l10n',
      'media',
      'schemas',
      'syntaxes',
      'dist/preview',
      manifest.browser,
      path.relative(extension, tests),
    ],
  ];
  for (const part of parts) {
    const from = path.join(extension, part);
    if (fs.existsSync(from)) fs.cpSync(from, path.join(folder, part), { recursive: true });
  }
  return {
    extension: folder,
    tests: path.join(folder, path.relative(extension, tests)),
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * A copy of a site, for tests to write into.
 * @param {string} site
 */
export function copySite(site) {
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'galley-site-'));
  const folder = path.join(parent, path.basename(site));
  fs.cpSync(site, folder, { recursive: true });
  return { folder, remove: () => fs.rmSync(parent, { recursive: true, force: true }) };
}
