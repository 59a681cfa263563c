import type { Article } from '../article/article.ts';
import type { Node } from '../article/tree.ts';
import { does } from '../hugo/behaviour.ts';
import type { HugoVersion } from '../hugo/version.ts';
import type { Facts } from '../check/facts.ts';
import { settingsOf } from './dates-of.ts';
import type { Path } from '../edit/edit.ts';
import { offered, toWrite } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { Truth } from '../schema/annotations.ts';
import { sourceText } from './source.ts';
import type { Fix } from '../problem.ts';
import { pathOf } from '../schema/validate.ts';
import type { Rule } from './rule.ts';
import { isPlainWord, switchMeaning } from './yaml-words.ts';

/**
 * A switch that is neither true nor false. What the value then does is told by how it is read: templates take
 * every text for on, even "false"; MathJax wants exactly true; Hugo's own switches take "true" and "1" only.
 */
export const fieldSwitch: Rule = {
  id: 'field-switch',
  scope: 'head',
  reads: ['hugo', 'config'],
  severity: 'warning',
  *check({ schema, article, facts }) {
    for (const fault of schema) {
      if (fault.kind !== 'type' || fault.at.annotation.expects !== 'switch') continue;
      const { node, entry, annotation } = fault.at;
      if (facts.hugo !== undefined && does(facts.hugo, 'yaml11Booleans') && isWord(node)) continue;
      const effect = effectOf(node, annotation.truth ?? 'param', facts.hugo);
      const meant = switchMeaning(node);
      if (node.kind === 'null' && annotation.truth !== 'default-on' && !isOnInSite(facts, entry.key.value))
        continue;
      const args = { key: entry.key.value, value: sourceText(article, node.range) };
      const severity = isHarmless(node, meant, effect) ? 'info' : 'warning';
      const fixes = (): readonly Fix[] =>
        fixesOf(article, pathOf(fault.at), meant ?? (isEmpty(node) ? effect : undefined));
      yield { severity, message: message(`field-switch.${effect}`, args), range: node.range, fixes };
    }
  },
};

/** An empty value hides the site's own (hugolib/page.go, Param). */
function isOnInSite(facts: Facts, key: string): boolean {
  const value = settingsOf(facts)?.params[key.toLowerCase()];
  return value !== undefined && value !== null && value !== false && value !== '' && value !== 0;
}

/** What is meant; nothing is known to be meant by an empty value, so it stays what it is; else an editor chooses. */
function fixesOf(article: Article, path: Path, value: Effect | undefined): readonly Fix[] {
  if (value !== undefined) return toWrite(article, path, value === 'on');
  return [true, false].flatMap(choice => offered(toWrite(article, path, choice)));
}

type Effect = 'on' | 'off';

const isWord = (node: Node): boolean => isPlainWord(node, 'on') || isPlainWord(node, 'off');

function isHarmless(node: Node, meant: 'on' | 'off' | undefined, effect: Effect): boolean {
  if (meant !== undefined) return meant === effect;
  return isEmpty(node);
}

const isEmpty = (node: Node): boolean =>
  node.kind === 'null' ||
  (node.kind === 'string' && node.value === '') ||
  (node.kind === 'number' && node.value === 0) ||
  (node.kind === 'list' && node.items.length === 0) ||
  (node.kind === 'map' && node.entries.length === 0);

function effectOf(node: Node, truth: Truth, hugo: HugoVersion | undefined): Effect {
  switch (truth) {
    case 'exact':
      return 'off';
    case 'default-on':
      return 'on';
    case 'cast':
      return castsToTrue(node, hugo) ? 'on' : 'off';
    case 'param':
      return isEmpty(node) ? 'off' : 'on';
  }
}

/** spf13/cast ToBool: what strconv.ParseBool takes, numbers other than 0; everything else is false. */
function castsToTrue(node: Node, hugo: HugoVersion | undefined): boolean {
  if (node.kind === 'number') return node.value !== 0;
  if (node.kind !== 'string') return false;
  if (/^(?:1|t|T|true|TRUE|True)$/.test(node.value)) return true;
  return hugo !== undefined && does(hugo, 'yaml11Booleans') && isPlainWord(node, 'on');
}
