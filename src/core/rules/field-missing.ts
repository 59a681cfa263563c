import { message } from '../messages.ts';
import type { Rule } from './rule.ts';

/** A field without which the article comes out wrong: no heading, or sorted behind all others. */
export const fieldMissing: Rule = {
  id: 'field-missing',
  scope: 'head',
  reads: ['page'],
  severity: 'warning',
  *check({ schema, article }) {
    for (const fault of schema) {
      if (fault.kind !== 'missing') continue;
      const args = { key: fault.parent ? `${fault.parent.key.value}.${fault.key}` : fault.key };
      const range = fault.parent?.key.range ?? article.fences?.close ?? article.fences?.open;
      if (!range) continue;
      const code =
        fault.key === 'title' || fault.key === 'date'
          ? (`field-missing.${fault.key}` as const)
          : 'field-missing';
      yield { message: message(code, args), range };
    }
  },
};
