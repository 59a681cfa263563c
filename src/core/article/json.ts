import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node as JsonNode, ParseError } from 'jsonc-parser';
import { message } from '../messages.ts';
import type { MessageCode } from '../messages.ts';
import { LimitExceeded, MAX_DEPTH } from './syntax.ts';
import type { Reading, SyntaxFault } from './syntax.ts';
import type { Entry, MapNode, Node, Range } from './tree.ts';

/**
 * Reads JSON front matter; never throws but for `LimitExceeded`. Strict as Hugo's encoding/json: comments and
 * trailing commas are errors.
 *
 * @param base offset of `content` in the article
 */
export function readJson(content: string, base: number): Reading {
  const errors: ParseError[] = [];
  const root = parseTree(content, errors, { disallowComments: true, allowTrailingComma: false });
  const tree = root?.type === 'object' ? (toNode(root, base, 1) as MapNode) : undefined;
  const faults = causes(errors, content).map(error => faultOf(error, content, base));
  return { tree, faults: [...faults, ...(tree ? tooLarge(tree) : [])], comments: [] };
}

/** Numbers beyond what Go holds. */
function tooLarge(node: Node): SyntaxFault[] {
  if (node.kind === 'map') return node.entries.flatMap(({ value }) => tooLarge(value));
  if (node.kind === 'list') return node.items.flatMap(tooLarge);
  if (node.kind !== 'number' || Number.isFinite(node.value)) return [];
  return [{ rule: 'json-syntax', message: message('number-too-large'), range: node.range }];
}

function toNode(node: JsonNode, base: number, depth: number): Node {
  if (depth > MAX_DEPTH) throw new LimitExceeded();
  const range = { start: base + node.offset, end: base + node.offset + node.length };
  const value: unknown = node.value;
  switch (node.type) {
    case 'object':
      return { kind: 'map', style: 'flow', range, entries: entriesOf(node, base, depth) };
    case 'array':
      return {
        kind: 'list',
        style: 'flow',
        range,
        items: (node.children ?? []).map(child => toNode(child, base, depth + 1)),
      };
    case 'number':
      return { kind: 'number', style: 'plain', range, value: Number(value) };
    case 'boolean':
      return { kind: 'boolean', style: 'plain', range, value: value === true };
    case 'string':
    case 'property':
      return { kind: 'string', style: 'double', range, value: String(value) };
    case 'null':
      return { kind: 'null', style: 'plain', range, value: null };
  }
}

function entriesOf(node: JsonNode, base: number, depth: number): Entry[] {
  return (node.children ?? []).flatMap(property => {
    const [key, value] = property.children ?? [];
    if (!key) return [];
    const range = { start: base + key.offset, end: base + key.offset + key.length };
    const child: Node = value
      ? toNode(value, base, depth + 1)
      : { kind: 'null', style: 'plain', value: null, range: { start: range.end, end: range.end } };
    return [
      {
        key: { value: String(key.value), range, style: 'double' },
        value: child,
        range: { start: range.start, end: Math.max(range.end, child.range.end) },
      },
    ];
  });
}

/** The parser goes on after an error; what it finds right behind one is a consequence. */
function causes(errors: readonly ParseError[], content: string): ParseError[] {
  return errors.filter((error, index) => {
    const before = errors[index - 1];
    return !before || content.slice(before.offset + before.length, error.offset).trim() !== '';
  });
}

function faultOf(error: ParseError, content: string, base: number): SyntaxFault {
  // At the end of the text the last character is marked.
  const start = Math.min(error.offset, Math.max(0, content.length - 1));
  const end = Math.min(start + Math.max(1, error.length), content.length);
  const range: Range = { start: base + start, end: base + end };
  const code = printParseErrorCode(error.error);
  const found = content.slice(error.offset, error.offset + error.length);
  const wide = /[，：“”＂｛｝［］]/.exec(found);
  if (wide)
    return { rule: 'json-syntax', message: message('json-syntax.fullwidth', { char: wide[0] }), range };
  return { rule: 'json-syntax', message: message(JSON_MESSAGES[code] ?? 'json-syntax'), range };
}

const JSON_MESSAGES: Readonly<Record<string, MessageCode | undefined>> = {
  CommaExpected: 'json-syntax.comma',
  ColonExpected: 'json-syntax.colon',
  ValueExpected: 'json-syntax.value',
  PropertyNameExpected: 'json-syntax.key',
  InvalidCommentToken: 'json-syntax.comment',
  UnexpectedEndOfString: 'json-syntax.string',
  InvalidCharacter: 'json-syntax.string',
  InvalidEscapeCharacter: 'json-syntax.escape',
  InvalidUnicode: 'json-syntax.escape',
  CloseBraceExpected: 'json-syntax.close',
  CloseBracketExpected: 'json-syntax.close',
};
