/** Paths with `/`, as Go's `path` package has them; Windows' separators never come here. */

/** Shortest form: no `.`, no `//`, `..` taken back where that is possible; `.` for nothing. */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!rooted) parts.push(part);
  }
  return (rooted ? '/' : '') + parts.join('/') || '.';
}

/** Joined and cleaned; empty parts do not count. */
export function joinPath(...parts: readonly string[]): string {
  const given = parts.filter(part => part !== '');
  return given.length === 0 ? '' : cleanPath(given.join('/'));
}

/** A path of the configuration seen from `folder`; absolute ones stay. The root itself is the empty text. */
export function within(folder: string, path: string): string {
  const joined = isAbsolute(path) ? cleanPath(path) : joinPath(folder, path);
  return joined === '.' ? '' : joined;
}

export const isAbsolute = (path: string): boolean => path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path);

/** From a path of the site to one that the `Files` port takes. */
export function onDisk(root: string, path: string): string {
  if (path === '') return root;
  return isAbsolute(path) ? path : cleanPath(`${root}/${path}`);
}
