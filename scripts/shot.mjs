// @ts-check
// A picture of Galley in real VS Code.
//   node scripts/shot.mjs --out x.png [--site DIR] [--open FILE] [--commands "A|B"] [--locale zh-CN] [--host oldest]
//     [--width 1400] [--height 900] [--theme light] [--restricted] [--settings JSON] [--until TEXT] [--no-build]
// It is taken when nothing has moved for a second; --until waits for a text first.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { node } from './run.mjs';
import { ensureInstalled, root } from './setup.mjs';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'shot.png' },
    site: { type: 'string', default: path.join(root, 'samples/site') },
    open: { type: 'string' },
    commands: { type: 'string', default: '' },
    locale: { type: 'string' },
    host: { type: 'string', default: 'current' },
    width: { type: 'string', default: '1400' },
    height: { type: 'string', default: '900' },
    theme: { type: 'string', default: 'dark' },
    restricted: { type: 'boolean', default: false },
    until: { type: 'string' },
    settings: { type: 'string', default: '{}' },
    extension: { type: 'string', default: root },
    'no-build': { type: 'boolean', default: false },
  },
});

await ensureInstalled();
if (!values['no-build']) {
  const { code } = await node(['esbuild.mjs'], text => process.stdout.write(text));
  if (code !== 0) process.exit(1);
}
const { installFonts } = await import('../test/host/install.mjs');
const { openVSCode } = await import('../test/host/vscode.mjs');
await installFonts();
const vscode = await openVSCode({
  site: values.site,
  extension: values.extension,
  version: values.host === 'oldest' ? 'oldest' : 'current',
  theme: values.theme === 'light' ? 'light' : 'dark',
  width: Number(values.width),
  height: Number(values.height),
  restricted: values.restricted,
  settings: { 'editor.cursorBlinking': 'solid', ...JSON.parse(values.settings) },
  ...(values.locale ? { locale: values.locale } : {}),
  ...(values.open ? { file: values.open } : {}),
});
try {
  for (const command of values.commands.split('|').filter(Boolean)) await vscode.command(command);
  if (values.until) await vscode.page.getByText(values.until).first().waitFor();
  await vscode.settled();
  await vscode.shot(values.out);
  console.log(values.out);
} finally {
  await vscode.close();
}
