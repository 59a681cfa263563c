import { clipped, fix, inserting } from '../fix/fix.ts';
import { does } from '../hugo/behaviour.ts';
import { message } from '../messages.ts';
import type { Rule } from './rule.ts';

/** `2025: x`: goccy/go-yaml gives a number, and Hugo makes of it the sign with that code. No theme can ask for it. */
export const keyNumber: Rule = {
  id: 'key-number',
  scope: 'head',
  reads: ['hugo'],
  severity: 'hint',
  *check({ article: { tree, fences }, facts }) {
    if (fences?.format !== 'yaml' || !does(facts.hugo, 'goccyYaml')) return;
    for (const { key } of tree?.entries ?? []) {
      if (
        key.style !== 'plain' ||
        !/^(?:[-+]?\d[\d_]{0,17}|0x[\da-f_]+|0o[0-7_]+|0b[01_]+)$/i.test(key.value)
      )
        continue;
      const edits = [inserting(key.range.start, '"'), inserting(key.range.end, '"')];
      const fixes = fix(message('fix.quote', { text: clipped(key.value) }), edits);
      yield { message: message('key-number', { key: key.value }), range: key.range, fixes };
    }
  },
};
