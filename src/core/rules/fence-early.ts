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
    if (!goesOn(text.slice(body.start, body.start + REACH))) return;
    yield { message: message('fence-early', { key: last.key.value }), range: last.key.range };
  },
};

/** How far into the body the rest of the front matter is looked for, UTF-16 units. */
const REACH = 4000;

/** Keys in the body, at its start, and the real closing fence behind them. */
function goesOn(rest: string): boolean {
  const lines = rest.split(/\r?\n/);
  const first = lines.findIndex(line => /^\S/.test(line));
  if (!KEY.test(lines[first] ?? '')) return false;
  const next = lines.slice(first).find(line => !KEY.test(line) && !/^(?:\s|$|- )/.test(line));
  return next !== undefined && /^---\s*$/.test(next);
}

const KEY = /^[\w-]+:(?:\s|$)/;
