import { message } from '../messages.ts';
import type { Rule } from './rule.ts';

/** A title, date or term that is there and says nothing. */
export const fieldEmpty: Rule = {
  id: 'field-empty',
  scope: 'head',
  reads: [],
  severity: 'warning',
  *check({ schema }) {
    for (const fault of schema) {
      const isTerm =
        fault.kind === 'type' && fault.at.annotation.expects === 'term' && fault.at.node.kind === 'null';
      const isNull = fault.kind === 'type' && fault.at.path.length === 0 && fault.at.node.kind === 'null';
      if (fault.kind !== 'empty' && !isTerm && !isNull) continue;
      const { entry, node, annotation } = fault.at;
      if (isNull && annotation.byType?.null === undefined) continue;
      const key = entry.key.value;
      const code = fault.at.path.length > 0 ? 'field-empty.item' : 'field-empty';
      const range = node.range.end > node.range.start ? node.range : entry.key.range;
      yield { message: message(code, { key }), range };
    }
  },
};
