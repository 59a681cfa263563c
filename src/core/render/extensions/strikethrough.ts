import { pushDelimiter, scanRun } from '../engine/delimiters.ts';
import type { InlineParser } from '../engine/inline-parser.ts';

/** `~x~` and `~~x~~`; only the latter before Hugo 0.128 (goldmark extension/strikethrough.go). */
export const strikethrough: InlineParser = {
  triggers: '~',
  parse(state, line) {
    const { singleTilde } = state.document.features;
    const run = scanRun(state, line, singleTilde ? 1 : 2);
    if (!run || (singleTilde && (run.length > 2 || state.reader.preceding() === 126))) return undefined;
    return pushDelimiter(state, run, ['del', 'del']);
  },
};
