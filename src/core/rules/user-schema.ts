import { message } from '../messages.ts';
import { placeError } from '../schema/user.ts';
import type { Rule } from './rule.ts';
import { userSchemaFixes } from './user-schema-fix.ts';

/** What a schema of the user's own asks of the front matter, beside the built-in one. */
export const userSchema: Rule = {
  id: 'user-schema',
  scope: 'head',
  reads: ['files'],
  severity: 'warning',
  *check({ article, facts }) {
    const result = facts.userSchema;
    const { fences } = article;
    if (!result || !fences) return;
    if (result.kind === 'failed') {
      const { schema, reason, text } = result;
      yield {
        severity: 'info',
        message: message(`user-schema.${reason}`, { schema, text }),
        range: fences.open,
      };
      return;
    }
    for (const error of result.errors) {
      const found = placeError(error, article);
      if (!found) continue;
      const { range, message: told, at } = found;
      yield { range, message: told, fixes: () => userSchemaFixes(error, at, { article, facts }) };
    }
  },
};
