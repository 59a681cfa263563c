import type { Range } from '../article/tree.ts';
import { fix, replacing, writing } from '../fix/fix.ts';
import type { Reference } from '../images/reference.ts';
import { message } from '../messages.ts';
import { fragmentOf, judgeAnchor } from '../targets/anchors.ts';
import { isHookOpen } from '../targets/hooks.ts';
import type { Finding, Rule } from './rule.ts';

/** Links with `#` to a heading or another place of a page that is not there: the reader stays where the page begins. */
export const anchorMissing: Rule = {
  id: 'anchor-missing',
  scope: 'body',
  reads: ['config', 'shortcodes', 'files', 'articles', 'page', 'hugo'],
  severity: 'warning',
  *check({ article, facts, references }) {
    for (const { range, fragment, file, near } of facts.targets?.anchors ?? [])
      yield finding(range, { fragment, file, near });
    const { text, body } = article;
    if (!text.includes('#', body.start)) return;
    const own = links(references()).filter(
      ({ reference }) => !facts.site || !isHookOpen(reference, facts.site),
    );
    for (const { reference, fragment } of own) {
      const verdict = judgeAnchor(fragment, article, facts);
      if (verdict) yield finding(reference.range, { fragment, near: verdict.near });
    }
  },
};

/** Those to the page itself. */
const links = (references: readonly Reference[]) =>
  references.flatMap(reference => {
    const { kind, url, isVerbatim } = reference;
    const fragment = kind === 'link' && url.startsWith('#') && isVerbatim ? fragmentOf(url) : undefined;
    return fragment === undefined ? [] : [{ reference, fragment }];
  });

interface Told {
  readonly fragment: string;
  readonly file?: string;
  readonly near: string | undefined;
}

function finding(range: Range, { fragment, file, near }: Told): Finding {
  const args = { fragment, file: file ?? '', near: near ?? '' };
  const isPlain = near !== undefined && /^[\p{L}\p{N}_.:-]+$/u.test(near);
  const onPage = near === undefined ? 'anchor-missing' : 'anchor-missing.near';
  const onOther = near === undefined ? 'anchor-missing.other' : 'anchor-missing.other.near';
  return {
    message: message(file === undefined ? onPage : onOther, args),
    range,
    fixes: isPlain ? fix(writing(`#${near}`), [replacing(range, `#${near}`)]) : [],
  };
}
