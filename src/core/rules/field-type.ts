import type { Node } from '../article/tree.ts';
import { does } from '../hugo/behaviour.ts';
import { retype } from '../fix/retype.ts';
import { message } from '../messages.ts';
import type { Severity } from '../problem.ts';
import type { Annotation } from '../schema/annotations.ts';
import type { FaultPlace } from '../schema/validate.ts';
import type { Context, Rule } from './rule.ts';

/** A value of a type that the field cannot have, such as one text where a list of texts is meant. */
export const fieldType: Rule = {
  id: 'field-type',
  scope: 'head',
  reads: ['hugo'],
  severity: 'error',
  *check({ schema, facts, article }: Context) {
    for (const fault of schema) {
      if (fault.kind !== 'type') continue;
      const { at } = fault;
      const severity = severityOf(at, facts.hugo);
      if (!severity) continue;
      const expects = message(`expects.${at.annotation.expects ?? 'text'}`);
      const args = { key: nameOf(at), expects, found: message(`kind.${at.node.kind}`) };
      const text = message(`field-type.${severity}`, args);
      yield { severity, message: text, range: at.node.range, fixes: retype(article, at) };
    }
  },
};

function severityOf(
  { annotation, node }: FaultPlace,
  hugo: Context['facts']['hugo'],
): Reportable | undefined {
  if (annotation.expects === 'date' && node.kind === 'number') return undefined;
  if (annotation.expects === 'switch' || isOwnedByFieldEmpty(annotation, node)) return undefined;
  const severity = annotation.byType?.[node.kind];
  if (severity === undefined) return node.kind === 'null' ? undefined : 'info';
  if (severity === 'error' && annotation.since !== undefined && !does(hugo, 'mapsAreRequired'))
    return 'warning';
  if (severity === 'error' && annotation.expects === 'date' && !does(hugo, 'badDateBreaksBuild'))
    return 'warning';
  return severity === 'hint' ? 'info' : severity;
}

type Reportable = Exclude<Severity, 'hint'>;

/** The field as an editor would name it: `thumbnail`, `thumbnail.src`, `tags`. */
function nameOf({ entry, path }: FaultPlace): string {
  return [entry.key.value, ...path.filter(step => typeof step === 'string')].join('.');
}

const isOwnedByFieldEmpty = (annotation: Annotation, node: Node): boolean =>
  node.kind === 'null' && annotation.byType?.null === 'warning';
