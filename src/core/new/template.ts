import { callFunction } from './template-functions.ts';
import type { TemplateData, TemplateValue } from './template-functions.ts';

/** An archetype with its actions filled in. */
export interface Filled {
  readonly text: string;
  /** Actions that could not be filled and stand in the text as they were, each once. */
  readonly left: readonly string[];
}

const ACTION = /\{\{(-(?=\s))?((?:"(?:[^"\\\n]|\\.)*"|`[^`]*`|[^"`{}])*?)((?<=\s)-)?\}\}/g;

/**
 * Fills in the actions of an archetype as `hugo new` does (create/content.go): what stands in `{{ … }}` is a pipeline of
 * functions and of what is known of the new page. Shortcodes stay, as they do for Hugo; so do conditions, loops,
 * variables and functions that are not known here, which an editor has to see to.
 */
export function fillTemplate(template: string, data: TemplateData): Filled {
  const left = new Set<string>();
  let text = '';
  let at = 0;
  for (const match of template.matchAll(ACTION)) {
    const [action, trimBefore, inner = '', trimAfter] = match;
    if (match.index < at || /^[<%]/.test(inner)) continue;
    const value = /^\s*\/\*[^]*\*\/\s*$/.test(inner) ? '' : valueOf(inner, data);
    let before = template.slice(at, match.index);
    if (value === undefined) {
      left.add(action);
      text += before + action;
      at = match.index + action.length;
      continue;
    }
    if (trimBefore) before = before.trimEnd();
    text += before + print(value);
    at = match.index + action.length;
    if (trimAfter) at += /^\s*/.exec(template.slice(at))?.[0].length ?? 0;
  }
  return { text: text + template.slice(at), left: [...left] };
}

const print = (value: TemplateValue): string => (typeof value === 'object' ? value.rfc3339 : String(value));

/** The value of a pipeline; `undefined` if a part of it is not known. */
function valueOf(inner: string, data: TemplateData): TemplateValue | undefined {
  const tokens = tokensOf(inner);
  if (!tokens || tokens.length === 0) return undefined;
  const reader = { tokens, at: 0 };
  const value = pipeline(reader, data);
  return reader.at === tokens.length ? value : undefined;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

const TOKEN =
  /\s*("(?:[^"\\\n]|\\.)*"|`[^`]*`|[()|]|\.?[A-Za-z_][\w.]*|-?\d+(?:\.\d+)?(?![\w.])|\.(?=[\s)]|$))/y;

function tokensOf(text: string): string[] | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const source = text.trim();
  while (TOKEN.lastIndex < source.length) {
    const token = TOKEN.exec(source)?.[1];
    if (token === undefined) return undefined;
    tokens.push(token);
  }
  return tokens;
}

/** Commands with `|` between: the value of each is the last argument of the next. */
function pipeline(reader: Reader, data: TemplateData): TemplateValue | undefined {
  let value = command(reader, data, undefined);
  while (value !== undefined && reader.tokens[reader.at] === '|') {
    reader.at++;
    value = command(reader, data, value);
  }
  return value;
}

function command(
  reader: Reader,
  data: TemplateData,
  piped: TemplateValue | undefined,
): TemplateValue | undefined {
  const head = reader.tokens[reader.at];
  if (head === undefined) return undefined;
  const isValue = !/^[A-Za-z_.]/.test(head);
  const first = isValue ? operand(reader, data) : undefined;
  if (isValue) return piped === undefined ? first : undefined;
  reader.at++;
  const args: TemplateValue[] = [];
  while (reader.at < reader.tokens.length && !/^[|)]$/.test(reader.tokens[reader.at] ?? '')) {
    const value = operand(reader, data);
    if (value === undefined) return undefined;
    args.push(value);
  }
  return callFunction(head, piped === undefined ? args : [...args, piped], data);
}

function operand(reader: Reader, data: TemplateData): TemplateValue | undefined {
  const token = reader.tokens[reader.at++] ?? '';
  if (token === '(') {
    const value = pipeline(reader, data);
    return reader.tokens[reader.at++] === ')' ? value : undefined;
  }
  if (token.startsWith('`')) return token.slice(1, -1);
  if (token.startsWith('"')) return unquoted(token);
  if (/^-?\d/.test(token)) return Number(token);
  return /^[A-Za-z_.]/.test(token) ? callFunction(token, [], data) : undefined;
}

/** A Go string; its escapes are those of JSON but for the rare ones. */
function unquoted(token: string): string | undefined {
  try {
    return JSON.parse(token) as string;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
