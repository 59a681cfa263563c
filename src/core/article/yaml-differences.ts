import { message } from '../messages.ts';
import type { SyntaxFault } from './syntax.ts';

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;

/** More of one kind are not told one by one. */
const MOST = 20;

const codeOf = (char: string): string =>
  (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

const signFault = (char: string, start: number): SyntaxFault => ({
  rule: 'yaml-control-character',
  message: message('yaml-control-character', { code: codeOf(char) }),
  range: { start, end: start + 1 },
  only: 'yamlV2',
});

/** Control characters, which gopkg.in/yaml.v2 refuses wherever they stand, in comments, too. */
export function controlCharacters(text: string): SyntaxFault[] {
  return Array.from(text.matchAll(CONTROL), ({ index, 0: char }) => signFault(char, index)).slice(0, MOST);
}

/** Line and paragraph separators and U+0085 end a line for gopkg.in/yaml.v2; often what is behind is then no YAML. */
export const SEPARATORS = /[\u0085\u2028\u2029]/g;

export function separatorFault(text: string): SyntaxFault | undefined {
  const at = text.search(SEPARATORS);
  return at === -1 ? undefined : signFault(text[at] ?? '', at);
}

/** goccy/go-yaml refuses keys at the margin below a first key that is indented. */
export function firstKeyIndented(text: string): SyntaxFault | undefined {
  const first = /^(?:[ ]*(?:#[^\n]*)?\r?\n)*([ ]+)[^\s#-][^\n]*:(?:\s|$)/.exec(text);
  if (!first?.[1] || !/\n[^\s#-][^\n]*:(?:\s|$)/.test(text.slice(first[0].length))) return undefined;
  const start = first[0].lastIndexOf('\n', first[0].trimEnd().length) + 1;
  const range = { start, end: start + first[1].length };
  return { rule: 'yaml-indentation', message: message('yaml-indentation.key'), range, only: 'goccyYaml' };
}
