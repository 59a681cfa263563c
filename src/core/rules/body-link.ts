import { message } from '../messages.ts';
import type { MessageCode } from '../messages.ts';
import type { BodyPart, Inline } from '../check/body.ts';
import { replace } from '../edit/apply.ts';
import type { TextEdit } from '../problem.ts';
import { rangeOf } from '../render/index.ts';
import { reread, sureFix } from './mend.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/** What looks like a link or image and is printed as it stands. */
export const bodyLink: Rule = {
  id: 'body-link',
  scope: 'body',
  reads: ['config'],
  severity: 'warning',
  check: ({ markdown }) => perPart(markdown(), look),
};

interface Slip {
  /** Parts of it are bounded: many brackets in one line must not cost their square. */
  readonly pattern: RegExp;
  readonly code: MessageCode;
  /** What is meant; undefined where that is not sure. */
  readonly mend?: (found: RegExpMatchArray) => string;
}

const ADDRESS = String.raw`(?:https?[:：]|\/|\.{1,2}\/|mailto:)`;
const LABEL = String.raw`[^[\]［］\n]{0,200}`;

const SLIPS: readonly Slip[] = [
  {
    // One of the four brackets at least is full-width.
    pattern: new RegExp(
      String.raw`([!！]?)[[［](${LABEL})[\]］]\s?[（(]\s*(${ADDRESS}[^\s（()）]{1,500})\s*[）)]`,
      'gu',
    ),
    code: 'body-link.fullwidth',
    mend: ([, mark = '', label = '', address = '']) =>
      `${mark && '!'}[${label}](${address.replace(/^(https?)：/, '$1:')})`,
  },
  {
    pattern: new RegExp(String.raw`【(${LABEL})】\((https?:[^\s（()）]{1,500})\)`, 'gu'),
    code: 'body-link.fullwidth',
    mend: ([, label = '', address = '']) => `[${label}](${address})`,
  },
  {
    pattern:
      /!?\[[^[\]\n]{0,200}\]\((?!<)[^()<>\n"'\s]{1,300}(?: {1,3}[^()<>\n"'\s]{1,100}){1,8}\.\w{1,5}\)/gu,
    code: 'body-link.space',
    mend: ([found]) => found.replace(/\]\((.*)\)$/u, '](<$1>)'),
  },
  {
    pattern:
      /!?\[[^[\]\n]{1,200}\]\(https?:\/\/[^()<>\n"'“”＂‘’\s]{1,300} {1,3}(?![)])[^()<>\n"'“”＂‘’]{1,100}\)/gu,
    code: 'body-link.space',
    mend: ([found]) => found.replace(/\]\((.*)\)$/u, '](<$1>)'),
  },
  {
    pattern: new RegExp(
      String.raw`!?\[${LABEL}\]\((${ADDRESS}[^\s()]{1,500}) +([“”＂‘’][^()\n]{0,100})\)`,
      'gu',
    ),
    code: 'body-link.title',
    mend: ([found]) => found.replace(/ +[“”＂‘’](.*?)[“”＂‘’]?\)$/u, (_, title: string) => ` "${title}")`),
  },
  {
    pattern: new RegExp(String.raw`!?\[${LABEL}\]\((${ADDRESS}[^\s()]{1,500}) +"([^"()\n]{1,100})\)`, 'gu'),
    code: 'body-link.title',
    mend: ([found]) => `${found.slice(0, -1)}")`,
  },
  {
    // The last bracket belongs to the address, and the link has none.
    pattern: new RegExp(String.raw`!?\[${LABEL}\]\(https?:\/\/[^\s()]{1,300}\([^\s()]{1,100}\)(?!\))`, 'gu'),
    code: 'body-link.unclosed',
    mend: ([found]) => `${found})`,
  },
  {
    pattern: /(?<![\])])\(([^()[\]\n]{1,100})\)\[(https?:\/\/[^\s()[\]]{1,500})\]/gu,
    code: 'body-link.swapped',
    mend: ([, label = '', address = '']) => `[${label}](${address})`,
  },
  {
    pattern: new RegExp(String.raw`!?\[${LABEL}\]\(https?:\/\/[^\s()\n]{1,500}$`, 'gmu'),
    code: 'body-link.unclosed',
  },
];

function* look(part: BodyPart): Generator<Finding> {
  for (const inline of part.inlines) {
    if (!/[\]］】]/u.test(inline.text) && !inline.text.includes(')[')) continue;
    let last = 0;
    for (const { pattern, code, mend } of SLIPS) {
      for (const found of inline.text.matchAll(pattern)) {
        if (found.index < last || !isSlip(found, inline)) continue;
        last = found.index + found[0].length;
        yield finding(part, inline.start + found.index, found[0], { code, newText: mend?.(found) });
      }
    }
  }
}

/** `[1] (https://…)` is a note; code such as `a[i] (…)` is none either. */
function isSlip(found: RegExpExecArray, { text }: Inline): boolean {
  const [all] = found;
  if (text.charAt(found.index - 1) === '\\' || /\\[\]］]/.test(all)) return false;
  if (/^!?\[[^\]]*\]\(/u.test(all) || /[［］！（）【]/u.test(all)) return true;
  const before = text.slice(0, found.index).slice(-1);
  return all.startsWith('(') || (!/^\[\d*\]/u.test(all) && !/[\w\]]/u.test(before));
}

function finding(
  part: BodyPart,
  start: number,
  text: string,
  { code, newText }: { readonly code: MessageCode; readonly newText: string | undefined },
): Finding {
  const range = { start, end: start + text.length };
  const edits = newText === undefined || newText === text ? [] : [replace(start, range.end, newText)];
  const fixes =
    edits.length > 0 && links(part, edits, start)
      ? [sureFix('body-link.fix', edits, { newText: newText ?? '' })]
      : [];
  return { message: message(code), range, fixes };
}

/** Whether a link or image starts at the place once the edits are made. */
const links = (part: BodyPart, edits: readonly TextEdit[], start: number): boolean =>
  reread(part, edits).some(
    token => ['link_open', 'image'].includes(token.type) && rangeOf(token)?.start === start,
  );
