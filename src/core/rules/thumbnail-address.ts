import { entryOf } from '../article/tree.ts';
import type { StringNode } from '../article/tree.ts';
import { message } from '../messages.ts';
import type { MessageCode } from '../messages.ts';
import type { Rule } from './rule.ts';

/** Addresses that cannot lead to the picture, whatever is on disk (Mainroad: relURL, then html/template's filter). */
const SLIPS: readonly { readonly pattern: RegExp; readonly code: MessageCode }[] = [
  { pattern: /^\s|^!\[|^(?:javascript|data|vbscript|file):/i, code: 'thumbnail-address.filtered' },
  { pattern: /^\.\//, code: 'thumbnail-address.relative' },
  { pattern: /\s$/, code: 'thumbnail-address.space' },
  { pattern: /\\/, code: 'thumbnail-address.backslash' },
  { pattern: /^https?：/, code: 'thumbnail-address.colon' },
  { pattern: /^\/?static\//, code: 'thumbnail-address.static' },
  {
    pattern: /^(?![\w-]+:|\/)(?:[\w-]+\.)+(?:com|cn|net|org|io|gov|edu)\//i,
    code: 'thumbnail-address.scheme',
  },
];

export const thumbnailAddress: Rule = {
  id: 'thumbnail-address',
  scope: 'head',
  reads: ['config'],
  severity: 'warning',
  *check({ article: { tree }, facts: { site } }) {
    const thumbnail = tree && entryOf(tree, 'thumbnail')?.value;
    if (site?.isMainroad === false || !thumbnail) return;
    const source = thumbnail.kind === 'map' ? entryOf(thumbnail, 'src')?.value : thumbnail;
    if (source?.kind !== 'string') return;
    const slip = slipOf(source);
    if (slip) yield { message: message(slip), range: source.range };
  },
};

const slipOf = ({ value }: StringNode): MessageCode | undefined =>
  SLIPS.find(({ pattern }) => pattern.test(value))?.code;
