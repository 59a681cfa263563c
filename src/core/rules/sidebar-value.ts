import { does } from '../hugo/behaviour.ts';
import type { HugoVersion } from '../hugo/version.ts';
import type { Node } from '../article/tree.ts';
import { nearest } from '../check/near.ts';
import { message } from '../messages.ts';
import { isPlainWord } from './yaml-words.ts';
import { sourceText } from './source.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * Mainroad: only exactly "left" is left, any other value that is set shows the side bar on the right
 * (partials/sidebar.html).
 */
export const sidebarValue: Rule = {
  id: 'sidebar-value',
  scope: 'head',
  reads: ['hugo'],
  severity: 'warning',
  *check({ schema, article, facts }) {
    for (const fault of schema) {
      if (fault.kind !== 'value' || fault.at.annotation.owner !== 'sidebar-value') continue;
      const { node } = fault.at;
      const value = sourceText(article, node.range);
      const finding = judge(node, value, facts.hugo);
      if (finding) yield { ...finding, range: node.range };
    }
  },
};

function judge(node: Node, value: string, hugo: HugoVersion | undefined): Omit<Finding, 'range'> | undefined {
  const empty = node.kind === 'null' || (node.kind === 'string' && node.value === '');
  if (empty || (node.kind === 'list' && node.items.length === 0)) return undefined;
  if (node.kind === 'boolean') return { severity: 'info', message: message('sidebar-value.true') };
  if (isPlainWord(node, 'on') || isPlainWord(node, 'off')) {
    if (!does(hugo, 'yaml11Booleans') || hugo === undefined)
      return { message: message('sidebar-value.word', { value }) };
    return undefined;
  }
  const near = node.kind === 'string' ? nearest(node.value.trim(), ['left', 'right']) : undefined;
  if (near !== undefined) return { message: message('sidebar-value.near', { value, near }) };
  return { message: message('sidebar-value', { value }) };
}
