import { message } from '../messages.ts';
import type { Rule } from './rule.ts';

/** A line of the front matter starts with `---`, most often in a text of several lines: Hugo ends the front matter there. */
export const fenceEarly: Rule = {
  id: 'fence-early',
  scope: 'head',
  reads: [],
  severity: 'warning',
  *check({ article: { text, body, tree, fences } }) {
    const last = tree?.entries.at(-1);
    if (!last || fences?.fault !== undefined) return;
    // Keys in the body, and the real closing fence behind them.
    const rest = text.slice(body.start, body.start + REACH);
    if (
      !/^(?:[ \t]+\S[^\n]*\n|[ \t]*\r?\n)*[\w-]+:(?: [^\n]*)?\r?\n(?:[\w-]+:(?: [^\n]*)?\r?\n|[ \t]*-?[ \t][^\n]*\n)*---[ \t]*\r?$/m.test(
        rest,
      )
    )
      return;
    yield { message: message('fence-early', { key: last.key.value }), range: last.key.range };
  },
};

/** How far into the body the rest of the front matter is looked for, UTF-16 units. */
const REACH = 4000;
