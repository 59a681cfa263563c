import { nearest } from '../check/near.ts';
import { message } from '../messages.ts';
import type { FaultPlace } from '../schema/validate.ts';
import { isPartial } from './partial-name.ts';
import { sourceText } from './source.ts';
import type { Context, Finding, Rule } from './rule.ts';

/** A value that is none of those that the field knows. */
export const fieldValue: Rule = {
  id: 'field-value',
  scope: 'head',
  reads: ['hugo'],
  severity: 'warning',
  *check(context: Context) {
    for (const fault of context.schema) {
      if (fault.kind !== 'value' || fault.at.annotation.owner !== undefined) continue;
      const finding = describe(fault.at, context);
      if (finding) yield finding;
    }
  },
};

function describe(
  { node, schema, annotation, entry }: FaultPlace,
  { article, facts }: Context,
): Finding | undefined {
  if (node.kind === 'null') return undefined;
  const allowed = (schema.enum ?? []).map(value => String(value));
  const value = sourceText(article, node.range);
  if (
    entry.key.value.toLowerCase() === 'post_meta' &&
    node.kind === 'string' &&
    isPartial(node.value, allowed, facts.hugo)
  )
    return undefined;
  const near = nearest(node.kind === 'string' ? node.value : value, allowed);
  const args = { key: entry.key.value, value, allowed: allowed.join(', '), near: near ?? '' };
  return {
    severity: annotation.severity ?? 'warning',
    message: message(near === undefined ? 'field-value' : 'field-value.near', args),
    range: node.range,
  };
}
