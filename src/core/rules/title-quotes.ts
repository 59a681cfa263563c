import { entryOf } from '../article/tree.ts';
import { message } from '../messages.ts';
import type { Rule } from './rule.ts';

/** A text between “ ” or ＂ ＂ and nothing else: the quotes of an input method, which YAML takes for part of the text. */
export const titleQuotes: Rule = {
  id: 'title-quotes',
  scope: 'head',
  reads: [],
  severity: 'warning',
  *check({ article: { tree } }) {
    for (const key of tree ? ['title', 'date', 'summary', 'lead', 'thumbnail', 'slug', 'url'] : []) {
      const node = tree && entryOf(tree, key)?.value;
      if (node?.kind !== 'string' || node.style !== 'plain') continue;
      if (!/^(?:“[^“”]*”|＂[^＂]*＂|‘[^‘’]*’|「[^「」]*」)$/u.test(node.value)) continue;
      yield { message: message('title-quotes'), range: node.range };
    }
  },
};
