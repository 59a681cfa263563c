import { entryOf } from '../article/tree.ts';
import type { BodyPart } from '../check/body.ts';
import type { Facts } from '../check/facts.ts';
import { setValue } from '../edit/edit.ts';
import { fix, offered, writing } from '../fix/fix.ts';
import { at, flagOf } from '../hugo/config-value.ts';
import { message } from '../messages.ts';
import { settingsOf } from './dates-of.ts';
import { isOnStockPages } from './mainroad.ts';
import { perPart } from './per-part.ts';
import type { Context, Finding, Rule } from './rule.ts';

/** Formulas in an article for which Mainroad does not load MathJax (partials/mathjax.html): readers see their source. */
export const formulaOff: Rule = {
  id: 'formula-off',
  scope: 'body',
  reads: ['config'],
  severity: 'info',
  *check(context) {
    const { article, facts, markdown } = context;
    if (!isOnStockPages(facts, 'mathjax.html') || isHandled(context)) return;
    for (const finding of perPart(markdown(), look)) {
      const repair = fix(writing('mathjax: true'), setValue(article, ['mathjax'], true));
      const isSingle = finding.message.code === 'formula-off.dollar';
      yield { ...finding, fixes: isSingle ? offered(repair) : repair };
      return;
    }
  },
};

function* look({ inlines }: BodyPart): Generator<Finding> {
  for (const { text, start } of inlines) {
    const found = FORMULA.exec(text);
    if (!found) continue;
    const [formula] = found;
    const code = /^\$(?!\$)/.test(formula) ? 'formula-off.dollar' : 'formula-off';
    const at = start + found.index;
    yield { message: message(code), range: { start: at, end: at + formula.length } };
    return;
  }
}

/** Bounded, and what is in between has TeX in it: two prices are no formula. */
const FORMULA =
  /\$\$(?!\s*\$)[^$]{0,500}?[\\^_=+{][^$]{0,500}?\$\$|\\{1,2}[([](?=[^()]{0,200}(?:\\[a-zA-Z]|[\^_]))[^\n]{1,200}?\\{1,2}[)\]]|(?<![\w$\\])\$(?=[^$\n]{0,200}(?:\\[a-zA-Z]{2}|[\^_]\{|(?<![a-zA-Z])[a-zA-Z\d)][\^_][a-zA-Z\d](?![a-zA-Z])))[^\s$_\u3000-\uffef][^$\n\u3000-\uffef]{0,200}(?<![\s\\])\$(?![\w$])/;

/** MathJax is on, the switch is judged by another rule, or the site has its own way. */
function isHandled({ article: { tree }, facts }: Context): boolean {
  const own = tree && entryOf(tree, 'mathjax')?.value;
  if (own && own.kind !== 'boolean' && own.kind !== 'null') return true;
  return inEffect(facts, own?.kind === 'boolean' ? own.value : undefined) || hasPassthrough(facts);
}

function inEffect(facts: Facts, own: boolean | undefined): boolean {
  const cascaded = facts.made?.effective['mathjax'];
  return (own ?? cascaded ?? settingsOf(facts)?.params['mathjax']) === true;
}

const hasPassthrough = (facts: Facts): boolean =>
  flagOf(at(settingsOf(facts)?.markup ?? {}, 'goldmark', 'extensions', 'passthrough', 'enable')) ?? false;
