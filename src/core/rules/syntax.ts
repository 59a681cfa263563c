import type { SyntaxRule } from '../article/syntax.ts';
import { syntaxFixes } from '../fix/syntax/mend.ts';
import type { Severity } from '../problem.ts';
import type { Rule } from './rule.ts';

/** Syntax errors are found while reading; a rule for each gives them a page, a severity and a switch. */
const syntaxRule = (id: SyntaxRule, severity: Severity = 'error'): Rule => ({
  id,
  scope: 'head',
  reads: [],
  severity,
  *check({ article }) {
    for (const fault of article.faults) {
      if (fault.rule === id) yield { ...fault, fixes: () => syntaxFixes(article, fault) };
    }
  },
});

export const SYNTAX_RULES: readonly Rule[] = [
  syntaxRule('fence-broken'),
  syntaxRule('fence-unclosed'),
  syntaxRule('front-matter-limit', 'info'),
  syntaxRule('front-matter-not-a-map'),
  syntaxRule('yaml-alias'),
  syntaxRule('yaml-colon'),
  syntaxRule('yaml-control-character'),
  syntaxRule('yaml-escape'),
  syntaxRule('yaml-fullwidth'),
  syntaxRule('yaml-indentation'),
  syntaxRule('yaml-missing-space'),
  syntaxRule('yaml-quote'),
  syntaxRule('yaml-special-start'),
  syntaxRule('yaml-syntax'),
  syntaxRule('yaml-tab'),
  syntaxRule('yaml-unclosed-list'),
  syntaxRule('toml-syntax'),
  syntaxRule('json-syntax'),
];
