import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Alias, Document, Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { message } from '../messages.ts';
import { LimitExceeded, MAX_DEPTH, chunksOf } from './syntax.ts';
import type { Chunk, Reading, SyntaxFault } from './syntax.ts';
import type { Entry, KeyNode, MapNode, Node, Range, Style } from './tree.ts';
import { diagnoseYaml } from './yaml-diagnose.ts';
import { SEPARATORS, controlCharacters, firstKeyIndented, separatorFault } from './yaml-differences.ts';
import { scanYaml } from './yaml-scan.ts';
import { yamlTokens } from './yaml-tokens.ts';

/**
 * Reads YAML front matter; never throws but for `LimitExceeded`. Errors are Hugo's: what the library says is
 * corrected by `yaml-scan.ts` and `yaml-differences.ts`. If the whole cannot be read, each top-level key is read by
 * itself.
 *
 * @param base offset of `content` in the article
 */
export function readYaml(content: string, base: number): Reading {
  // Hugo's parsers take a lone CR for a line end, the library does not; offsets stay as they are.
  const written = content.replace(/\r(?!\n)/g, '\n');
  const scan = scanYaml(content);
  const whole = parse(scan.text);
  const builder = new TreeBuilder(written, base);
  const signs = controlCharacters(content).map(fault => shift(fault, base));
  if (whole.errors.length > 0) return readChunks(builder, signs);
  const found = [...scan.faults, ...separators(content), ...behindEnd(content, scan.rest)].map(fault =>
    shift(fault, base),
  );
  const tree = builder.root(whole);
  if (tree || !whole.contents) return finish(tree ?? emptyMap(base), builder, [...signs, ...found]);
  const range = { start: base, end: base + content.trimEnd().length };
  // Nothing, written as a value, is no map to goccy/go-yaml.
  const isNothing = isScalar(whole.contents) && whole.contents.value === null;
  if (isNothing && found.length > 0) return finish(undefined, builder, [...signs, ...found]);
  return finish(undefined, builder, [
    ...signs,
    ...found,
    {
      rule: 'front-matter-not-a-map',
      message: message('front-matter-not-a-map'),
      range,
      ...(isNothing && { only: 'goccyYaml' }),
    },
  ]);
}

/** goccy/go-yaml reads what stands behind `...`, too, if only to throw it away. */
function behindEnd(content: string, rest: number | undefined): SyntaxFault[] {
  if (rest === undefined) return [];
  const behind = content.slice(rest).replace(/^\r?\n/, '');
  const document = parse(scanYaml(behind).text);
  const isRead = document.errors.length === 0 && !/^[ \t]+\S/.test(behind) && !isSeq(document.contents);
  const text = message('yaml-syntax.document-end');
  const start = content.lastIndexOf('\n', rest - 1) + 1;
  return isRead
    ? []
    : [{ rule: 'yaml-syntax', message: text, range: { start, end: start + 3 }, only: 'goccyYaml' }];
}

/** gopkg.in/yaml.v2 ends a line at some signs that others take for text: what does it read then? */
function separators(content: string): SyntaxFault[] {
  const fault = separatorFault(content);
  if (!fault) return [];
  const document = parse(scanYaml(content.replace(SEPARATORS, '\n')).text);
  return document.errors.length > 0 || (document.contents && !isMap(document.contents)) ? [fault] : [];
}

/** A line that starts a top-level key, ASCII or full-width colon, with or without a space behind it. */
const TOP_LEVEL = /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s#\-[\]{},&*!|>%@`"'：:][^：:]*|-(?=\S)[^：:]*)[：:]/;

function readChunks(builder: TreeBuilder, signs: readonly SyntaxFault[]): Reading {
  const { text, base } = builder;
  const faults = [...signs];
  const indented = firstKeyIndented(text);
  if (indented) faults.push(shift(indented, base));
  const entries: Entry[] = [];
  for (const chunk of chunksOf(text, TOP_LEVEL)) {
    const scan = scanYaml(chunk.text);
    const document = parse(scan.text);
    const known = builder.faults.length;
    const part = builder.root(document, chunk.start);
    // Of a broken list the rest can look like a key that is one.
    if (part)
      entries.push(...part.entries.filter(({ key }) => document.errors.length === 0 || key.style !== 'flow'));
    const fault = faultOf(chunk, document);
    // What the tree shows of a broken value is a consequence, and so is what only some versions refuse.
    if (fault) builder.faults.length = known;
    const refused = fault ? scan.faults.filter(({ only }) => !only) : scan.faults;
    faults.push(...refused.map(found => shift(found, base + chunk.start)));
    const isCovered = refused.length > 0 || (indented !== undefined && overlaps(indented.range, chunk));
    if (fault && !isCovered) faults.push(shift(fault, base));
  }
  const range = { start: base, end: base + text.length };
  return finish({ kind: 'map', style: 'block', range, entries }, builder, faults);
}

