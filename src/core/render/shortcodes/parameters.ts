import { fault, isNamePart } from './fault.ts';

/** One parameter of a shortcode; `name` is undefined for a positional one. Offsets span name and value. */
export interface Parameter {
  readonly name: string | undefined;
  /** Numbers and booleans that are not quoted are such. */
  readonly value: string | number | boolean;
  readonly start: number;
  readonly end: number;
}

export interface ReadParameters {
  readonly parameters: readonly Parameter[];
  /** Behind the closing delimiter. */
  readonly end: number;
  readonly selfClosed: boolean;
}

interface Value {
  readonly value: string | number | boolean;
  readonly end: number;
}

const space = /[\t\n\v\f\r ]/;

/** The parameters from `from` to the closing delimiter (Hugo parser/pageparser/pagelexer_shortcode.go). */
export function readParameters(text: string, from: number, closer: string): ReadParameters {
  const parameters: Parameter[] = [];
  let selfClosed = false;
  for (let at = from; ;) {
    if (text.startsWith(closer, at)) return { parameters, end: at + closer.length, selfClosed };
    if (at >= text.length) throw fault('unclosed-action', from, text.length);
    if (space.test(text.charAt(at))) {
      at++;
      continue;
    }
    if (text.charAt(at) === '/') {
      selfClosed = true;
      at++;
      continue;
    }
    const parameter = readParameter(text, at);
    checkKind(parameters, parameter, text);
    parameters.push(parameter);
    at = parameter.end;
  }
}

/** Named and positional ones do not mix. */
function checkKind(before: readonly Parameter[], parameter: Parameter, text: string): void {
  const [first] = before;
  if (first && (first.name === undefined) !== (parameter.name === undefined)) {
    throw fault(
      'mixed-parameters',
      parameter.start,
      parameter.end,
      text.slice(parameter.start, parameter.end),
    );
  }
}

function readParameter(text: string, start: number): Parameter {
  const char = text.charAt(start);
  if (char === '"' || char === '`' || (char === '\\' && text.charAt(start + 1) === '"')) {
    return { name: undefined, start, ...readQuoted(text, start) };
  }
  let end = start;
  while (isNamePart(text.charAt(end)) || text.charAt(end) === '.') end++;
  if (end === start) throw fault('bad-character', start, start + 1, char);
  const word = text.slice(start, end);
  let at = end;
  while (space.test(text.charAt(at))) at++;
  if (text.charAt(at) !== '=') return { name: undefined, value: typed(word), start, end };
  at++;
  while (space.test(text.charAt(at))) at++;
  return { name: word, start, ...readValue(text, at) };
}

/** A value without quotes goes on to the next blank, even over the closing delimiter. */
function readValue(text: string, at: number): Value {
  const char = text.charAt(at);
  if (char === '"' || char === '`' || (char === '\\' && text.charAt(at + 1) === '"'))
    return readQuoted(text, at);
  let end = at;
  while (end < text.length && !space.test(text.charAt(end))) end++;
  return { value: typed(text.slice(at, end)), end };
}

/** `"text"`, `\"text\"` or `` `text` `` at an offset. */
function readQuoted(text: string, start: number): Value {
  if (text.charAt(start) === '`') {
    const end = text.indexOf('`', start + 1);
    if (end < 0) throw fault('unterminated-string', start, text.length);
    return { value: text.slice(start + 1, end), end: end + 1 };
  }
  const escaped = text.charAt(start) === '\\';
  let value = '';
  for (let at = start + (escaped ? 2 : 1); at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\n') break;
    const next = text.charAt(at + 1);
    if (char === '\\' && next === '`') throw fault('bad-escape', at, at + 2);
    if (char === '\\' && next === '"') {
      if (escaped) return { value, end: at + 2 };
      value += '"';
      at++;
    } else if (char === '"') {
      return { value, end: at + 1 };
    } else {
      value += char;
    }
  }
  throw fault('unterminated-string', start, text.length);
}

function typed(word: string): string | number | boolean {
  if (/^\d*\.?\d+$/.test(word)) return Number(word);
  if (word === 'true') return true;
  return word === 'false' ? false : word;
}
