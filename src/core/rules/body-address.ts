import { deleting, fix } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { MessageCode } from '../messages.ts';
import type { BodyPart } from '../check/body.ts';
import { replace } from '../edit/apply.ts';
import type { Range } from '../article/tree.ts';
import { rangeOf } from '../render/index.ts';
import type { Token } from '../render/index.ts';
import { sureFix } from './mend.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/** Links and images whose address is none, or another than meant. */
export const bodyAddress: Rule = {
  id: 'body-address',
  scope: 'body',
  reads: ['config'],
  severity: 'warning',
  check: ({ markdown }) => perPart(markdown(), look),
};

interface Slip {
  readonly pattern: RegExp;
  readonly by: string;
}

/** Slips in the first part of an address, which make it a path below the page. */
const SLIPS: readonly Slip[] = [
  { pattern: /^(https?)：\/{0,2}/i, by: '$1://' },
  { pattern: /^(https?):\/(?=[\w-]+\.)/i, by: '$1://' },
  { pattern: /^(https?):(?=[\w-]+\.)/i, by: '$1://' },
  { pattern: /^(https?)\/\/(?=[\w-]+\.)/i, by: '$1://' },
  { pattern: /^(?:htps|htttps|htpps|ttps|hhttps):\/\//i, by: 'https://' },
  { pattern: /^(?:htp|htttp|ttp|hhttp):\/\//i, by: 'http://' },
  { pattern: /^(https?:\/\/)https?:\/\//i, by: '$1' },
  { pattern: /^(?=www\.[\w-]+\.[a-z]{2,})/i, by: 'https://' },
];

/** Whether this rule has something to say of the address of an image or link of Markdown, so that no other has. */
export const isBodySlip = (destination: string, isHtmlPrinted: boolean): boolean =>
  SLIPS.some(({ pattern }) => pattern.test(destination)) ||
  (!isHtmlPrinted && /^(?:javascript|vbscript|file):/i.test(destination));

function* look(part: BodyPart): Generator<Finding> {
  for (const { token } of part.inlines) {
    const children = token.children ?? [];
    for (const [index, child] of children.entries()) {
      if (child.type !== 'image' && child.type !== 'link_open') continue;
      const start = rangeOf(child)?.start;
      const end = child.type === 'image' ? rangeOf(child)?.end : endOfLink(children, index);
      if (start === undefined || end === undefined) continue;
      yield* judge(part, child, { start, end });
    }
  }
}

function endOfLink(children: readonly Token[], from: number): number | undefined {
  for (let i = from + 1; i < children.length; i++) {
    const child = children[i];
    if (child?.type === 'link_close') return rangeOf(child)?.end;
  }
  return undefined;
}

function* judge({ source, markup }: BodyPart, token: Token, range: Range): Generator<Finding> {
  const destination: unknown = token.meta?.['destination'];
  if (typeof destination !== 'string') return;
  const isImage = token.type === 'image';
  const say = (code: MessageCode): Finding => ({ message: message(code), range });
  if (destination === '') {
    // A picture without text and address is nothing.
    const isNothing = /^!\[\s*\]\(\s*\)$/.test(source.slice(range.start, range.end));
    const fixes = isNothing ? fix(message('fix.delete', { text: '![]()' }), [deleting(range)]) : [];
    yield { ...say(isImage ? 'body-address.image' : 'body-address.link'), fixes };
    return;
  }
  if (!markup.renderer.unsafe && /^(?:javascript|vbscript|file):/i.test(destination)) {
    yield say(/^file:/i.test(destination) ? 'body-address.file' : 'body-address.dropped');
    return;
  }
  if (!isImage && source.charAt(range.start - 1) === '！' && isPicture(destination)) {
    const edits = [replace(range.start - 1, range.start, '!')];
    const mark = { start: range.start - 1, end: range.end };
    yield {
      message: message('body-address.mark'),
      range: mark,
      fixes: [sureFix('body-address.fix-mark', edits)],
    };
  }
  const slip = SLIPS.find(({ pattern }) => pattern.test(destination));
  const at = slip ? source.slice(range.start, range.end).lastIndexOf(destination) : -1;
  if (!slip || at < 0) return;
  const better = destination.replace(slip.pattern, slip.by);
  const start = range.start + at;
  const edits = [replace(start, start + destination.length, better)];
  yield {
    message: message('body-address', { better }),
    range: { start, end: start + destination.length },
    fixes: [sureFix('body-address.fix', edits, { better })],
  };
}

const isPicture = (destination: string): boolean =>
  /\.(?:png|jpe?g|gif|webp|svg|avif)(?:[?#]|$)/i.test(destination);
