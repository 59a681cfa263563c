import { entryOf } from '../article/tree.ts';
import { message } from '../messages.ts';
import type { Rule } from './rule.ts';

/** A summary in the front matter and `<!--more-->` in the body: Hugo takes what is in front of the latter. */
export const summaryUnused: Rule = {
  id: 'summary-unused',
  scope: 'body',
  reads: [],
  severity: 'warning',
  *check({ article: { tree, text, body }, facts }) {
    const summary = tree && entryOf(tree, 'summary')?.value;
    if (summary?.kind !== 'string' || summary.value.trim() === '') return;
    if (!text.includes(MORE, body.start)) return;
    // Other themes may print the parameter itself.
    yield {
      severity: facts.site?.isMainroad ? 'warning' : 'info',
      message: message('summary-unused'),
      range: summary.range,
    };
  },
};

/** Exactly so (parser/pageparser/pagelexer.go). */
const MORE = '<!--more-->';
