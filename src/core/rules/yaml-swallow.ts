import type { Article } from '../article/article.ts';
import type { Node, Range } from '../article/tree.ts';
import { removeItem } from '../edit/edit.ts';
import { fix, replacing, writing } from '../fix/fix.ts';
import { does } from '../hugo/behaviour.ts';
import type { Facts } from '../check/facts.ts';
import { FIELDS } from '../schema/annotations.ts';
import { schemaFor } from '../schema/choose.ts';
import type { HugoVersion } from '../hugo/version.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import type { Rule } from './rule.ts';
import { marksOf, yamlValues } from './yaml-values.ts';
import type { Mark, YamlValue } from './yaml-values.ts';

/**
 * A dash or a type (`!x`) with nothing behind it. goccy/go-yaml looks for its value in the lines below, and takes all
 * the keys that follow for it.
 */
export const yamlSwallow: Rule = {
  id: 'yaml-swallow',
  scope: 'head',
  reads: ['hugo', 'page'],
  severity: 'warning',
  *check({ article, facts }) {
    const found = firstSwallowed(article, facts.hugo);
    if (!found) return;
    const { value, lost } = found;
    const text = message('yaml-swallow', { key: lost.key });
    const severity = breaks(article, facts, value) ? 'error' : 'warning';
    yield { severity, message: text, range: lost.range, fixes: () => fixesOf(article, value, lost) };
  },
};

/** A map among the names of terms, menus or parts of the page: the build ends. */
function breaks(article: Article, facts: Facts, { path }: YamlValue): boolean {
  const field = FIELDS[schemaFor(article, facts)].get(String(path[0]).toLowerCase());
  return path.length === 2 && (field?.annotation.ranged === true || field?.annotation.expects === 'menu');
}

/** The empty value that takes the keys below for itself; another rule need not say that it is empty. */
export const takesKeys = (article: Article, hugo: HugoVersion | undefined): Node | undefined =>
  firstSwallowed(article, hugo)?.value.node;

/** What stands below the first one is within it. */
function firstSwallowed(
  article: Article,
  hugo: HugoVersion | undefined,
): { readonly value: YamlValue; readonly lost: Swallowed } | undefined {
  const { text, fences } = article;
  if (fences?.format !== 'yaml' || !does(hugo, 'goccyYaml')) return undefined;
  if (!MAY_BE.test(text.slice(fences.content.start, fences.content.end))) return undefined;
  for (const value of yamlValues(article)) {
    const lost = swallowed(article, value);
    if (lost) return { value, lost };
  }
  return undefined;
}

/** A dash with nothing behind it, or a mark. */
const MAY_BE = /-[ \t]*(?:#.*)?\r?\n|(?:^|[\s:-])[&!]/;

interface Swallowed {
  /** The first key that is lost. */
  readonly key: string;
  /** The dash or the mark. */
  readonly range: Range;
  readonly mark: Mark | undefined;
}

/** What a value that is not there takes for itself; `undefined`: it is there, or there is nothing to take. */
function swallowed(article: Article, value: YamlValue): Swallowed | undefined {
  const { text, fences } = article;
  const { node, gap } = value;
  if (!isNothing(node) || !fences?.close) return undefined;
  const [, indent, key] = NEXT.exec(text.slice(node.range.end, fences.close.start)) ?? [];
  if (indent === undefined || key === undefined) return undefined;
  const dash = isItem(value) ? gap.start + text.slice(gap.start, gap.end).lastIndexOf('-') : -1;
  const isBesideDash = dash >= gap.start && columnOf(text, dash) === indent.length && !key.startsWith('-');
  const marks = marksOf(article, value);
  const mark = marks.find(({ text: written }) => written.startsWith('!')) ?? marks.at(-1);
  if (mark)
    return takesLines(article, value, mark) || isBesideDash ? { key, range: mark.range, mark } : undefined;
  return isBesideDash ? { key, range: { start: dash, end: dash + 1 }, mark } : undefined;
}

const isNothing = (node: Node): boolean =>
  (node.kind === 'null' || (node.kind === 'string' && node.value === '')) &&
  node.style === 'plain' &&
  node.range.end === node.range.start;

/** A type always looks for its value, a name does if it stands below its key. */
function takesLines(article: Article, value: YamlValue, mark: Mark): boolean {
  if (isTold(article, mark)) return false;
  const isOnOwnLine = /[\r\n]/.test(article.text.slice(value.gap.start, mark.range.start));
  return mark.text.startsWith('!') || (isOnOwnLine && !isItem(value));
}

/** The next line that says something: its spaces, and its key. */
const NEXT = /^[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t\r]*(?:#[^\n]*)?\n)*( *)([^\s:#][^:\r\n]*)/;

const isItem = ({ path }: YamlValue): boolean => typeof path.at(-1) === 'number';

const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);

/** An error of the syntax says more. */
const isTold = ({ faults }: Article, { range }: Mark): boolean =>
  faults.some(({ only, range: at }) => !only && at.start < range.end && at.end > range.start);

/** A dash with nothing behind it goes; a mark was meant as text. */
function fixesOf(article: Article, { path }: YamlValue, { mark }: Swallowed): readonly Fix[] {
  const index = path.at(-1);
  if (mark) {
    const quoted = `"${mark.text}"`;
    return mark.text.includes('"') ? [] : fix(writing(quoted), [replacing(mark.range, quoted)]);
  }
  if (typeof index !== 'number') return [];
  return fix(message('fix.remove-item'), removeItem(article, path.slice(0, -1), index));
}