function faultOf(chunk: Chunk, document: Document.Parsed): SyntaxFault | undefined {
  const [error] = document.errors;
  if (error) return diagnoseYaml(chunk, error);
  const bare = isScalar(document.contents) && document.contents.value !== null;
  if (bare || isSeq(document.contents)) {
    return diagnoseYaml(chunk, {
      code: 'UNEXPECTED_TOKEN',
      pos: [0, chunk.text.trimEnd().length],
      message: '',
    });
  }
  return undefined;
}

const overlaps = (range: Range, chunk: Chunk): boolean =>
  range.start < chunk.start + chunk.text.length && range.end > chunk.start;

const shift = (fault: SyntaxFault, by: number): SyntaxFault => ({
  ...fault,
  range: { start: fault.range.start + by, end: fault.range.end + by },
});

const emptyMap = (at: number): MapNode => ({
  kind: 'map',
  style: 'block',
  range: { start: at, end: at },
  entries: [],
});

function finish(tree: MapNode | undefined, builder: TreeBuilder, faults: readonly SyntaxFault[]): Reading {
  const all = [...faults, ...builder.faults].sort((a, b) => a.range.start - b.range.start);
  return { tree, faults: all, comments: commentsOf(builder.text, builder.base) };
}

function commentsOf(text: string, base: number): Range[] {
  if (!text.includes('#')) return [];
  return yamlTokens(text).flatMap(({ type, start, source }) =>
    type === 'comment' ? [{ start: base + start, end: base + start + source.trimEnd().length }] : [],
  );
}

function parse(text: string): Document.Parsed {
  try {
    return parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent', strict: true });
  } catch (error) {
    // The library recurses; what overflows its stack is nested far beyond the cap.
    if (error instanceof RangeError) throw new LimitExceeded();
    throw error;
  }
}

/** Aliases may repeat at most this many nodes in all (the "billion laughs" file has 10^9). */
const MAX_ALIASED_NODES = 1000;

/** Turns the library's nodes into the one tree. Aliases become copies that stand where the alias stands. */
class TreeBuilder {
  readonly faults: SyntaxFault[] = [];
  readonly base: number;
  readonly text: string;
  private offset = 0;
  private readonly anchors = new Map<string, ParsedNode>();
  /** What the place is within: an alias to one of these would never end. */
  private readonly open = new Set<ParsedNode>();
  private aliased = 0;
  private aliasRange: Range | undefined;

  constructor(text: string, base: number) {
    this.text = text;
    this.base = base;
  }

  /** The map at the top, or `undefined` if something else stands there. `offset`: of the document in the text. */
  root(document: Document.Parsed, offset = 0): MapNode | undefined {
    this.offset = offset;
    return isMap(document.contents) ? (this.node(document.contents, 1) as MapNode) : undefined;
  }

  private node(node: ParsedNode, depth: number): Node {
    if (depth > MAX_DEPTH) throw new LimitExceeded();
    if (this.aliasRange && ++this.aliased > MAX_ALIASED_NODES) throw new LimitExceeded();
    if (isAlias(node)) return this.alias(node, depth);
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
    this.open.add(node);
    const built = isMap(node)
      ? this.map(node, depth)
      : isSeq(node)
        ? this.list(node, depth)
        : this.scalar(node);
    this.open.delete(node);
    return built;
  }

  private range(node: { range?: readonly [number, number, number] | null | undefined }): Range {
    if (this.aliasRange) return this.aliasRange;
    const [start, end] = node.range ?? [0, 0];
    return { start: this.base + this.offset + start, end: this.base + this.offset + end };
  }

  private map(node: YAMLMap.Parsed, depth: number): MapNode {
    const entries: Entry[] = [];
    const merged: Entry[] = [];
    for (const pair of node.items) {
      if (isMergeKey(pair) && pair.value) this.merge(merged, this.node(pair.value, depth + 1));
      else {
        this.judgeKey(pair.key, depth);
        entries.push(this.entry(pair, depth));
      }
    }
    const own = new Set(entries.map(({ key }) => key.value));
    const all = [...merged.filter(({ key }) => !own.has(key.value)), ...entries];
    return { kind: 'map', style: node.flow ? 'flow' : 'block', range: this.span(node, all), entries: all };
  }

