import type { ParseError } from 'toml-eslint-parser';
import { message } from '../messages.ts';
import type { Message } from '../messages.ts';
import type { Chunk } from './syntax.ts';

interface Finding {
  readonly message: Message;
  readonly start: number;
  readonly end: number;
}

/** What an editor slips into TOML, in the order of certainty; the first group of a pattern is the place. */
const SLIPS: readonly { readonly pattern: RegExp; readonly text: (found: string) => Message }[] = [
  { pattern: /^[^=\n"']*?(：)/, text: () => message('toml-syntax.colon', { char: '：' }) },
  { pattern: /^[\p{L}\w.-]+\s*(:)/u, text: () => message('toml-syntax.colon', { char: ':' }) },
  { pattern: /^[^=\n"']*?(＝)/, text: () => message('toml-syntax.fullwidth', { char: '＝' }) },
  { pattern: /^(?=[^=]*[^\x00-\x7f])([^\s="']+)\s*=/, text: key => message('toml-syntax.bare-key', { key }) },
  { pattern: /=\s*([“”‘’＂「])/, text: char => message('toml-syntax.fullwidth', { char }) },
  { pattern: /=\s*"""(?![^]*""")([^\n]*)/, text: () => message('toml-syntax.unclosed') },
  { pattern: /=\s*("(?!"")(?:[^"\\\n]|\\.)*)(?:\n|$)/, text: () => message('toml-syntax.unclosed') },
  { pattern: /=\s*('(?!'')[^'\n]*)(?:\n|$)/, text: () => message('toml-syntax.unclosed') },
  { pattern: /=[^"'\n]*\[[^\]]*?(，|、)/, text: char => message('toml-syntax.fullwidth', { char }) },
  {
    pattern: /=\s*(yes|no|on|off|True|False|TRUE|FALSE)\s*(?:#|\n|$)/,
    text: word => message('toml-syntax.boolean', { word }),
  },
  { pattern: /=\s*([^\s"'[{\d+\-tf][^\n]*?)\s*(?:\n|$)/, text: () => message('toml-syntax.quotes') },
  { pattern: /^([^=\n]+)$/m, text: () => message('toml-syntax.equals') },
];

/** Offsets count from the start of the front matter's content; `error.index` from the start of the chunk. */
export function diagnoseToml({ start, text }: Chunk, error: ParseError): Finding {
  if (/already|twice|dup|Defining a key multiple times/i.test(error.message)) {
    const key = /^\[*\s*([^\]=\n]+?)\s*(?:\]|=|\n|$)/.exec(text.trimStart())?.[1] ?? '';
    const lineEnd = text.search(/\r?\n|$/);
    return { message: message('toml-syntax.twice', { key }), start, end: start + lineEnd };
  }
  for (const { pattern, text: say } of SLIPS) {
    const match = pattern.exec(text);
    const found = match?.[1];
    if (!match || found === undefined) continue;
    const at = start + match.index + match[0].indexOf(found);
    return { message: say(found), start: at, end: at + Math.max(1, found.length) };
  }
  const at = Math.min(error.index, Math.max(0, text.trimEnd().length - 1));
  return { message: message('toml-syntax'), start: start + at, end: start + at + 1 };
}
