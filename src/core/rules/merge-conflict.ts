import { message } from '../messages.ts';
import type { Rule } from './rule.ts';

/** What Git leaves where two versions of a text do not fit: it breaks front matter, and is printed in the body. */
export const mergeConflict: Rule = {
  id: 'merge-conflict',
  scope: 'head',
  reads: [],
  severity: 'warning',
  *check({ article: { text, body, faults } }) {
    for (const fault of faults) if (fault.rule === 'merge-conflict') yield { severity: 'error', ...fault };
    const rest = text.slice(body.start);
    if (!rest.includes('<<<<<<<') || !/^={7}\r?$/m.test(rest)) return;
    // In a code block they are what the article is about.
    let fence: string | undefined;
    for (const { index, 0: found, 1: mark } of rest.matchAll(
      /^ {0,3}(```|~~~)[^\r\n]*|^<{7} [^\r\n]*|^>{7} [^\r\n]*/gm,
    )) {
      if (mark !== undefined) fence = fence === undefined ? mark : fence === mark ? undefined : fence;
      if (mark !== undefined || fence !== undefined) continue;
      const start = body.start + index;
      yield { message: message('merge-conflict'), range: { start, end: start + found.length } };
    }
  },
};
