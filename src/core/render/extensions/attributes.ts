import { isAsciiLetter, isBlank, isDigit, isPunct, isSpace } from '../engine/chars.ts';
import { setAttribute, type Attribute, type AttributeValue, type Block } from '../engine/block.ts';
import { END, Reader } from '../engine/reader.ts';
import { linesOf, trimRight, type Segment } from '../engine/segment.ts';

/** goldmark's attribute syntax, `{#id .class key="text" n=1}` (goldmark parser/attribute.go). */

/** Deeper lists in lists are refused. */
const MAX_DEPTH = 32;

/** Reads attributes at the position; without any the position stays. */
export function readAttributes(reader: Reader, depth = 0): Attribute[] | undefined {
  const mark = reader.mark();
  const attributes = readBraces(reader, depth);
  if (!attributes) reader.seek(mark);
  return attributes;
}

function readBraces(reader: Reader, depth: number): Attribute[] | undefined {
  reader.skipSpaces();
  if (reader.peek() !== 123 || depth > MAX_DEPTH) return undefined;
  reader.advance(1);
  const attributes: Attribute[] = [];
  for (;;) {
    if (reader.peek() === 125) {
      reader.advance(1);
      return attributes;
    }
    const attribute = readAttribute(reader, depth);
    if (!attribute) return undefined;
    addAttribute(attributes, attribute);
    reader.skipSpaces();
    if (reader.peek() === 44) {
      reader.advance(1);
      reader.skipSpaces();
    }
  }
}

/** Classes gather in one attribute. */
function addAttribute(attributes: Attribute[], { name, value }: Attribute): void {
  const index = name === 'class' ? attributes.findIndex(other => other.name === 'class') : -1;
  const before = attributes[index]?.value;
  if (typeof before === 'string' && typeof value === 'string') {
    attributes[index] = { name, value: `${before} ${value}` };
  } else {
    attributes.push({ name, value });
  }
}

function readAttribute(reader: Reader, depth: number): Attribute | undefined {
  reader.skipSpaces();
  const first = reader.peek();
  if (first === 35 || first === 46) {
    reader.advance(1);
    return { name: first === 35 ? 'id' : 'class', value: take(reader, isIdentifierPart) };
  }
  const name = readName(reader);
  if (name === undefined) return undefined;
  reader.skipSpaces();
  if (reader.peek() !== 61) return undefined;
  reader.advance(1);
  reader.skipSpaces();
  const value = readValue(reader, depth);
  if (value === undefined || (name === 'class' && typeof value !== 'string')) return undefined;
  return { name, value };
}

/** Takes the characters of the line as long as they belong. */
function take(reader: Reader, belongs: (code: number) => boolean): string {
  const line = reader.peekLine() ?? '';
  let end = 0;
  while (end < line.length && belongs(line.charCodeAt(end))) end++;
  reader.advance(end);
  return line.slice(0, end);
}

function isIdentifierPart(code: number): boolean {
  return !isSpace(code) && (!isPunct(code) || code === 95 || code === 45 || code === 58 || code === 46);
}

function isNamePart(code: number): boolean {
  return isAsciiLetter(code) || isDigit(code) || code === 95 || code === 58 || code === 46 || code === 45;
}

/** A name, or a value without quotes. */
function readName(reader: Reader): string | undefined {
  const first = reader.peek();
  if (!isAsciiLetter(first) && first !== 95 && first !== 58) return undefined;
  return take(reader, isNamePart);
}

function readValue(reader: Reader, depth: number): AttributeValue | undefined {
  reader.skipSpaces();
  const first = reader.peek();
  if (first === END) return undefined;
  if (first === 123) return readAttributes(reader, depth + 1);
  if (first === 91) return depth > MAX_DEPTH ? undefined : readArray(reader, depth + 1);
  if (first === 34) return readString(reader);
  if (first === 45 || first === 43 || isDigit(first)) return readNumber(reader);
  const word = readName(reader);
  if (word === 'true') return true;
  if (word === 'false') return false;
  return word === 'null' ? null : word;
}

function readArray(reader: Reader, depth: number): readonly AttributeValue[] | undefined {
  reader.advance(1);
  const values: AttributeValue[] = [];
  for (;;) {
    const code = reader.peek();
    if (values.length > 0 && code === 44) reader.advance(1);
    else if (code === 93) {
      reader.advance(1);
      return values;
    }
    reader.skipSpaces();
    const value = readValue(reader, depth);
    if (value === undefined) return undefined;
    values.push(value);
    reader.skipSpaces();
  }
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '/': '/',
  '\\': '\\',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function readString(reader: Reader): string | undefined {
  reader.advance(1);
  const line = reader.peekLine() ?? '';
  let text = '';
  for (let i = 0; i < line.length; i++) {
    const char = line.charAt(i);
    if (char === '"') {
      reader.advance(i + 1);
      return text;
    }
    const escaped = char === '\\' ? escapes[line.charAt(i + 1)] : undefined;
    text += escaped ?? char;
    if (escaped !== undefined) i++;
  }
  return undefined;
}

function readNumber(reader: Reader): number | undefined {
  const text = /^[+-]?\d+(?:\.\d*)?(?:[eE][+-]?\d*)?/.exec(reader.peekLine() ?? '')?.[0];
  if (text === undefined) return undefined;
  reader.advance(text.length);
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/**
 * Attributes at the end of a heading go to the block; the text without them comes back
 * (goldmark parser/atx_heading.go, parseLastLineAttributes).
 */
export function takeTrailingAttributes(source: string, segment: Segment, block: Block): Segment {
  const text = source.slice(segment.start, segment.stop);
  if (!text.includes('{')) return segment;
  const reader = new Reader(text, linesOf(text));
  for (let code = reader.peek(); code !== END && code !== 10; code = reader.peek()) {
    if (code === 92) {
      reader.advance(1);
      if (isPunct(reader.peek())) reader.advance(1);
      continue;
    }
    if (code === 123) {
      const mark = reader.mark();
      const attributes = readAttributes(reader);
      if (attributes && isBlank(reader.peekLine() ?? '')) {
        for (const { name, value } of attributes) setAttribute(block, name, value);
        return trimRight(source, { ...segment, stop: segment.start + mark.start });
      }
      reader.seek(mark);
    }
    reader.advance(1);
  }
  return segment;
}
