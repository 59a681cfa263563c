import type { Files } from '../ports.ts';
import { joinPath, onDisk } from './config-paths.ts';

/** Images of a site that browsers ask for without Referer: all, those of Markdown, those of `figure`. */
export type Bare = 'all' | 'markdown' | 'figure';

/** Templates that may say how much browsers tell other hosts. */
const HEADS =
  /(?:^|\/)(?:baseof|[^/]*(?:head|meta|seo|referr)[^/]*)(?:\.[^/]*)?\.html$|(?:^|\/)head\/[^/]*\.html$/i;
const HOOK = /(?:^|\/)_markup\/render-image[^/]*\.html$/i;
const FIGURE = /(?:^|\/)_?shortcodes\/figure\.html$/i;
/** Nobody has more of them. */
const MOST = 60;

/**
 * Reads it out of the templates of the site and its theme, of which a site's own takes the place of a theme's.
 *
 * @param names paths of all templates below each mount of layouts, in the order of the mounts
 */
export async function gatherBare(
  root: string,
  files: Files,
  names: readonly { readonly source: string; readonly path: string }[],
): Promise<readonly Bare[]> {
  const first = new Map<string, string>();
  for (const { source, path } of names) {
    const isAsked = HEADS.test(path) || HOOK.test(path) || FIGURE.test(path);
    if (isAsked && !first.has(path) && first.size < MOST) first.set(path, source);
  }
  const found = await Promise.all(
    Array.from(first, async ([path, source]): Promise<Bare | undefined> => {
      const bytes = await files.read(onDisk(root, joinPath(source, path)));
      if (!bytes) return undefined;
      const text = new TextDecoder().decode(bytes);
      if (HOOK.test(path)) return isBareElement(text) ? 'markdown' : undefined;
      if (FIGURE.test(path)) return isBareElement(text) ? 'figure' : undefined;
      return tellsNothing(text) ? 'all' : undefined;
    }),
  );
  return [...new Set(found.filter(bare => bare !== undefined))].sort();
}

/** `<img referrerpolicy="no-referrer">` somewhere in a template. */
const isBareElement = (template: string): boolean =>
  /\breferrerpolicy\s*=\s*["']?(?:no-referrer|same-origin)(?=["'\s>])/i.test(template);

/**
 * True if a `<meta name="referrer">` keeps browsers from sending a Referer to other hosts, or may do so because a
 * template decides (HTML, 4.2.5.1; W3C Referrer Policy, 3).
 */
export function tellsNothing(html: string): boolean {
  const plain = html.replace(/\{\{-?\s*\/\*[^]*?\*\/\s*-?\}\}|<!--[^]*?-->/g, '');
  return [...plain.matchAll(/<meta\s[^<]{0,500}/gi)].some(([rest]) => {
    const tag = rest.replace(/\{\{.*?\}\}/g, '{{}}');
    if (!/\bname\s*=\s*["']?referrer["'\s>/]/i.test(tag)) return false;
    const content = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*))/i.exec(tag);
    return /no-referrer\s*$|same-origin\s*$|never\s*$|\{\{/i.test(
      content?.[1] ?? content?.[2] ?? content?.[3] ?? '',
    );
  });
}