  private entry(pair: Pair<ParsedNode, ParsedNode | null>, depth: number): Entry {
    const key = this.key(pair.key);
    const value: Node = pair.value
      ? this.node(pair.value, depth + 1)
      : { kind: 'null', style: 'plain', value: null, range: { start: key.range.end, end: key.range.end } };
    return { key, value, range: { start: key.range.start, end: Math.max(key.range.end, value.range.end) } };
  }

  /** Keys that are no text: the library takes them, Hugo does not. */
  private judgeKey(node: ParsedNode, depth: number): void {
    const range = this.range(node);
    const isText = isScalar(node) && (node.source !== '' || node.type !== 'PLAIN');
    if (!isText) {
      this.faults.push({ rule: 'yaml-syntax', message: message('yaml-syntax.key'), range: nonEmpty(range) });
    } else if (
      depth === 1 &&
      (typeof node.value === 'boolean' || (typeof node.value === 'number' && node.source.includes('.')))
    ) {
      const text = message('yaml-syntax.key-version');
      this.faults.push({ rule: 'yaml-syntax', message: text, range, only: 'goccyYaml' });
    }
  }

  private key(node: ParsedNode): KeyNode {
    const range = this.range(node);
    if (!isScalar(node)) {
      return { value: this.text.slice(range.start - this.base, range.end - this.base), range, style: 'flow' };
    }
    const value = typeof node.value === 'string' ? node.value : node.source;
    return { value, range, style: styleOf(node) };
  }

  /** `<<: *defaults`: keys that the map has itself win, wherever they stand; so merged ones go first. */
  private merge(entries: Entry[], from: Node): void {
    const maps = from.kind === 'list' ? from.items.toReversed() : [from];
    if (maps.some(({ kind }) => kind !== 'map')) {
      this.faults.push({
        rule: 'yaml-syntax',
        message: message('yaml-syntax.merge'),
        range: nonEmpty(from.range),
      });
    }
    entries.unshift(...maps.flatMap(map => (map.kind === 'map' ? map.entries : [])));
  }

  private list(node: YAMLSeq.Parsed, depth: number): Node {
    const items = node.items.map(item => this.node(item, depth + 1));
    return { kind: 'list', style: node.flow ? 'flow' : 'block', range: this.span(node, items), items };
  }

  /** The library counts the line end behind a block collection to it; ours ends with its last part. */
  private span(node: YAMLMap.Parsed | YAMLSeq.Parsed, parts: readonly { readonly range: Range }[]): Range {
    const range = this.range(node);
    const last = parts.at(-1);
    return node.flow || !last ? range : { start: range.start, end: Math.max(range.start, last.range.end) };
  }

  private scalar(node: Scalar.Parsed): Node {
    const range = this.range(node);
    const style = styleOf(node);
    const { value } = node;
    switch (typeof value) {
      case 'string':
        return { kind: 'string', style, range, value: this.folded(node, value) };
      case 'number':
        return { kind: 'number', style, range, value };
      case 'boolean':
        return { kind: 'boolean', style, range, value };
      default:
        return { kind: 'null', style, range, value: null };
    }
  }

  /** The scan hid the line ends of quoted texts: YAML makes one space of each, with those around it. */
  private folded({ type, range }: Scalar.Parsed, value: string): string {
    if (type !== 'QUOTE_DOUBLE' && type !== 'QUOTE_SINGLE') return value;
    const written = this.text.slice(this.offset + range[0], this.offset + range[1]);
    return written.includes('\n') ? value.replace(/ {2,}/g, ' ') : value;
  }

  private alias(node: Alias.Parsed, depth: number): Node {
    const range = this.range(node);
    const target = this.anchors.get(node.source);
    if (!target || this.open.has(target)) {
      const text = message(target ? 'yaml-alias.within' : 'yaml-alias', { name: node.source });
      this.faults.push({ rule: 'yaml-alias', message: text, range, ...(target && { only: 'yamlV2' }) });
      return { kind: 'string', style: 'plain', range, value: `*${node.source}` };
    }
    const outer = this.aliasRange;
    this.aliasRange = range;
    const copy = this.node(target, depth + 1);
    this.aliasRange = outer;
    return copy;
  }
}

const nonEmpty = ({ start, end }: Range): Range => ({ start, end: Math.max(end, start + 1) });

const isMergeKey = (pair: Pair<ParsedNode, ParsedNode | null>): boolean =>
  isScalar(pair.key) && pair.key.value === '<<' && pair.key.type === 'PLAIN';

function styleOf(node: Scalar): Style {
  switch (node.type) {
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'QUOTE_SINGLE':
      return 'single';
    case 'BLOCK_LITERAL':
      return 'literal';
    case 'BLOCK_FOLDED':
      return 'folded';
    default:
      return 'plain';
  }
}
