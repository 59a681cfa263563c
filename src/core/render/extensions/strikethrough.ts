import { pushDelimiter, scanRun } from '../engine/delimiters.ts';
import type { InlineParser } from '../engine/inline-parser.ts';

/** `~x~` and `~~x~~`; only the latter before Hugo 0.128 (goldmark extension/strikethrough.go). */
export const strikethrough: InlineParser = {
  triggers: '~',
  parse(state, line) {
    const { singleTildeStrikes } = state.document.features;
    const run = scanRun(state, line, singleTildeStrikes ? 1 : 2);
    if (!run || (singleTildeStrikes && (run.length > 2 || state.reader.preceding() === 126)))
      return undefined;
    return pushDelimiter(state, run, ['del', 'del']);
  },
};
