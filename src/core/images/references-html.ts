import type { Range } from '../article/tree.ts';
import { decodeHtml } from '../render/html/escape.ts';

/** An address in raw HTML; offsets of the text given. */
export interface HtmlReference {
  readonly kind: 'image' | 'link';
  readonly url: string;
  readonly range: Range;
  /** Browsers send no Referer with it. */
  readonly isBare?: true;
}

/** Attributes that lead to an image or a page, by tag. */
const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, 'image' | 'link' | 'set'>>>> = {
  img: { src: 'image', srcset: 'set' },
  source: { srcset: 'set' },
  video: { poster: 'image' },
  a: { href: 'link' },
};

/** What hides text from the page up to its end. */
const HIDING: Readonly<Record<string, RegExp>> = {
  '!--': /-->/g,
  script: /<\/script/gi,
  style: /<\/style/gi,
  template: /<\/template/gi,
  textarea: /<\/textarea/gi,
};

/** Policies by which browsers tell other hosts nothing (W3C Referrer Policy, 3). */
const BARE = /^\s*(?:no-referrer|same-origin)\s*$/i;

/** Addresses of images and links in raw HTML; in time linear in its length, whatever it holds. */
export function htmlReferences(html: string): HtmlReference[] {
  const found: HtmlReference[] = [];
  const tag = /<(!--|img|source|video|a|script|style|template|textarea)(?![\w-])/gi;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const name = (match[1] ?? '').toLowerCase();
    const hidden = HIDING[name];
    if (hidden) {
      hidden.lastIndex = tag.lastIndex;
      const end = hidden.exec(html);
      if (!end) return found;
      tag.lastIndex = end.index;
      continue;
    }
    const own: HtmlReference[] = [];
    const policies: string[] = [];
    const end = readTag(html, tag.lastIndex, (attribute, range) => {
      const kind = ATTRIBUTES[name]?.[attribute];
      if (kind === 'set') own.push(...candidates(html, range));
      else if (kind) own.push(trimmed(html, range, kind));
      else if (attribute === 'referrerpolicy') policies.push(html.slice(range.start, range.end));
    });
    const isBare = name === 'img' && BARE.test(policies[0] ?? '');
    found.push(...own.map(reference => (isBare ? { ...reference, isBare } : reference)));
    if (end === undefined) return found;
    tag.lastIndex = end;
  }
  return found;
}

/** Calls back for each attribute with a value; behind the tag, or `undefined` if it does not end. */
function readTag(
  html: string,
  from: number,
  visit: (name: string, value: Range) => void,
): number | undefined {
  const part = /[\s/]*(?:(>)|([^\s/>=]+)(?:\s*=\s*(?:(["'])|([^\s>"']+))?)?|=)/y;
  for (let at = from; ;) {
    part.lastIndex = at;
    const match = part.exec(html);
    if (!match) return undefined;
    const [all, close, name = '', quote, bare] = match;
    at += all.length;
    if (close) return at;
    if (quote) {
      const end = html.indexOf(quote, at);
      if (end === -1) return undefined;
      visit(name.toLowerCase(), { start: at, end });
      at = end + 1;
    } else if (bare !== undefined) {
      visit(name.toLowerCase(), { start: at - bare.length, end: at });
    }
  }
}

function trimmed(html: string, { start, end }: Range, kind: HtmlReference['kind']): HtmlReference {
  const value = html.slice(start, end);
  const lead = value.length - value.trimStart().length;
  const text = value.trim();
  const range = text === '' ? { start, end } : { start: start + lead, end: start + lead + text.length };
  return { kind, url: decodeHtml(text), range };
}

/** The addresses of `srcset`: `a.jpg 1x, b.jpg 640w`. */
function candidates(html: string, { start, end }: Range): HtmlReference[] {
  const set = html.slice(start, end);
  return [...set.matchAll(/(?<![^\s,])([^\s,]\S*)(?:\s+[^\s,]+)?/g)].map(({ index, 1: address = '' }) => {
    const url = address.replace(/,$/, '');
    const at = start + index;
    return { kind: 'image', url: decodeHtml(url), range: { start: at, end: at + url.length } };
  });
}
