import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import { markupOf } from '../check/body.ts';
import type { Facts } from '../check/facts.ts';
import { nearest } from '../check/near.ts';
import { parseVersion } from '../hugo/version.ts';
import { remember } from '../remember.ts';
import { lexShortcodes, parseBody } from '../render/index.ts';
import type { MarkupOptions, Token } from '../render/index.ts';
import { unescaped } from '../percent.ts';

/** Where links with `#` can lead on a page. */
interface Anchors {
  readonly ids: ReadonlySet<string>;
  /** Templates may print others. */
  readonly isOpen: boolean;
}

type Around = Pick<Facts, 'site' | 'hugo'>;

/** Longer bodies are not looked at: it would take too long for a keystroke. In UTF-16 units. */
const MAX_BODY = 200_000;

/** The bodies looked at last, by how they are read; few have links with `#`. */
const recent = new WeakMap<MarkupOptions, Map<string, ReadonlySet<string>>>();
const RECENT = 50;

/** The anchors that Hugo gives a page: headings, terms, attributes, and HTML where it is printed. */
function anchorsIn(article: Article, around: Around): Anchors {
  const version = around.hugo ?? 0;
  const byVersion = remember(judged, article, () => new Map<number, Anchors>());
  return remember(byVersion, version, () => anchorsFrom(article, around));
}

const judged = new WeakMap<Article, Map<number, Anchors>>();

function anchorsFrom({ text, body, tree }: Article, around: Around): Anchors {
  const source = text.slice(body.start);
  const isOther = tree !== undefined && entryOf(tree, 'markup') !== undefined;
  if (isOther || source.length > MAX_BODY || areOpen(source, around)) return { ids: new Set(), isOpen: true };
  const markup = markupOf(around);
  const known = recent.get(markup) ?? new Map<string, ReadonlySet<string>>();
  recent.set(markup, known);
  if (known.size > RECENT) known.clear();
  const ids = known.get(source) ?? idsIn(source, markup, markup.renderer.unsafe || !around.site);
  known.set(source, ids);
  return { ids, isOpen: false };
}

/** Hugo's own shortcodes that print neither headings nor anchors. */
const CLOSED = new Set([
  ...['comment', 'figure', 'gist', 'highlight', 'instagram', 'param', 'qr', 'ref', 'relref'],
  ...['tweet', 'twitter', 'vimeo', 'x', 'youtube'],
]);

function areOpen(source: string, { site }: Around): boolean {
  // Code with numbered lines has anchors of their own.
  if (/line_?anchors|anchorlinenos/i.test(source)) return true;
  if (site && (!site.isWhole || site.offers.renderHooks.some(hook => hook.startsWith('heading'))))
    return true;
  const own = site?.offers.shortcodes ?? [];
  return lexShortcodes(source).tags.some(({ name }) => !CLOSED.has(name) || own.includes(name));
}

function idsIn(source: string, markup: MarkupOptions, isHtmlPrinted: boolean): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const token of parseBody(source, markup).flatMap(block => [block, ...(block.children ?? [])])) {
    const id = token.attrGet('id');
    if (id !== null) ids.add(String(id));
    if (isHtmlPrinted) for (const found of idsOfHtml(token)) ids.add(found);
  }
  return ids;
}

const idsOfHtml = ({ type, content }: Token): readonly string[] =>
  type === 'html_block' || type === 'html_inline'
    ? [...content.matchAll(/\s(?:id|name)\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s"'>]+))/gi)].map(
        ([, double, single, bare]) => double ?? single ?? bare ?? '',
      )
    : [];

/** The part behind `#`, as browsers compare it; undefined where it is for somebody else. */
export function fragmentOf(url: string): string | undefined {
  const hash = url.indexOf('#');
  const written = hash < 0 ? '' : url.slice(hash + 1);
  // Of footnotes, lines of code, programs and `#:~:text=`.
  if (/^(?:$|top$|fn(?:ref)?\d*:|hl-|:~:|[/!]|L\d)|[\s{}]/i.test(written)) return undefined;
  return /%[\da-f]{2}/i.test(written) ? unescaped(written) : written;
}

/** What is to be said of a link to an anchor. */
export type Verdict = { readonly near: string | undefined } | undefined;

const OLDEST = parseVersion('0.111.0') ?? 0;

/** The verdict on a link to an anchor of an article; undefined: it leads somewhere, or nobody can be sure. */
export function judgeAnchor(fragment: string, article: Article, { site, hugo }: Around): Verdict {
  const verdict = verdictBy(fragment, anchorsIn(article, { site, hugo }));
  if (!verdict || hugo !== undefined) return verdict;
  // Older versions make anchors of the Markdown of a heading, newer ones of its text.
  return verdictBy(fragment, anchorsIn(article, { site, hugo: OLDEST })) && verdict;
}

function verdictBy(fragment: string, { ids, isOpen }: Anchors): Verdict {
  if (isOpen || ids.has(fragment)) return undefined;
  // Scripts that number the lines of code read `#id.12`.
  if (/[.:]\d/.test(fragment) && ids.has(fragment.replace(/[.:]\d.*$/, ''))) return undefined;
  const near = nearest(fragment, ids);
  // Anchors of templates have plain names: `comments`, `disqus_thread`.
  const isOfText = near !== undefined || /[^\0-\x7f]/.test(fragment);
  return isOfText ? { near } : undefined;
}
