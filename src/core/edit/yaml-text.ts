import type { Style } from '../article/tree.ts';
import type { Dialect } from './dialect.ts';
import type { ScalarDraft } from './value.ts';

export const yamlDialect: Dialect = {
  scalar: yamlScalar,
  key: (key, style) => yamlString(key, style, isPlainKey),
  colon: ': ',
  padding: { list: '', map: '' },
  hasBlocks: true,
};

function yamlScalar(draft: ScalarDraft, style: Style, surroundings: 'block' | 'flow'): string {
  switch (draft.kind) {
    case 'string':
    case 'date':
      return yamlString(draft.value, style, surroundings === 'flow' ? isPlainInFlow : isPlain);
    case 'number':
      return yamlNumber(draft.value);
    default:
      return String(draft.value);
  }
}

function yamlString(text: string, style: Style, isPlainHere: (text: string) => boolean): string {
  if (style === 'plain' && isPlainHere(text)) return text;
  if (style === 'single' && !UNPRINTABLE.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return doubleQuoted(text);
}

/** Readers of YAML 1.1 want a point in front of an exponent. */
function yamlNumber(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  return String(value).replace(/^(-?\d+)e/, '$1.0e');
}

/** What no reader, or not each, takes as it is: controls, foreign line ends, byte order marks, noncharacters. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;

/** Whether a text holds nothing but what YAML reads as it stands, tabs and `\n` counted in. */
export const isPrintable = (text: string): boolean => !UNPRINTABLE.test(text.replace(/[\t\n]/g, ' '));

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\0': '\\0',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

const doubleQuoted = (text: string): string =>
  `"${text.replace(/["\\]|[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, char => ESCAPES[char] ?? escaped(char))}"`;

const escaped = (char: string): string =>
  `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Words that are no strings for YAML 1.1 (yaml.v2) or 1.2. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|[-+]?\.?(?:inf|nan))$/i;
/** Numbers of any base, times, dates, versions: whatever is made of their characters. */
const NUMBER_LIKE = /^[-+]?\.?\d[\da-f_xo+\-.,:tz \t]*$/i;
/** Indicators, and what begins like `~`, `=`, `<<`, `...`. */
const RISKY_START = /^(?:[-?:,[\]{}#&*!|>'"%@`~=<]|\.\.\.)/;

/** Whether each reader of YAML, 1.1 or 1.2, takes `text` without quotes for exactly this string. */
function isPlain(text: string): boolean {
  if (text === '' || text !== text.trim() || UNPRINTABLE.test(text)) return false;
  if (RISKY_START.test(text) || WORDS.test(text) || NUMBER_LIKE.test(text)) return false;
  return !/:\s|:$|\s#/.test(text);
}

const isPlainInFlow = (text: string): boolean => isPlain(text) && !/[,[\]{}:?#"']/.test(text);

const isPlainKey = (text: string): boolean => isPlain(text) && !/[:：#?"'{}[\],]/.test(text);
