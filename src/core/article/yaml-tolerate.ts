/**
 * What Hugo's YAML parsers take and the library refuses, made into what both take; all offsets stay.
 * - A quoted text or a flow collection goes on at the margin: those line ends become spaces.
 * - A comment stands right behind a quotation mark or bracket: it becomes spaces.
 *
 * Texts that do not end are left alone, so that their error is told where they start.
 */
export function toleratedByHugo(text: string): string {
  const changes: Change[] = [];
  const starts = /(?:^|\n)[ \t]*(?:-[ \t]+)*(?:[^\s#"'[\]{}-][^"'\n#[{]*?:[ \t]+)?(?=["'[{])/g;
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    const start = match.index + match[0].length;
    const value = text[start] === '"' || text[start] === "'" ? quoted(text, start) : flow(text, start);
    // Nothing may be consumed twice, and a match at the very start is empty.
    starts.lastIndex = Math.max(start, match.index + 1);
    if (!value) continue;
    changes.push(...value.changes, ...tightComment(text, value.end));
    starts.lastIndex = value.end;
  }
  return apply(text, changes);
}

/** A stretch that becomes spaces. */
interface Change {
  readonly start: number;
  readonly end: number;
}

interface Value {
  /** Behind its last sign. */
  readonly end: number;
  readonly changes: readonly Change[];
}

/** A line that starts the next key, or ends the front matter. */
const NEXT_KEY = /\n(?:---|\.\.\.|[\p{L}\w-]+[:：](?:\s|$))/u;

function quoted(text: string, start: number): Value | undefined {
  const pattern = text[start] === '"' ? /"(?:[^"\\]|\\[^])*"/y : /'(?:[^']|'')*'/y;
  pattern.lastIndex = start;
  const source = pattern.exec(text)?.[0];
  if (source === undefined || NEXT_KEY.test(source)) return undefined;
  const margins = source.matchAll(/(?<!\\)\r?\n(?=[^ \t\r\n])|(?<=\n)\r?\n(?=[^ \t\r\n])/g);
  const changes = Array.from(margins, ({ index, 0: end }) => ({
    start: start + index,
    end: start + index + end.length,
  }));
  const blankLines = Array.from(source.matchAll(/\n(?=\r?\n(?![ \t]))/g));
  const before = blankLines.map(({ index }) => ({ start: start + index, end: start + index + 1 }));
  return { end: start + source.length, changes: changes.length > 0 ? [...before, ...changes] : [] };
}

/** How far the end of a flow collection is looked for. */
const MAX_FLOW = 20_000;

function flow(text: string, start: number): Value | undefined {
  const changes: Change[] = [];
  const signs =
    /(?<=[\s,[{]|["']:)(?:"(?:[^"\\]|\\[^])*"|'(?:[^']|'')*')|[[\]{}]|(?<=[\s,])#[^\n]*|\r?\n(?=[^ \r\n])|\r?\n/g;
  signs.lastIndex = start;
  let level = 0;
  for (let match = signs.exec(text); match && match.index < start + MAX_FLOW; match = signs.exec(text)) {
    const [sign] = match;
    if (sign === '[' || sign === '{') level++;
    else if (sign === ']' || sign === '}') level--;
    else if (sign.startsWith('#') || sign.endsWith('\n')) {
      if (
        NEXT_KEY.test(
          text
            .slice(match.index, match.index + 60)
            .split('\n', 2)
            .join('\n'),
        )
      )
        return undefined;
      changes.push({ start: match.index, end: match.index + sign.length });
    }
    if (level === 0) return { end: match.index + 1, changes: isAtMargin(text, changes) ? changes : [] };
  }
  return undefined;
}

/** Some line of it starts at the margin or with a tab; others the library reads as they are. */
const isAtMargin = (text: string, changes: readonly Change[]): boolean =>
  changes.some(({ end }) => /[^ \r\n]/.test(text[end] ?? ' ') && text[end - 1] === '\n');

function tightComment(text: string, end: number): Change[] {
  if (text[end] !== '#') return [];
  const lineEnd = text.slice(end).search(/[\r\n]|$/);
  return [{ start: end, end: end + lineEnd }];
}

function apply(text: string, changes: readonly Change[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of [...changes].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + ' '.repeat(end - Math.max(start, at));
    at = end;
  }
  return result + text.slice(at);
}
