import { message } from '../messages.ts';
import { targetOf } from '../images/target.ts';
import { originOfSite } from '../images/targets-of.ts';
import type { Verdict } from '../images/verdict.ts';
import type { Reference } from '../images/reference.ts';
import type { Facts } from '../check/facts.ts';
import { replaceAddress } from './image-fix.ts';
import type { Finding, Rule } from './rule.ts';

/** Images that readers do not see, as far as asking for them has shown. */
export const imageRemote: Rule = {
  id: 'image-remote',
  scope: 'body',
  reads: ['config', 'remote'],
  severity: 'error',
  check: ({ references, facts }) => findings(references(), facts, 'image'),
};

/** Links to pages that are not there, as far as asking for them has shown. */
export const linkRemote: Rule = {
  id: 'link-remote',
  scope: 'body',
  reads: ['config', 'remote'],
  severity: 'error',
  check: ({ references, facts }) => findings(references(), facts, 'link'),
};

function* findings(
  references: readonly Reference[],
  facts: Facts,
  kind: Reference['kind'],
): Generator<Finding> {
  for (const reference of references) {
    if (reference.kind !== kind) continue;
    for (const note of verdictFor(reference, facts)?.notes ?? []) {
      if (!note.severity) continue;
      yield {
        message: message(note.code, note.args),
        range: reference.range,
        severity: note.severity,
        fixes: replaceAddress(reference, note),
      };
    }
  }
}

/** What is known of the address of a reference. */
export function verdictFor(reference: Reference, { remote, site }: Facts): Verdict | undefined {
  if (!remote || reference.form === 'resource') return undefined;
  const target = targetOf(reference, originOfSite({ site }), remote.policy);
  return target && remote.verdicts.get(target.key);
}
