import type { Article } from '../article/article.ts';
import type { Entry, MapNode, Node, Range } from '../article/tree.ts';
import { entryOf } from '../article/tree.ts';
import { deleting, fix, replacing } from '../fix/fix.ts';
import { does } from '../hugo/behaviour.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import type { Finding, Rule } from './rule.ts';

/** A sign that nobody sees, where YAML takes it for part of a key, or for the start of a text that has quotes. */
export const invisibleSign: Rule = {
  id: 'invisible-sign',
  scope: 'head',
  reads: ['hugo'],
  severity: 'warning',
  *check({ article, facts }) {
    const { tree, fences, text } = article;
    if (fences?.format !== 'yaml') return;
    const head = text.slice(fences.content.start, fences.content.end);
    if (!ANY.test(head)) return;
    if (head.startsWith(BOM) && does(facts.hugo, 'goccyYaml'))
      yield leadingBom(article, fences.content.start);
    if (tree) yield* inMap(article, tree);
  },
};

const BOM = '\ufeff';
/** Signs without width, and spaces that are none for YAML. */
const SIGNS = '\\u00a0\\u00ad\\u1680\\u2000-\\u200f\\u202a-\\u202f\\u205f-\\u2064\\u3000\\ufeff';
const ANY = new RegExp(`[${SIGNS}]`);
const IN_KEY = new RegExp(
  `^[${SIGNS}]+|[\\u200b-\\u200f\\u2060\\ufeff\\u00ad]+|(?<![${SIGNS}])[${SIGNS}]+$`,
  'g',
);
const BEFORE_QUOTE = new RegExp(`^[${SIGNS}]+(?=["'[{])`);

/** yaml.v2 skips the mark at the very start; goccy/go-yaml takes it for the name of a key, or for a text alone. */
function leadingBom({ text, fences }: Article, start: number): Finding {
  const range = { start, end: start + 1 };
  const isAlone = /^\ufeff[ \t]*(?:#.*)?\r?\n/.test(text.slice(start, fences?.content.end));
  const severity = isAlone ? 'error' : 'warning';
  const code = isAlone ? 'invisible-sign.alone' : 'invisible-sign.first';
  return { severity, message: message(code), range, fixes: fix(DELETE, [deleting(range)]) };
}

const DELETE = message('fix.invisible');

/** Whether a key has such signs, and this rule tells of it. */
export const hasInvisibleSign = (article: Article, key: Range): boolean =>
  article.fences?.format === 'yaml' && signsIn(article, key, IN_KEY).length > 0;

function* inMap(article: Article, map: MapNode): Generator<Finding> {
  for (const [index, entry] of map.entries.entries()) {
    const found = signsIn(article, entry.key.range, IN_KEY);
    const [first] = found;
    if (first && !isTold(article, entry.key.range)) {
      const fixes = fixesOf({ article, map }, entry, map.entries[index - 1]);
      const key = shown(entry.key.value);
      yield {
        message: message('invisible-sign.key', { key, code: codeOf(article, first) }),
        range: first,
        fixes,
      };
    }
    yield* inNode(article, entry.value);
  }
}

function* inNode(article: Article, node: Node): Generator<Finding> {
  if (node.kind === 'map') yield* inMap(article, node);
  else if (node.kind === 'list') for (const item of node.items) yield* inNode(article, item);
  else if (node.kind === 'string' && node.style === 'plain' && BEFORE_QUOTE.test(node.value)) {
    const [range] = signsIn(article, node.range, new RegExp(BEFORE_QUOTE, 'g'));
    if (!range) return;
    const fixes = fix(DELETE, [deleting(range)]);
    yield { message: message('invisible-sign.quote', { code: codeOf(article, range) }), range, fixes };
  }
}

/** An error of the syntax says more. */
const isTold = ({ faults }: Article, { start, end }: Range): boolean =>
  faults.some(({ only, range }) => !only && range.start < end && range.end > start);

const signsIn = ({ text }: Article, { start, end }: Range, signs: RegExp): readonly Range[] =>
  Array.from(text.slice(start, end).matchAll(signs), ({ index, 0: found }) => ({
    start: start + index,
    end: start + index + found.length,
  }));

const shown = (key: string): string => key.replace(IN_KEY, '');

const codeOf = ({ text }: Article, { start }: Range): string =>
  text.charCodeAt(start).toString(16).toUpperCase().padStart(4, '0');

/** The signs go; before a key below one that has no value they were meant to indent it. */
function fixesOf(
  { article, map }: { readonly article: Article; readonly map: MapNode },
  { key }: Entry,
  before: Entry | undefined,
): readonly Fix[] {
  const signs = signsIn(article, key.range, IN_KEY);
  const [first] = signs;
  const indents = first?.start === key.range.start && before?.value.kind === 'null';
  if (indents) {
    const spaces = ' '.repeat(Math.max(2, first.end - first.start));
    return fix(DELETE, [replacing(first, spaces), ...signs.slice(1).map(deleting)]);
  }
  return entryOf(map, shown(key.value)) ? [] : fix(DELETE, signs.map(deleting));
}
