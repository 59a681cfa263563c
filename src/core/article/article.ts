import { message } from '../messages.ts';
import type { Message } from '../messages.ts';
import { findFences } from './fences.ts';
import type { Fences, Format } from './fences.ts';
import { readJson } from './json.ts';
import { MAX_BLANK_LINES, readFrontMatter } from './matter.ts';
import { LimitExceeded, MAX_DEPTH } from './syntax.ts';
import type { Reading, SyntaxFault } from './syntax.ts';
import { readToml } from './toml.ts';
import type { MapNode, Range } from './tree.ts';
import { readYaml } from './yaml.ts';

/** An article taken apart. Immutable; all ranges are UTF-16 offsets of `text`. */
export interface Article {
  readonly text: string;
  /** Absent where Hugo sees no front matter and takes everything for body. */
  readonly fences: Fences | undefined;
  /** The front matter, or what of it can be read; absent if there is none or nothing of it can be read. */
  readonly tree: MapNode | undefined;
  readonly faults: readonly SyntaxFault[];
  /** Comments in the front matter, with their `#`. */
  readonly comments: readonly Range[];
  readonly body: Range;
}

/** Front matter longer than this many UTF-16 units is not read. */
const MAX_FRONT_MATTER = 256 * 1024;

const READERS = { yaml: readYaml, toml: readToml, json: readJson } as const;

/** Takes an article apart. Never throws, whatever the text. */
export function parseArticle(text: string): Article {
  const fences = findFences(text);
  const body = { start: fences?.bodyStart ?? 0, end: text.length };
  if (!fences) return { text, fences, tree: undefined, faults: [], comments: [], body };
  const { tree, faults, comments } = read(text, fences);
  const all = [...fenceFaults(text, fences), ...faults];
  return { text, fences, tree, faults: all, comments, body };
}

const nothing: Reading = { tree: undefined, faults: [], comments: [] };

function read(text: string, fences: Fences): Reading {
  if (fences.fault === 'bad-open') return nothing;
  const { format, content } = contentToRead(text, fences);
  const slice = text.slice(content.start, content.end);
  const limit = limitOf(slice);
  if (limit) return { ...nothing, faults: [limitFault(limit, fences)] };
  const engine = (read: (content: string, base: number) => Reading) => (given: string) =>
    read(given, content.start);
  try {
    const reading = readFrontMatter(format, slice, {
      yaml: engine(READERS.yaml),
      toml: engine(READERS.toml),
      json: engine(READERS.json),
    });
    if (reading) return reading;
    const comments = format === 'json' ? [] : commentLines(slice, content.start);
    return { ...nothing, tree: { kind: 'map', style: 'block', range: content, entries: [] }, comments };
  } catch (error) {
    if (!(error instanceof LimitExceeded)) throw error;
    return { ...nothing, faults: [limitFault(message('front-matter-limit.depth'), fences)] };
  }
}

/** The comments of front matter that has nothing else. */
const commentLines = (slice: string, base: number): Range[] =>
  Array.from(slice.matchAll(/#[^\r\n]*/g), ({ index, 0: comment }) => ({
    start: base + index,
    end: base + index + comment.trimEnd().length,
  }));

/**
 * Front matter that does not end would be read to the end of the file; an editor means it to end before the first
 * line that cannot belong to it, so that is all that is read.
 */
function contentToRead(text: string, { format, content, fault }: Fences): { format: Format; content: Range } {
  if (fault !== 'no-close' || format === 'json') return { format, content };
  return { format, content: { start: content.start, end: endOfUnclosed(text, content) } };
}

/** Where front matter without a closing fence is meant to end: at the start of a line, or the end of the text. */
export function endOfUnclosed(text: string, { start }: Range): number {
  const rest = text.slice(start, start + MAX_UNCLOSED);
  const end =
    // Not `^`, which matches between the two signs of a Windows line end, too.
    /(?<![^\n])(?:#{1,6} |!\[|\s+---[ \t]*$|\.\.\.[ \t]*$|---|\+\+\+|—|[ \t]*\r?\n(?![ \t]*[\w"'-]+[ \t]*[:=]))/m.exec(
      rest,
    );
  return start + (end ? end.index : rest.length);
}

/** How far front matter without an end is looked for, UTF-16 units. */
const MAX_UNCLOSED = 32 * 1024;

function limitOf(content: string): Message | undefined {
  if (content.length > MAX_FRONT_MATTER) return message('front-matter-limit.size');
  if (new RegExp(`(?:\\n[ \\t\\r]*){${MAX_BLANK_LINES},}`).test(content))
    return message('front-matter-limit.size');
  return isTooDeep(content) ? message('front-matter-limit.depth') : undefined;
}

/** Counts brackets and list dashes without reading the text, so that no parser has to recurse to find out. */
function isTooDeep(content: string): boolean {
  let level = 0;
  for (let i = 0; i < content.length; i++) {
    const code = content.charCodeAt(i);
    if (code === 0x5b || code === 0x7b) level++;
    else if (code === 0x5d || code === 0x7d) level = Math.max(0, level - 1);
    if (level > MAX_DEPTH) return true;
  }
  return /(?:[-?:][ \t]+){201}/.test(content);
}

const limitFault = (text: Message, { open }: Fences): SyntaxFault => ({
  rule: 'front-matter-limit',
  message: text,
  range: open,
});

function fenceFaults(text: string, { format, open, fault }: Fences): SyntaxFault[] {
  if (!fault) return [];
  if (fault === 'bad-open') {
    const lineEnd = text.slice(open.start).search(/\r|\n|$/);
    const range = { start: open.start, end: open.start + Math.max(lineEnd, 1) };
    const fence = format === 'yaml' ? '---' : '+++';
    return [{ rule: 'fence-broken', message: message('fence-broken', { fence }), range }];
  }
  return [unclosed(text, format, open)];
}

/** The place is the line that looks like a closing fence and is none, else the opening fence. */
function unclosed(text: string, format: Format, open: Range): SyntaxFault {
  const rule = 'fence-unclosed';
  if (format === 'json') return { rule, message: message('fence-unclosed.json'), range: open };
  const fence = format === 'yaml' ? '---' : '+++';
  const rest = text.slice(open.end);
  const failed = /^[ \t\u00a0\u3000\u200b]*(?:-{2,}|\+{2,}|\.{3}|[—－–_=]{1,3}-?|\*{3})[ \t]*\r?$/m.exec(
    rest,
  );
  if (!failed) return { rule, message: message('fence-unclosed', { fence }), range: open };
  const start = open.end + failed.index;
  const range = { start, end: start + failed[0].trimEnd().length };
  return { rule, message: message('fence-unclosed.looks-like', { fence, found: failed[0].trim() }), range };
}
