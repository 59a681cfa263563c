import { message } from '../messages.ts';
import type { Message } from '../messages.ts';
import type { SyntaxFault, SyntaxRule } from './syntax.ts';
import { yamlTokens } from './yaml-tokens.ts';
import type { YamlToken } from './yaml-tokens.ts';

/*
 * The one table of what Hugo's YAML parsers (gopkg.in/yaml.v2 before 0.152, goccy/go-yaml since) and the library
 * judge differently. `test/fixtures/yaml-verdicts.json` holds it to what real Hugo did.
 */

const isQuoted = ({ type }: YamlToken): boolean =>
  type === 'double-quoted-scalar' || type === 'single-quoted-scalar';

/** A row: which tokens Hugo refuses, in at least one version, although the library takes them. */
interface Refusal {
  readonly rule: SyntaxRule;
  readonly matches: (token: YamlToken, before: YamlToken | undefined, behind: string) => boolean;
  readonly say: (token: YamlToken) => Message;
}

const codeOf = (char: string): string =>
  (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;

const REFUSALS: readonly Refusal[] = [
  {
    // yaml.v2 takes letters and digits only; `&nbsp;` and `&突发` are meant as text.
    rule: 'yaml-special-start',
    matches: ({ type, source }) => type === 'anchor' && !/^&[\w-]+$/.test(source),
    say: () => message('yaml-special-start', { char: '&' }),
  },
  {
    rule: 'yaml-special-start',
    matches: ({ type, source, depth }) => type === 'tag' && (depth > 0 || /[^!-~]/.test(source)),
    say: () => message('yaml-special-start', { char: '!' }),
  },
  {
    // yaml.v2 ends a text between brackets at `?`.
    rule: 'yaml-special-start',
    matches: ({ type, source, depth }) => type === 'plain' && depth > 0 && source.indexOf('?', 1) > 0,
    say: () => message('yaml-special-start.inside', { char: '?' }),
  },
  {
    rule: 'yaml-special-start',
    matches: ({ type, source, depth }) => type === 'plain' && depth > 0 && source.startsWith(':'),
    say: () => message('yaml-special-start', { char: ':' }),
  },
  {
    rule: 'yaml-escape',
    matches: ({ type, source }) =>
      type === 'double-quoted-scalar' && /(?<!\\)(?:\\\\)*\\(?:\/|u[dD][89a-fA-F])/.test(source),
    say: () => message('yaml-escape.version'),
  },
  {
    rule: 'yaml-tab',
    // goccy/go-yaml loses its place only if the next line follows at once.
    matches: ({ type, source }, _before, behind) =>
      type === 'double-quoted-scalar' && /\t(?! *\n)/.test(source) && /^\n[^\r\n]/.test(behind),
    say: () => message('yaml-tab.quoted'),
  },
  {
    // A line of nothing but a tab, a comment indented by one, a tab behind a list dash.
    rule: 'yaml-tab',
    matches: ({ type, source, depth }, before) =>
      type === 'space' &&
      depth === 0 &&
      source.includes('\t') &&
      (before === undefined || before.type === 'newline' || before.type === 'seq-item-ind'),
    say: () => message('yaml-tab'),
  },
  {
    rule: 'yaml-control-character',
    matches: (token, _before, behind) =>
      !isQuoted(token) &&
      /[\u0085\u2028\u2029](?!$)/.test(token.source + (/^\r?\n|^$/.test(behind) ? '' : ' ')),
    say: ({ source }) =>
      message('yaml-control-character', { code: codeOf(/[\u0085\u2028\u2029]/.exec(source)?.[0] ?? '') }),
  },
  {
    rule: 'yaml-control-character',
    matches: ({ source }) => CONTROL.test(source),
    say: ({ source }) => message('yaml-control-character', { code: codeOf(CONTROL.exec(source)?.[0] ?? '') }),
  },
];

/** What the library takes and Hugo refuses. Offsets from the start of the front matter's content. */
export function refusedByHugo(text: string): SyntaxFault[] {
  if (!SUSPICIOUS.test(text)) return [];
  const faults: SyntaxFault[] = [...firstKeyIndented(text)];
  let before: YamlToken | undefined;
  for (const token of yamlTokens(text)) {
    for (const { rule, matches, say } of REFUSALS) {
      const end = token.start + token.source.length;
      if (!matches(token, before, text.slice(end, end + 2))) continue;
      faults.push({ rule, message: say(token), range: placeOf(token) });
      break;
    }
    before = token;
  }
  return faults;
}

/** goccy/go-yaml refuses keys at the margin below a first key that is indented. */
function firstKeyIndented(text: string): SyntaxFault[] {
  const first = /^(?:[ ]*(?:#[^\n]*)?\n)*([ ]+)[^\s#-][^\n]*:(?:\s|$)/.exec(text);
  if (!first?.[1] || !/\n[^\s#-][^\n]*:(?:\s|$)/.test(text.slice(first[0].length))) return [];
  const start = first[0].lastIndexOf('\n') + 1;
  const range = { start, end: start + first[1].length };
  return [{ rule: 'yaml-indentation', message: message('yaml-indentation.key'), range }];
}

/** The signs without which no row can match. */
const SUSPICIOUS =
  /[&!?\\\t\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]|^ |[[{,]\s*:/;

/** The token, or the one character that is wrong in it; the first line only. */
function placeOf({ start, source }: YamlToken): SyntaxFault['range'] {
  const special = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0085\u2028\u2029]/.exec(source);
  if (special) return { start: start + special.index, end: start + special.index + 1 };
  const lineEnd = source.search(/[\r\n]/);
  return { start, end: start + (lineEnd > 0 ? lineEnd : source.length) };
}
