// @ts-check
import fs from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';

/**
 * Puts source places in place of a bundle's in stack traces. Node's own `--enable-source-maps` has no say in VS Code's
 * extension hosts, which format traces themselves.
 * @param {string} bundle a file with its map beside it
 * @returns {(text: string) => string}
 */
export function traces(bundle) {
  const file = `${bundle}.map`;
  if (!fs.existsSync(file)) return text => text;
  const map = new SourceMap(JSON.parse(fs.readFileSync(file, 'utf8')));
  const name = path.basename(bundle);
  const place = new RegExp(String.raw`[^\s()]*[\\/]${name.replace('.', '\\.')}:(\d+):(\d+)`, 'g');
  return text =>
    text.replace(place, (whole, line, column) => {
      const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
      if (!('originalSource' in entry)) return whole;
      const source = path.resolve(path.dirname(bundle), entry.originalSource);
      return `${path.relative(process.cwd(), source)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    });
}
