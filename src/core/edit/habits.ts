import type { Article } from '../article/article.ts';
import type { Format } from '../article/fences.ts';
import type { Entry, ListNode, MapNode, Node, Style } from '../article/tree.ts';
import { DIALECTS } from './dialects.ts';
import { indentAt, lineStart } from './lines.ts';
import { isAlias, isMerged } from './place.ts';

/** How brackets and commas are set. */
export interface FlowHabit {
  /** Blanks inside the brackets of one line. */
  readonly padding: string;
  /** One part a line. */
  readonly multiline: boolean;
}

/** How a file writes what is new in it: as it writes most of the rest, or as this project's articles do. */
export interface Habits {
  readonly quote: Style;
  readonly colon: string;
  readonly comma: string;
  /** Lists as lines with dashes, or in brackets. */
  readonly listStyle: 'block' | 'flow';
  /** Spaces from a key to the dash below it, and from the dash to its item. */
  readonly dash: { readonly offset: number; readonly gap: string };
  readonly list: FlowHabit;
  readonly map: FlowHabit;
  /** Indentation of what is nested. */
  readonly unit: string;
}

/** One map or list of the file, below the entry it is the value of. */
interface Sight {
  readonly node: MapNode | ListNode;
  readonly owner: Entry | undefined;
}

/** The habits of an article's front matter in `format`, which is asked for where there is none. */
export function habitsOf(article: Article, format: Format): Habits {
  const { padding, colon } = DIALECTS[format];
  const { collections, strings } = survey(article);
  const lists = collections.filter(({ node }) => node.kind === 'list' && node.items.length > 0);
  const maps = collections.filter(({ node }) => node.kind === 'map' && node.entries.length > 0);
  const flowMap = maps.find(({ node, owner }) => node.style === 'flow' && owner) ?? maps[0];
  const colonHere = maps.map(({ node }) => colonOf(article, node)).find(text => text !== undefined);
  return {
    quote: format === 'json' ? 'double' : commonQuote(strings),
    colon: format === 'yaml' ? colon : (colonHere ?? colon),
    comma: format === 'json' && colonHere === ':' ? ',' : ', ',
    listStyle: listStyle(lists, format),
    dash: dashOf(article, lists),
    list: flowHabit(article, lists.find(({ node }) => node.style === 'flow') ?? flowMap, padding.list),
    map: flowHabit(article, flowMap, padding.map),
    unit: unitOf(article, collections, format),
  };
}

function survey(article: Article): { collections: Sight[]; strings: Style[] } {
  const collections: Sight[] = [];
  const strings: Style[] = [];
  const visit = (node: Node, owner?: Entry): void => {
    if (isAlias(article, node)) return;
    if (node.kind === 'string') strings.push(node.style);
    if (node.kind !== 'map' && node.kind !== 'list') return;
    collections.push({ node, owner });
    if (node.kind === 'list') node.items.forEach(item => visit(item));
    else for (const entry of node.entries) if (!isMerged(article, entry)) visit(entry.value, entry);
  };
  if (article.tree) visit(article.tree);
  return { collections, strings };
}

function commonQuote(strings: readonly Style[]): Style {
  const count = (style: Style): number => strings.filter(other => other === style).length;
  const [double, single, plain] = [count('double'), count('single'), count('plain')];
  if (double >= single && double >= plain) return 'double';
  return single >= plain ? 'single' : 'plain';
}

function listStyle(lists: readonly Sight[], format: Format): 'block' | 'flow' {
  if (!DIALECTS[format].hasBlocks) return 'flow';
  const blocks = lists.filter(({ node }) => node.style === 'block').length;
  return blocks >= lists.length - blocks ? 'block' : 'flow';
}

/** What stands between the first key of a map and its value, if it is on one line and nothing was aligned by it. */
function colonOf({ text }: Article, node: MapNode | ListNode): string | undefined {
  if (node.kind !== 'map') return undefined;
  const [first] = node.entries;
  const between = first && text.slice(first.key.range.end, first.value.range.start);
  return between !== undefined && /^(?: ?= ?|: ?)$/.test(between) ? between : undefined;
}

function dashOf(article: Article, lists: readonly Sight[]): { offset: number; gap: string } {
  for (const { node, owner } of lists) {
    if (node.style === 'block') return dashStyle(article, node, owner);
  }
  return { offset: 2, gap: ' ' };
}

/** How the dashes of a block list stand. */
export function dashStyle(
  article: Article,
  list: MapNode | ListNode,
  owner: Entry | undefined,
): { offset: number; gap: string } {
  const { start } = list.range;
  const offset = owner ? columnOf(article, start) - columnOf(article, owner.key.range.start) : 2;
  return {
    offset: Math.max(0, offset),
    gap: /^-( +)[^\s#]/.exec(article.text.slice(start, start + 20))?.[1] ?? ' ',
  };
}

const columnOf = (article: Article, at: number): number => at - lineStart(article, at);

function flowHabit({ text, fences }: Article, sight: Sight | undefined, padding: string): FlowHabit {
  if (sight?.node.style !== 'flow') return { padding, multiline: false };
  const inside = text.slice(sight.node.range.start + 1, sight.node.range.end - 1);
  const lead = /^\s*/.exec(inside)?.[0] ?? '';
  if (!/[\r\n]/.test(lead)) return { padding: lead, multiline: false };
  // In YAML a bracket on a line of its own has to be further in than readers agree on.
  return { padding, multiline: fences?.format !== 'yaml' };
}

/** How far in the first part of the first nested block or multi-line flow collection stands. */
function unitOf(article: Article, collections: readonly Sight[], format: Format): string {
  for (const { node, owner } of collections) {
    const first = node.kind === 'map' ? node.entries[0]?.key : undefined;
    if (!first) continue;
    const own = indentAt(article, first.range.start);
    const outer = owner ? indentAt(article, owner.key.range.start) : '';
    const isNested = owner ? format !== 'toml' : format === 'json';
    if (isNested && /^[ \t]+$/.test(own) && own.length > outer.length && own.startsWith(outer)) {
      if (
        lineStart(article, first.range.start) > lineStart(article, node.range.start) ||
        node.style === 'block'
      )
        return own.slice(outer.length);
    }
  }
  return '  ';
}
