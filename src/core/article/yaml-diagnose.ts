import { message } from '../messages.ts';
import type { Message } from '../messages.ts';
import { linesOf } from './syntax.ts';
import type { Chunk, SyntaxFault, SyntaxRule } from './syntax.ts';

/** What the YAML library says; `pos` counts from the start of the chunk. */
export interface YamlError {
  readonly code: string;
  readonly pos: readonly [number, number];
  readonly message: string;
}

/** The first line of a chunk, taken apart: `key`, colon, `value`. Offsets count from the start of the chunk. */
interface KeyLine {
  readonly text: string;
  readonly key: string;
  /** Where the value starts; the end of the line if there is none. */
  readonly valueAt: number;
  readonly value: string;
}

/** A fault in a chunk; offsets count from the start of the chunk. */
interface Finding {
  readonly rule: SyntaxRule;
  readonly message: Message;
  readonly start: number;
  readonly end: number;
}

type Probe = (line: KeyLine, chunk: Chunk, error: YamlError) => Finding | undefined;

/**
 * Says in an editor's words why one top-level key cannot be read. The library names the place where it lost the
 * thread; the probes name the slip that led there.
 *
 * @returns offsets from the start of the front matter's content
 */
export function diagnoseYaml(chunk: Chunk, error: YamlError): SyntaxFault {
  const line = keyLine(chunk.text);
  for (const probe of PROBES) {
    const found = probe(line, chunk, error);
    if (found) return place(found, chunk);
  }
  const start = Math.min(error.pos[0], Math.max(0, chunk.text.trimEnd().length - 1));
  const lineEnd = chunk.text.indexOf('\n', start);
  const end = Math.max(start + 1, lineEnd === -1 ? chunk.text.trimEnd().length : lineEnd);
  return place({ rule: 'yaml-syntax', message: message('yaml-syntax'), start, end }, chunk);
}

const place = ({ rule, message: text, start, end }: Finding, chunk: Chunk): SyntaxFault => ({
  rule,
  message: text,
  range: { start: chunk.start + start, end: chunk.start + end },
});

function keyLine(chunk: string): KeyLine {
  const newline = chunk.search(/\r?\n/);
  const text = newline === -1 ? chunk : chunk.slice(0, newline);
  const match = /^((?:"(?:[^"\\]|\\.)*"|'[^']*'|[^:：]*?))\s*:(?:\s+|$)/.exec(text);
  if (!match) return { text, key: text.trimEnd(), valueAt: text.length, value: '' };
  return {
    text,
    key: match[1] ?? '',
    valueAt: match[0].length,
    value: text.slice(match[0].length).trimEnd(),
  };
}

const conflict: Probe = (_line, chunk) => {
  const found = /(?:^|\n)((?:<{7}|={7}|>{7})(?:[ \t][^\r\n]*)?)(?=\r?\n|$)/.exec(chunk.text);
  if (!found?.[1]) return undefined;
  const end = found.index + found[0].length;
  return {
    rule: 'merge-conflict',
    message: message('merge-conflict.head'),
    start: end - found[1].length,
    end,
  };
};

