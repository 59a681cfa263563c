import type { Style } from '../article/tree.ts';
import type { Dialect } from './dialect.ts';
import type { ScalarDraft } from './value.ts';

export const tomlDialect: Dialect = {
  scalar: tomlScalar,
  key: (key, style) =>
    style !== 'double' && style !== 'single' && /^[\w-]+$/.test(key) ? key : tomlString(key, oneLine(style)),
  colon: ' = ',
  padding: { list: '', map: ' ' },
  hasBlocks: false,
};

const oneLine = (style: Style): Style => (style === 'single' ? 'single' : 'double');

function tomlScalar(draft: ScalarDraft, style: Style): string {
  switch (draft.kind) {
    case 'string':
      return tomlString(draft.value, style);
    case 'number':
      return tomlNumber(draft.value);
    default:
      return String(draft.value);
  }
}

function tomlString(text: string, style: Style): string {
  switch (style) {
    case 'single':
      return /['\u0000-\u0008\u000a-\u001f\u007f-\u009f\ufeff]/.test(text) ? basic(text) : `'${text}'`;
    case 'multiline-single':
      return isLiteral(text) ? `'''${text}'''` : multiline(text);
    case 'multiline-double':
      return multiline(text);
    default:
      return basic(text);
  }
}

/** A line that begins with the fence would end the front matter. */
const FENCE_LINE = /(^|\n)\+(?=\+\+)/g;

/** A line end right behind the opening quotes does not count, so a text must not begin with one. */
const isLiteral = (text: string): boolean =>
  !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]|'''|'$|^\n/.test(text) && !text.includes('\n+++');

/** Line ends stay line ends; the caller writes them as those of the file where that reads the same. */
function multiline(text: string): string {
  const body = text
    .split('\n')
    .map(line =>
      escapeAll(line)
        .replaceAll('\\"', '"')
        .replace(/"(?="|$)/g, '\\"'),
    )
    .join('\n')
    .replace(FENCE_LINE, '$1\\u002B')
    .replace(/^\n/, '\\n');
  return `"""${body}"""`;
}

const basic = (text: string): string => `"${escapeAll(text)}"`;

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
};

const escapeAll = (text: string): string =>
  text.replace(
    /["\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g,
    char => SHORT[char] ?? `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );

/** Integers have 64 bits; larger ones are written as floats. */
function tomlNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return value.toExponential();
  return String(value);
}
