import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import { offered, toWrite } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { MessageCode } from '../messages.ts';
import type { Fix } from '../problem.ts';
import type { Rule } from './rule.ts';

interface Slip {
  readonly pattern: RegExp;
  readonly code: MessageCode;
  /** The address that is meant; `undefined`: cannot be told. */
  readonly meant: (value: string) => string | undefined;
}

/** Addresses that cannot lead to the picture, whatever is on disk (Mainroad: relURL, then html/template's filter). */
const SLIPS: readonly Slip[] = [
  { pattern: /^\s/, code: 'thumbnail-address.filtered', meant: value => value.trim() },
  {
    pattern: /^!\[/,
    code: 'thumbnail-address.filtered',
    meant: value => /^!\[[^\]]*\]\(\s*<?([^\s()<>"']+)>?[^()]*\)\s*$/.exec(value)?.[1],
  },
  {
    // No picture comes of it, so none is meant to stay.
    pattern: /^(?:javascript|data|vbscript|file):/i,
    code: 'thumbnail-address.filtered',
    meant: value => (/^(?:javascript|vbscript):/i.test(value) ? '' : undefined),
  },
  {
    pattern: /^https?:\/\/\S{1,2000}?[\s,，;；]+(?:https?:\/\/|\/)/i,
    code: 'thumbnail-address.two',
    meant: value => value.split(/[\s,，;；]/)[0],
  },
  { pattern: /^\.\//, code: 'thumbnail-address.relative', meant: () => undefined },
  {
    pattern: /^(?:url\(|[（(<【[]).*[)）>】\]]$|[;,，；。、]$|[\u200b-\u200f\u2060\ufeff\u00a0]/i,
    code: 'thumbnail-address.signs',
    meant: value =>
      value
        .replace(/[\u200b-\u200f\u2060\ufeff\u00a0]/g, '')
        .replace(/^url\(["']?|^[（(<【[]|["']?[)）>】\]]$/gi, '')
        .replace(/[;,，；。、]+$/, '')
        .trim(),
  },
  { pattern: /\s$/, code: 'thumbnail-address.space', meant: value => value.trim() },
  {
    pattern: /\\/,
    code: 'thumbnail-address.backslash',
    meant: value => (/^[a-z]:|^\\\\/i.test(value) ? undefined : value.replaceAll('\\', '/')),
  },
  {
    pattern: /^https?：/,
    code: 'thumbnail-address.colon',
    meant: value => value.replace(/^(https?)：[/／]*/, '$1://'),
  },
  {
    pattern: /^\/?static\//,
    code: 'thumbnail-address.static',
    meant: value => value.replace(/^\/?static\//, '/'),
  },
  {
    pattern: /^(?![\w-]+:|\/)(?:[\w-]+\.)+(?:com|cn|net|org|io|gov|edu)\//i,
    code: 'thumbnail-address.scheme',
    meant: value => `https://${value}`,
  },
];

export const thumbnailAddress: Rule = {
  id: 'thumbnail-address',
  scope: 'head',
  reads: ['config'],
  severity: 'warning',
  *check({ article, facts: { site } }) {
    const thumbnail = article.tree && entryOf(article.tree, 'thumbnail')?.value;
    if (site?.isMainroad === false || !thumbnail) return;
    const inMap = thumbnail.kind === 'map';
    const source = inMap ? entryOf(thumbnail, 'src')?.value : thumbnail;
    if (source?.kind !== 'string') return;
    const slip = slipOf(source.value);
    if (!slip) return;
    const path = inMap ? ['thumbnail', 'src'] : ['thumbnail'];
    const fixes = fixesOf(article, path, slip.meant(source.value));
    yield { message: message(slip.code), range: source.range, fixes };
  },
};

/** What is wrong with an address by itself. */
export const slipOf = (value: string): Slip | undefined => SLIPS.find(({ pattern }) => pattern.test(value));

const fixesOf = (article: Article, path: readonly string[], meant: string | undefined): readonly Fix[] =>
  meant === undefined ? offered(toWrite(article, path, '')) : toWrite(article, path, meant);

/** The thumbnail's address is judged here, and by no other rule. */
export const isThumbnailSlip = (address: string): boolean =>
  SLIPS.some(({ pattern }) => pattern.test(address));