const tab: Probe = (_line, chunk, error) => {
  const at = /(?:^|\n)[ ]*(\t+)[ \t]*[^\s#]/.exec(chunk.text);
  if (!at?.[1]) return undefined;
  const start = at.index + at[0].indexOf('\t');
  const relevant = error.code === 'TAB_AS_INDENT' || error.pos[1] >= start;
  return relevant
    ? { rule: 'yaml-tab', message: message('yaml-tab'), start, end: start + at[1].length }
    : undefined;
};

const WIDE_BLANKS = '\u00a0\u3000\u200b\ufeff\u2002\u2003';

const wideBlank: Probe = (_line, chunk) => {
  const at = new RegExp(`(?:^|\\n)[ ]*(?:-[ ]*)?([${WIDE_BLANKS}]+)`).exec(chunk.text);
  if (!at?.[1]) return undefined;
  const end = at.index + at[0].length;
  return {
    rule: 'yaml-fullwidth',
    message: message('yaml-fullwidth.blank'),
    start: end - at[1].length,
    end,
  };
};

const fullwidthColon: Probe = ({ text }) => {
  const match = /^\s*[^\s:："'#][^:："']*(：)/.exec(text);
  if (!match || /^[^：]*:(\s|$)/.test(text)) return undefined;
  const start = match[0].length - 1;
  return { rule: 'yaml-fullwidth', message: message('yaml-fullwidth.colon'), start, end: start + 1 };
};

const missingSpace: Probe = ({ text, valueAt }) => {
  if (valueAt < text.length || /:\s*$/.test(text)) return undefined;
  const match = /^([^\s:"'#]+):(?=\S)/.exec(text);
  if (!match) return undefined;
  const start = match[0].length - 1;
  return {
    rule: 'yaml-missing-space',
    message: message('yaml-missing-space.colon', { key: match[1] ?? '' }),
    start,
    end: start + 1,
  };
};

const topLevelList: Probe = ({ text }) => {
  if (!text.startsWith('- ') && text.trim() !== '-') return undefined;
  return { rule: 'yaml-indentation', message: message('yaml-indentation.list'), start: 0, end: text.length };
};

const noColon: Probe = ({ text, key }, chunk) => {
  if (key.trim() === '' || /:(\s|$)/.test(text)) return undefined;
  if (chunk.text.trim() === '') return undefined;
  const start = text.length - text.trimStart().length;
  return {
    rule: 'yaml-syntax',
    message: message('yaml-syntax.no-colon', { text: clip(text.trim()) }),
    start,
    end: text.trimEnd().length,
  };
};

const quoted: Probe = ({ value, valueAt }, chunk, error) => {
  const quote = value[0];
  if (quote !== '"' && quote !== "'") return undefined;
  const rest = chunk.text.slice(valueAt);
  const closed = (quote === '"' ? /^"(?:[^"\\]|\\[^])*"/ : /^'(?:[^']|'')*'/).exec(rest)?.[0];
  if (error.code === 'BAD_DQ_ESCAPE') {
    const [start] = error.pos;
    return { rule: 'yaml-escape', message: escapeMessage(chunk.text, start), start, end: start + 2 };
  }
  if (
    !closed ||
    (closed.includes('\n') && !/^[ \t]*(?:#.*)?$/m.test(rest.slice(closed.length).split('\n')[0] ?? ''))
  ) {
    return {
      rule: 'yaml-quote',
      message: message('yaml-quote.unclosed', { quote }),
      start: valueAt,
      end: valueAt + value.length,
    };
  }
  const after = rest.slice(closed.length).split(/\r?\n/)[0] ?? '';
  if (after.trim() === '' || /^\s+#/.test(after)) return undefined;
  return {
    rule: 'yaml-quote',
    message: message('yaml-quote.inner', { quote, text: clip(after.trim()) }),
    start: valueAt + closed.length - 1,
    end: valueAt + closed.length + after.trimEnd().length,
  };
};

const escapeMessage = (text: string, at: number): Message =>
  message('yaml-escape', { escape: text.slice(at, at + 2) });

const flow: Probe = ({ value, valueAt }, chunk) => {
  const open = value[0];
  if (open !== '[' && open !== '{') return undefined;
  const close = open === '[' ? ']' : '}';
  const whole = chunk.text.slice(valueAt).trimEnd();
  const closing = closingBracket(whole);
  if (closing === undefined) {
    return {
      rule: 'yaml-unclosed-list',
      message: message('yaml-unclosed-list', { close }),
      start: valueAt,
      end: valueAt + value.length,
    };
  }
  const wide = /[，、：“”［］｛｝]/.exec(whole.slice(0, closing));
  if (wide && open === '[') {
    const start = valueAt + wide.index;
    return {
      rule: 'yaml-fullwidth',
      message: message('yaml-fullwidth.in-list', { char: wide[0] }),
      start,
      end: start + 1,
    };
  }
  return special(open, valueAt, value.length);
};

/** The bracket that closes the first character's, quotes minded. */
function closingBracket(text: string): number | undefined {
  let level = 0;
  for (const token of text.matchAll(/"(?:[^"\\]|\\[^])*"|'[^']*'|[[\]{}]/g)) {
    if (token[0] === '[' || token[0] === '{') level++;
    else if (token[0] === ']' || token[0] === '}') level--;
    if (level === 0) return token.index;
  }
  return undefined;
}

const special = (char: string, start: number, length: number): Finding => ({
  rule: 'yaml-special-start',
  message: message('yaml-special-start', { char }),
  start,
  end: start + length,
});

const specialStart: Probe = ({ value, valueAt }) => {
  const first = value[0];
  if (first === undefined) return undefined;
  if (value.startsWith('- ')) {
    return {
      rule: 'yaml-indentation',
      message: message('yaml-indentation.list-on-key-line'),
      start: valueAt,
      end: valueAt + value.length,
    };
  }
  return '@`%*|>?!&]},#'.includes(first) ? special(first, valueAt, value.length) : undefined;
};

const colonInValue: Probe = ({ value, valueAt }) => {
  const at = /:(?=\s|$)/.exec(value);
  if (!at || /^["'[{|>]/.test(value)) return undefined;
  const start = valueAt + at.index;
  return { rule: 'yaml-colon', message: message('yaml-colon'), start, end: start + 1 };
};

const dashWithoutSpace: Probe = (_line, chunk) => {
  const match = /(?:^|\n)[ ]*-(?=[^\s-])/.exec(chunk.text);
  if (!match) return undefined;
  const start = match.index + match[0].length - 1;
  return {
    rule: 'yaml-missing-space',
    message: message('yaml-missing-space.dash'),
    start,
    end: start + 1,
  };
};

const unevenList: Probe = (_line, chunk) => {
  let indent: number | undefined;
  for (const { start, text } of linesOf(chunk.text)) {
    const dash = /^( *)-(?: |$)/.exec(text);
    if (!dash) continue;
    const width = dash[1]?.length ?? 0;
    indent ??= width;
    if (width !== indent) {
      return {
        rule: 'yaml-indentation',
        message: message('yaml-indentation.uneven'),
        start: start + width,
        end: start + text.trimEnd().length,
      };
    }
  }
  return undefined;
};

/** A line at the margin, behind the value of a key, that is neither a key nor part of the value. */
const looseLine: Probe = (_line, chunk) => {
  let first = true;
  for (const { start, text } of linesOf(chunk.text)) {
    if (!first && /^[^\s#]/.test(text) && !/^-(\s|$)/.test(text)) {
      return {
        rule: 'yaml-syntax',
        message: message('yaml-syntax.no-colon', { text: clip(text.trim()) }),
        start,
        end: start + text.trimEnd().length,
      };
    }
    first = false;
  }
  return undefined;
};

const indented: Probe = ({ text }) => {
  const blanks = /^ +(?=\S)/.exec(text)?.[0].length;
  return blanks === undefined
    ? undefined
    : {
        rule: 'yaml-indentation',
        message: message('yaml-indentation.key'),
        start: 0,
        end: text.trimEnd().length,
      };
};

/** In the order of certainty: what stands at the front hides what stands behind. */
const PROBES: readonly Probe[] = [
  conflict,
  tab,
  wideBlank,
  fullwidthColon,
  missingSpace,
  topLevelList,
  quoted,
  flow,
  looseLine,
  noColon,
  specialStart,
  colonInValue,
  dashWithoutSpace,
  unevenList,
  indented,
];

const clip = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);
