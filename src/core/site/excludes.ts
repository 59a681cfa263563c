import ignore from 'ignore';
import { parseHugoRegex } from './hugo-regex.ts';
import type { Skip } from '../ports.ts';

/** What keeps a file out of the index. */
export interface Excludes {
  /** Texts of `.gitignore` files with the folders that they stand in, from the site's root, without `/` at the end. */
  readonly gitignores: readonly { readonly folder: string; readonly text: string }[];
  /** Globs as VS Code's `files.exclude` and `search.exclude` have them. */
  readonly globs: readonly string[];
  /** Hugo's `ignoreFiles`: regular expressions of Go. */
  readonly ignoreFiles: readonly string[];
}

/** Whether a path from the site's root is left out; folders end in `/`. */
export function excluder({ gitignores, globs, ignoreFiles }: Excludes): Skip {
  const global = ignore({ allowRelativePaths: true }).add([
    '.git',
    'node_modules',
    ...globs.flatMap(expandBraces),
  ]);
  const local = gitignores.map(({ folder, text }) => ({
    prefix: folder === '' ? '' : `${folder}/`,
    rules: ignore({ allowRelativePaths: true }).add(text),
  }));
  const patterns = ignoreFiles.flatMap(text => parseHugoRegex(text) ?? []);
  return path =>
    global.ignores(path) ||
    patterns.some(pattern => pattern.test(path)) ||
    local.some(({ prefix, rules }) => {
      const inside = path.startsWith(prefix) ? path.slice(prefix.length) : '';
      return inside !== '' && rules.ignores(inside);
    });
}

/** `**\/{a,b}` → both; `.gitignore` syntax, which is otherwise that of the globs, has no braces. */
function expandBraces(glob: string): string[] {
  const brace = /^(.*?)\{([^{}]*)\}(.*)$/.exec(glob);
  if (!brace) return [glob];
  const [, before = '', inner = '', after = ''] = brace;
  return inner.split(',').flatMap(part => expandBraces(before + part + after));
}
