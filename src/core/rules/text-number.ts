import type { Article } from '../article/article.ts';
import type { Node } from '../article/tree.ts';
import { fix, inserting, replacing, writing } from '../fix/fix.ts';
import { does } from '../hugo/behaviour.ts';
import { isTextSince152, shownAs } from '../hugo/text-shown.ts';
import type { HugoVersion } from '../hugo/version.ts';
import type { Fix } from '../problem.ts';
import { message } from '../messages.ts';
import { FIELDS } from '../schema/annotations.ts';
import { schemaFor } from '../schema/choose.ts';
import type { Rule } from './rule.ts';
import { marksOf, yamlValues } from './yaml-values.ts';

/** `title: 1.10`: a number or a truth value to YAML, which Hugo writes in its own way where a text is shown. */
export const textNumber: Rule = {
  id: 'text-number',
  scope: 'head',
  reads: ['hugo', 'page'],
  severity: 'warning',
  *check({ article, facts }) {
    const fields = FIELDS[schemaFor(article, facts)];
    for (const value of yamlValues(article)) {
      const { node, path } = value;
      if (marksOf(article, value).length > 0) continue;
      const name = fields.get(String(path[0]).toLowerCase())?.name ?? '';
      if (name === 'weight' && isLostWeight(article, node) && does(facts.hugo, 'goccyYaml'))
        yield {
          message: message('text-number.weight'),
          range: node.range,
          fixes: plainDigits(node),
        };
      const place = { name, depth: path.length, node };
      const shown = rewrittenAs(article, place, facts.hugo);
      if (shown === undefined) continue;
      const written = article.text.slice(node.range.start, node.range.end);
      const edits = [inserting(node.range.start, '"'), inserting(node.range.end, '"')];
      const fixes = fix(message('fix.quote', { text: written }), edits);
      yield { message: message('text-number', { written, shown }), range: node.range, fixes };
    }
  },
};

/** The number as all versions read it. */
function plainDigits(node: Node): readonly Fix[] {
  if (node.kind !== 'number' || !Number.isSafeInteger(node.value)) return [];
  return fix(writing(String(node.value)), [replacing(node.range, String(node.value))]);
}

/** A weight that is a text for goccy/go-yaml, and 0 for Hugo then. */
const isLostWeight = ({ text }: Article, { kind, range, style }: Node): boolean =>
  kind === 'number' && style === 'plain' && isTextSince152(text.slice(range.start, range.end));

const TEXTS = new Set(['title', 'linkTitle', 'lead', 'summary', 'description', 'slug', 'url']);
const LISTS = new Set(['tags', 'categories', 'keywords', 'series']);

/** What a value becomes if that is something else than what is written; `undefined`: it is shown as it is. */
export function rewrittenAs(
  { text, fences }: Article,
  { name, depth, node }: { readonly name: string; readonly depth: number; readonly node: Node },
  hugo: HugoVersion | undefined,
): string | undefined {
  const isShown = depth === 1 ? TEXTS.has(name) : depth === 2 && LISTS.has(name);
  if (!isShown || !isScalar(node) || fences?.format !== 'yaml') return undefined;
  const written = text.slice(node.range.start, node.range.end);
  const shown = shownAs(written, hugo);
  return shown === written ? undefined : shown;
}

const isScalar = (node: Node): boolean =>
  node.style === 'plain' && node.kind !== 'null' && node.range.end > node.range.start;
