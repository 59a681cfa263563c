import { basePath } from '../hugo/url-base.ts';

const IMAGE = /[^\s()"'<>[\]]{1,300}\.(?:png|jpe?g|gif|webp|avif|svg)(?![\w/])/giu;

/**
 * The folders of `static` that articles show images of, the most used first; paths below `static`, `''` for itself.
 *
 * @param texts of articles, as written
 */
export function usedFolders(texts: Iterable<string>, baseURL: string): string[] {
  const root = basePath(baseURL).slice(1);
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [address] of text.matchAll(IMAGE)) {
      if (/^[a-z][a-z\d+.-]*:|^\/\/|\\|%(?![\da-f]{2})/i.test(address)) continue;
      const path = decodeURIComponent(address.replace(/%(?!20)/g, '%25')).replace(/^(?:\.{0,2}\/)+/, '');
      const below = root !== '' && path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
      const folder = below.slice(0, Math.max(0, below.lastIndexOf('/')));
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([folder]) => folder);
}
