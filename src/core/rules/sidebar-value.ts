import { does } from '../hugo/behaviour.ts';
import type { HugoVersion } from '../hugo/version.ts';
import type { Node } from '../article/tree.ts';
import { nearest } from '../check/near.ts';
import type { Article } from '../article/article.ts';
import { offered, toWrite } from '../fix/fix.ts';
import { message } from '../messages.ts';
import { isPlainWord, switchMeaning } from './yaml-words.ts';
import { sourceText } from './source.ts';
import type { Fix } from '../problem.ts';
import { pathOf } from '../schema/validate.ts';
import type { FaultPlace } from '../schema/validate.ts';
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
      // Whatever is not left is right.
      const isRight = meantBy(node) === 'right' && node.kind !== 'list' && node.kind !== 'map';
      if (finding && isRight && finding.severity === undefined)
        yield { ...finding, severity: 'info', range: node.range, fixes: fixesOf(article, fault.at) };
      else if (finding) yield { ...finding, range: node.range, fixes: fixesOf(article, fault.at) };
    }
  },
};

/** What a value says in another way; else an editor chooses. */
function fixesOf(article: Article, place: FaultPlace): readonly Fix[] {
  const path = pathOf(place);
  const meant = meantBy(place.node);
  if (meant !== undefined) return toWrite(article, path, meant);
  return (['right', 'left', false] as const).flatMap(value => offered(toWrite(article, path, value)));
}

function meantBy(node: Node): string | boolean | undefined {
  const inner =
    node.kind === 'list' ? node.items : node.kind === 'map' ? node.entries.map(({ value }) => value) : [];
  if (inner.length === 1 && inner[0]) return meantBy(inner[0]);
  const word =
    node.kind === 'string'
      ? node.value
          .trim()
          .replace(/[“”‘’"'＂]/g, '')
          .toLowerCase()
      : '';
  const near = nearest(word, ['left', 'right']);
  if (near !== undefined) return near;
  if (/^左[侧边]?$/.test(word)) return 'left';
  if (/^右[侧边]?$/.test(word)) return 'right';
  const meant = switchMeaning(node);
  if (meant === 'off' || /^(?:hidden|hide|无|不显示|隐藏)$/.test(word)) return false;
  return meant === 'on' ? 'right' : undefined;
}

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
