import { message } from '../messages.ts';
import type { Rule } from './rule.ts';

/** Line ends of old Macs (CR): Hugo reads front matter with them, and takes the body for one line. */
export const lineEnds: Rule = {
  id: 'line-ends',
  scope: 'head',
  reads: [],
  severity: 'warning',
  *check({ article: { text, body } }) {
    const first = text.indexOf('\r');
    if (first === -1 || text.includes('\n', body.start)) return;
    if (!/\r(?!\n)[^]*\S/.test(text.slice(body.start, body.start + REACH).trim())) return;
    yield { message: message('line-ends'), range: { start: 0, end: Math.max(first, 1) } };
  },
};

/** How far the first line ends of the body are looked for, UTF-16 units. */
const REACH = 10_000;
