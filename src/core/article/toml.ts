import { ParseError, parseTOML } from 'toml-eslint-parser';
import type { AST } from 'toml-eslint-parser';
import { message } from '../messages.ts';
import { LimitExceeded, chunksOf } from './syntax.ts';
import type { Chunk, Reading, SyntaxFault } from './syntax.ts';
import { buildToml } from './toml-tree.ts';
import { diagnoseToml } from './toml-diagnose.ts';

/**
 * Reads TOML front matter; never throws but for `LimitExceeded`. The parser stops at the first error; then each
 * top-level line is tried by itself, and the rest is read without those that fail.
 *
 * @param base offset of `content` in the article
 */
export function readToml(content: string, base: number): Reading {
  const whole = parse(content);
  if (!(whole instanceof ParseError)) return finish(whole, newer(content, base), content, base);
  const chunks = chunksOf(content, TOP_LEVEL);
  const faults: SyntaxFault[] = [];
  let rest = content;
  const drop = (chunk: Chunk, error: ParseError): void => {
    faults.push(faultOf(chunk, error, base));
    rest = blankOut(rest, chunk);
  };
  for (const chunk of chunks) {
    const error = parse(chunk.text);
    if (error instanceof ParseError) drop(chunk, error);
  }
  // What each line by itself does not show: keys and tables that are there twice.
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const program = parse(rest);
    if (!(program instanceof ParseError)) return finish(program, faults, content, base);
    const chunk = chunks.findLast(({ start }) => start <= program.index);
    if (!chunk) break;
    drop({ start: chunk.start, text: rest.slice(chunk.start, chunk.start + chunk.text.length) }, program);
  }
  return { tree: undefined, faults, comments: [] };
}

/** What is TOML 1.1 and was not 1.0. The escape `\\e` Hugo has always taken. */
function newer(content: string, base: number): SyntaxFault[] {
  const old = (text: string): AST.TOMLProgram | ParseError => parse(text.replace(/\\e/g, '\\t'), '1.0');
  if (!(old(content) instanceof ParseError)) return [];
  return chunksOf(content, TOP_LEVEL).flatMap((chunk): SyntaxFault[] => {
    const error = old(chunk.text);
    if (!(error instanceof ParseError)) return [];
    const { range } = faultOf(chunk, error, base);
    return [{ rule: 'toml-syntax', message: message('toml-syntax.version'), range, only: 'toml10' }];
  });
}

/** Lines that are there twice are dropped one by one; more of them than this are not worth the time. */
const MAX_ROUNDS = 20;

function finish(program: AST.TOMLProgram, faults: SyntaxFault[], content: string, base: number): Reading {
  const comments = program.comments.map(({ range: [start, end] }) => ({
    start: base + start,
    end: base + end,
  }));
  const { tree, refused } = buildToml(program, content, base);
  return { tree, faults: [...faults, ...refused], comments };
}

/** A table header, or a key with `=` (or with a colon, which is a frequent slip). */
const TOP_LEVEL = /^(?:\[|(?:[\p{L}\w.-]+|"[^"]*"|'[^']*')\s*[=:＝：])/u;

function parse(text: string, tomlVersion: '1.0' | '1.1' = '1.1'): AST.TOMLProgram | ParseError {
  try {
    return parseTOML(text, { tomlVersion });
  } catch (error) {
    if (error instanceof ParseError) return error;
    if (error instanceof RangeError) throw new LimitExceeded();
    throw error;
  }
}

function faultOf(chunk: Chunk, error: ParseError, base: number): SyntaxFault {
  const { message, start, end } = diagnoseToml(chunk, error);
  return { rule: 'toml-syntax', message, range: { start: base + start, end: base + end } };
}

function blankOut(content: string, { start, text }: Chunk): string {
  return content.slice(0, start) + text.replace(/[^\r\n]/g, ' ') + content.slice(start + text.length);
}
