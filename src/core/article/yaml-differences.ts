import { message } from '../messages.ts';
import type { SyntaxFault } from './syntax.ts';

/**
 * Hugo takes a double-quoted value whose next line is not indented, the library does not. Such line ends become
 * spaces, which is how YAML reads them: same value, same offsets.
 */
export function joinContinuedQuotes(text: string): string {
  return text.replace(
    /^([^\s#"':][^"'\n:]*:[ \t]+"(?:[^"\\]|\\.)*)((?:\n(?![ \t\n])(?:[^"\\\n]|\\.)*)+)("[ \t]*(?:#.*)?)$/gm,
    (whole, head: string, lines: string, tail: string) =>
      /\n(?:---|\.\.\.|[\w-]+:(?:\s|$))/.test(lines) ? whole : head + lines.replaceAll('\n', ' ') + tail,
  );
}

type Difference = (text: string) => SyntaxFault[];

/** Control characters that no version of Hugo, or not each, lets through; in YAML 1.2 they are errors, too. */
const controlCharacters: Difference = text =>
  [...text.matchAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g)].map(({ index, 0: char }) => ({
    rule: 'yaml-control-character',
    message: message('yaml-control-character', {
      code: char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0'),
    }),
    range: { start: index, end: index + 1 },
  }));

/**
 * What the library takes and Hugo, in at least one version, refuses. Offsets from the start of the front matter's
 * content. One row a difference; `test/fixtures/yaml-verdicts.json` holds them to real Hugo.
 */
const DIFFERENCES: readonly Difference[] = [controlCharacters];

export const differences = (text: string): SyntaxFault[] =>
  DIFFERENCES.flatMap(difference => difference(text));
