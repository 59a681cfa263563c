import type { AST } from 'toml-eslint-parser';
import { message } from '../messages.ts';
import { LimitExceeded, MAX_DEPTH } from './syntax.ts';
import type { SyntaxFault } from './syntax.ts';
import type { KeyNode, ListNode, MapNode, Node, Range, Style } from './tree.ts';

interface DraftMap {
  readonly kind: 'map';
  style: Style;
  range: Range;
  readonly entries: DraftEntry[];
}
interface DraftList {
  readonly kind: 'list';
  readonly style: Style;
  range: Range;
  readonly items: DraftMap[];
}
interface DraftEntry {
  readonly key: KeyNode;
  value: DraftMap | DraftList | Node;
  range: Range;
}

const hull = (a: Range, b: Range): Range => ({
  start: Math.min(a.start, b.start),
  end: Math.max(a.end, b.end),
});

/**
 * Joins tables (`[params.x]`), arrays of tables and dotted keys to the map that they mean. The range of such a map
 * spans all its parts; if other tables stand between them, it spans those, too.
 */
export function buildToml(
  program: AST.TOMLProgram,
  content: string,
  base: number,
): { readonly tree: MapNode; readonly refused: readonly SyntaxFault[] } {
  const [top] = program.body;
  const range = { start: base, end: base + content.length };
  const root: DraftMap = { kind: 'map', style: 'block', range, entries: [] };
  const builder = new TomlBuilder(base);
  for (const item of top.body) {
    if (item.type === 'TOMLKeyValue') builder.keyValue(root, item, 1);
    else builder.table(root, item);
  }
  return { tree: root, refused: builder.refused };
}

class TomlBuilder {
  readonly refused: SyntaxFault[] = [];
  private readonly base: number;

  constructor(base: number) {
    this.base = base;
  }

  table(root: DraftMap, table: AST.TOMLTable): void {
    const whole = this.range(table.range);
    const { keys } = table.key;
    if (keys.length + table.resolvedKey.length > MAX_DEPTH) throw new LimitExceeded();
    let map = root;
    for (const [index, key] of keys.entries()) {
      const isLast = index === keys.length - 1;
      const draft = this.key(key);
      map = isLast && table.kind === 'array' ? this.element(map, draft, whole) : this.step(map, draft, whole);
    }
    map.style = 'table';
    for (const item of table.body) this.keyValue(map, item, keys.length + 1);
  }

  keyValue(map: DraftMap, item: AST.TOMLKeyValue, depth: number): void {
    const whole = this.range(item.range);
    const { keys } = item.key;
    if (depth + keys.length > MAX_DEPTH) throw new LimitExceeded();
    let at = map;
    for (const key of keys.slice(0, -1)) at = this.step(at, this.key(key), whole);
    const last = keys.at(-1);
    if (!last) return;
    const value = this.value(item.value, depth + keys.length);
    const key = this.key(last);
    at.entries.push({ key, value, range: { start: key.range.start, end: value.range.end } });
  }

  /** The map under a key, made if it is not there; it and its entry grow to hold `whole`. */
  private step(map: DraftMap, key: KeyNode, whole: Range): DraftMap {
    const found = map.entries.find(entry => entry.key.value === key.value);
    const inner = found?.value;
    const last = inner?.kind === 'list' ? (inner.items.at(-1) as DraftMap | undefined) : inner;
    if (found && last?.kind === 'map') {
      const target = last as DraftMap;
      target.range = hull(target.range, whole);
      if (inner?.kind === 'list') (inner as DraftList).range = hull(inner.range, whole);
      found.range = hull(found.range, whole);
      return target;
    }
    const fresh: DraftMap = { kind: 'map', style: 'block', range: whole, entries: [] };
    map.entries.push({ key, value: fresh, range: whole });
    return fresh;
  }

  /** A further element of an array of tables. */
  private element(map: DraftMap, key: KeyNode, whole: Range): DraftMap {
    const fresh: DraftMap = { kind: 'map', style: 'table', range: whole, entries: [] };
    const found = map.entries.find(entry => entry.key.value === key.value);
    if (found?.value.kind === 'list') {
      const list = found.value as DraftList;
      list.items.push(fresh);
      list.range = hull(list.range, whole);
      found.range = hull(found.range, whole);
    } else {
      const value: DraftList = { kind: 'list', style: 'table', range: whole, items: [fresh] };
      map.entries.push({ key, value, range: whole });
    }
    return fresh;
  }

  private value(node: AST.TOMLContentNode, depth: number): Node {
    if (depth > MAX_DEPTH) throw new LimitExceeded();
    const range = this.range(node.range);
    if (node.type === 'TOMLArray') {
      const items = node.elements.map(element => this.value(element, depth + 1));
      return { kind: 'list', style: 'flow', range, items } satisfies ListNode;
    }
    if (node.type === 'TOMLInlineTable') {
      const map: DraftMap = { kind: 'map', style: 'flow', range, entries: [] };
      for (const item of node.body) this.keyValue(map, item, depth + 1);
      return map;
    }
    return this.scalar(node, range);
  }

  /** What the parser takes and Hugo's does not: numbers that Go does not hold, and the 60th second. */
  private judge(node: AST.TOMLValue, range: Range): void {
    const isTooLarge =
      (node.kind === 'integer' && BigInt.asIntN(64, node.bigint) !== node.bigint) ||
      (node.kind === 'float' && !Number.isFinite(node.value) && /\d/.test(node.number));
    if (isTooLarge) this.refused.push({ rule: 'toml-syntax', message: message('number-too-large'), range });
    const has60 = 'datetime' in node && /:60(?!\d)/.test(node.datetime);
    if (has60)
      this.refused.push({
        rule: 'toml-syntax',
        message: message('date-format.time-range'),
        range,
        only: 'toml11',
      });
  }

  private scalar(node: AST.TOMLValue, range: Range): Node {
    this.judge(node, range);
    switch (node.kind) {
      case 'string':
        return { kind: 'string', style: stringStyle(node), range, value: node.value };
      case 'integer':
      case 'float':
        return { kind: 'number', style: 'plain', range, value: node.value };
      case 'boolean':
        return { kind: 'boolean', style: 'plain', range, value: node.value };
      default:
        return { kind: 'date', style: 'plain', range, value: node.datetime };
    }
  }

  private key(node: AST.TOMLBare | AST.TOMLQuoted): KeyNode {
    const range = this.range(node.range);
    if (node.type === 'TOMLBare') return { value: node.name, range, style: 'plain' };
    return { value: node.value, range, style: node.style === 'basic' ? 'double' : 'single' };
  }

  private range([start, end]: readonly [number, number]): Range {
    return { start: this.base + start, end: this.base + end };
  }
}

function stringStyle(node: AST.TOMLStringValue): Style {
  if (node.multiline) return node.style === 'basic' ? 'multiline-double' : 'multiline-single';
  return node.style === 'basic' ? 'double' : 'single';
}
