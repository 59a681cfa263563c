import ignore from 'ignore';
import { parseHugoRegex } from './hugo-regex.ts';
import { decode } from '../article/encoding.ts';
import type { Files, Walk } from '../ports.ts';

/** What keeps a file out of the index. */
export interface Excludes {
  /** Globs as VS Code's `files.exclude` and `search.exclude` have them. */
  readonly globs: readonly string[];
  /** Hugo's `ignoreFiles`: regular expressions of Go. */
  readonly ignoreFiles: readonly string[];
}

/**
 * What is left out of a site: paths from its root, folders ending in `/`. It learns the `.gitignore` files of folders on
 * the way.
 */
export function excluder({ globs, ignoreFiles }: Excludes): Walk {
  const global = ignore({ allowRelativePaths: true }).add([
    '.git',
    'node_modules',
    ...globs.flatMap(expandBraces),
  ]);
  const local = new Map<string, ReturnType<typeof ignore>>();
  const patterns = ignoreFiles.flatMap(text => parseHugoRegex(text) ?? []);
  return {
    skip: path =>
      global.ignores(path) || patterns.some(pattern => pattern.test(path)) || isIgnored(path, local),
    gitignore: (folder, text) => void local.set(folder, ignore({ allowRelativePaths: true }).add(text)),
  };
}

/** The `.gitignore` nearest to a path that has a say decides. */
function isIgnored(path: string, local: ReadonlyMap<string, ReturnType<typeof ignore>>): boolean {
  if (local.size === 0) return false;
  const isFolder = path.endsWith('/');
  for (let end = path.length - Number(isFolder); end > 0;) {
    const slash = path.lastIndexOf('/', end - 1);
    const verdict = local.get(path.slice(0, slash + 1))?.test(path.slice(slash + 1));
    if (verdict?.ignored) return true;
    if (verdict?.unignored) return false;
    end = slash;
  }
  return false;
}

/** The same for the paths below a folder of the site, whose `.gitignore` files, and those above it, are read first. */
export async function walkBelow(root: string, folder: string, walk: Walk, files: Files): Promise<Walk> {
  const parts = folder.split('/').filter(Boolean);
  for (let depth = 0; depth < parts.length; depth++) {
    const above = parts
      .slice(0, depth)
      .map(part => `${part}/`)
      .join('');
    const bytes = await files.read(`${root}/${above}.gitignore`);
    if (bytes) walk.gitignore(above, decode(bytes).text);
  }
  const prefix = parts.map(part => `${part}/`).join('');
  return {
    skip: path => walk.skip(prefix + path),
    gitignore: (inner, text) => walk.gitignore(prefix + inner, text),
  };
}

/** `**\/{a,b}` → both; `.gitignore` syntax, which is otherwise that of the globs, has no braces. */
function expandBraces(glob: string): string[] {
  const brace = /^(.*?)\{([^{}]*)\}(.*)$/.exec(glob);
  if (!brace) return [glob];
  const [, before = '', inner = '', after = ''] = brace;
  return inner.split(',').flatMap(part => expandBraces(before + part + after));
}
