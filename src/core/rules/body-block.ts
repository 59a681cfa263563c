import { message } from '../messages.ts';
import type { MessageCode } from '../messages.ts';
import type { BodyPart, Inline } from '../check/body.ts';
import { replace } from '../edit/apply.ts';
import type { TextEdit } from '../problem.ts';
import { reread, sureFix } from './mend.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/** Lines that were meant to be a heading or list and are none. */
export const bodyBlock: Rule = {
  id: 'body-block',
  scope: 'body',
  reads: ['config'],
  severity: 'warning',
  check: ({ markdown }) => perPart(markdown(), look),
};

function* look(part: BodyPart): Generator<Finding> {
  for (const inline of part.inlines) {
    if (inline.block?.type !== 'paragraph_open') continue;
    yield* headings(part, inline);
    for (const list of LISTS) yield* items(part, inline, list);
  }
}

/** `##标题`, `##　标题`, `＃＃ 标题`. One `#` before a word is a topic of a social network. */
function* headings(part: BodyPart, { text, start }: Inline): Generator<Finding> {
  for (const { index, 0: found, 1: marks = '' } of text.matchAll(
    /^(#{2,6}(?=[^\s#\p{P}]|[*_“《（(【[「])|#{1,6}(?=\u3000+\S)|＃{2,6}(?=\s*[^\s＃])|＃(?=\s\S))[ \u3000]*/gmu,
  )) {
    const at = start + index;
    const range = { start: at, end: at + marks.length };
    const edits = [replace(at, at + found.length, `${'#'.repeat(marks.length)} `)];
    const isHeading = reread(part, edits).some(
      ({ type, meta }) => type === 'heading_open' && Math.abs(Number(meta?.['start']) - at) <= 3,
    );
    const fixes = isHeading ? [sureFix('body-block.fix-space', edits)] : [];
    yield { message: message('body-block.heading'), range, fixes };
  }
}

interface List {
  readonly pattern: RegExp;
  readonly code: MessageCode;
  /** What makes the line an item. */
  readonly mark: (found: RegExpMatchArray) => string;
  /** Only where the lines of a paragraph are joined: as lines of their own they look as meant. */
  readonly onlyJoined: boolean;
  /** One line is enough: nothing else is written so. */
  readonly isSure?: true;
}

const LISTS: readonly List[] = [
  {
    pattern: /^([-*+])(?=\p{Script=Han})/gmu,
    code: 'body-block.list',
    mark: ([, mark]) => `${mark ?? ''} `,
    onlyJoined: false,
  },
  {
    pattern: /^([-*+])[\u00a0\u3000]+(?=\S)/gmu,
    code: 'body-block.list',
    mark: ([, mark]) => `${mark ?? ''} `,
    onlyJoined: false,
    isSure: true,
  },
  {
    pattern: /^(\d{1,2})(?:[、．]|[.)](?=\p{Script=Han}))[ \u3000]?(?=\S)/gmu,
    code: 'body-block.numbers',
    mark: ([, number]) => `${number ?? ''}. `,
    onlyJoined: true,
  },
  {
    pattern: /^[•·●▪◦‣■◆][ \t\u3000]*(?=[^\s·•])/gmu,
    code: 'body-block.bullets',
    mark: () => '- ',
    onlyJoined: true,
  },
];

/** Two lines at least, unless the list is sure: one may begin so by chance. */
function* items(part: BodyPart, { text, start }: Inline, list: List): Generator<Finding> {
  if (list.onlyJoined && (part.markup.renderer.hardWraps || !text.includes('\n'))) return;
  const found = [...text.matchAll(list.pattern)];
  const rows = list.onlyJoined ? found.filter(match => !endsHard(text, match.index)) : found;
  const least = list.isSure ? 1 : 2;
  if (rows.length < least || found.length < least || (list.code === 'body-block.numbers' && !counts(found)))
    return;
  const edits: TextEdit[] = found.map(match => {
    const at = start + match.index;
    return replace(at, at + match[0].length, list.mark(match));
  });
  const first = reread(part, edits.slice(0, 1));
  const isList = first.some(({ type }) => type === 'bullet_list_open' || type === 'ordered_list_open');
  const [top] = found;
  if (!top) return;
  const range = { start: start + top.index, end: start + top.index + top[0].trimEnd().length };
  const fixes = isList && edits.length <= 100 ? [sureFix('body-block.fix-list', edits)] : [];
  yield { message: message(list.code), range, fixes };
}

/** 1, 2, 3…: dates, times and sums do not. */
const counts = (found: readonly RegExpMatchArray[]): boolean =>
  found.every((match, index) => Number(match[1]) === Number(found[0]?.[1]) + index) &&
  Number(found[0]?.[1]) <= 1;

/** The line before ends in a line break that is kept. */
const endsHard = (text: string, at: number): boolean =>
  at > 0 && /(?: {2}|\\)\r?\n$/.test(text.slice(Math.max(0, at - 5), at));
