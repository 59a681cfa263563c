import { message } from '../messages.ts';
import type { BodyPart } from '../check/body.ts';
import { rangeOf } from '../render/index.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * U+FFFD in a word: what a program put in the place of bytes that it could not read, `效果不��想`. The character itself
 * is gone from the file. In code, and by itself, the sign is what the text speaks of.
 */
export const bodyLost: Rule = {
  id: 'body-lost',
  scope: 'body',
  reads: [],
  severity: 'warning',
  check: ({ markdown }) => perPart(markdown(), look),
};

const LOST = /\ufffd+/g;
const LETTER_BEFORE = /[\p{L}\p{N}]$/u;
const LETTER_BEHIND = /^[\p{L}\p{N}]/u;

function* look({ source, inlines }: BodyPart): Generator<Finding> {
  if (!source.includes('\ufffd')) return;
  for (const { token } of inlines) {
    for (const child of token.children ?? []) {
      const range = child.type === 'text' ? rangeOf(child) : undefined;
      const [first] = range ? lostIn(source, range.start, range.end) : [];
      if (!first) continue;
      yield { message: message('body-lost'), range: first };
      break;
    }
  }
}

/** Places beside a letter. */
function* lostIn(source: string, start: number, end: number): Generator<{ start: number; end: number }> {
  for (const { index, 0: run } of source.slice(start, end).matchAll(LOST)) {
    const at = { start: start + index, end: start + index + run.length };
    const isInWord =
      LETTER_BEFORE.test(source.slice(Math.max(0, at.start - 2), at.start)) ||
      LETTER_BEHIND.test(source.slice(at.end, at.end + 2));
    if (isInWord) yield at;
  }
}
