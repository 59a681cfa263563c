import type { Facts } from '../check/facts.ts';
import { settingsFor } from '../hugo/url-page.ts';
import { message } from '../messages.ts';
import type { Message } from '../messages.ts';
import type { RefOutcome } from '../targets/target.ts';
import type { Rule } from './rule.ts';

/** `ref` and `relref` to a page that Hugo does not find. */
export const refMissing: Rule = {
  id: 'ref-missing',
  scope: 'body',
  reads: ['config', 'articles', 'time', 'hugo'],
  severity: 'error',
  *check({ facts }) {
    for (const ref of facts.targets?.refs ?? []) {
      const text = textFor(ref, facts);
      if (text)
        yield { message: text, range: ref.range, ...(warns(ref, facts) ? { severity: 'warning' } : {}) };
    }
  },
};

/** The site asks for no more than a warning; a path that cannot be read breaks the build all the same. */
function warns({ outcome }: RefOutcome, { site, made }: Facts): boolean {
  if (!site || !made) return true;
  if (made.draft && !site.config.switches.buildDrafts) return true;
  return outcome.is !== 'escape' && settingsFor(site.config, made.language).refsOnlyWarn;
}

function textFor(ref: RefOutcome, facts: Facts): Message | undefined {
  const { outcome, path } = ref;
  if (outcome.is === 'there' || outcome.is === 'unknown') return undefined;
  if (warns(ref, facts)) return message('ref-missing.warns', { path });
  switch (outcome.is) {
    case 'ambiguous':
      return message('ref-missing.ambiguous', { path, files: outcome.files.slice(0, 5).join(', ') });
    case 'language':
      return message('ref-missing.language', { language: outcome.language });
    case 'escape':
      return message('ref-missing.escape');
    case 'missing':
      return outcome.file === undefined
        ? message('ref-missing', { path })
        : message('ref-missing.unpublished', { file: outcome.file });
  }
}
