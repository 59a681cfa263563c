import { pushDelimiter, scanRun } from '../engine/delimiters.ts';
import type { InlineParser } from '../engine/inline-parser.ts';

/** `*em*`, `**strong**`, and the same with `_` (goldmark parser/emphasis.go). */
export const emphasis: InlineParser = {
  triggers: '*_',
  parse(state, line) {
    const run = scanRun(state, line, 1);
    return run && pushDelimiter(state, run, ['em', 'strong']);
  },
};
