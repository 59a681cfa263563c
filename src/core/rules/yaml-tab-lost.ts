import { fix, replacing } from '../fix/fix.ts';
import { does } from '../hugo/behaviour.ts';
import { message } from '../messages.ts';
import type { Rule } from './rule.ts';
import { yamlValues } from './yaml-values.ts';

/** A tab within a text without quotes, as pasting from a table makes it: goccy/go-yaml drops it, and words grow together. */
export const yamlTabLost: Rule = {
  id: 'yaml-tab-lost',
  scope: 'head',
  reads: ['hugo'],
  severity: 'warning',
  *check({ article, facts }) {
    const { text, fences } = article;
    if (fences?.format !== 'yaml' || !does(facts.hugo, 'goccyYaml')) return;
    if (!text.slice(fences.content.start, fences.content.end).includes('\t')) return;
    for (const { node } of yamlValues(article)) {
      if (node.kind !== 'string' || node.style !== 'plain') continue;
      const { start } = node.range;
      for (const { index, 0: tabs } of text.slice(start, node.range.end).matchAll(/(?<=\S)\t+(?=\S)/g)) {
        const range = { start: start + index, end: start + index + tabs.length };
        const fixes = fix(message('fix.tab-to-space'), [replacing(range, ' ')]);
        yield { message: message('yaml-tab-lost'), range, fixes };
      }
    }
  },
};
