import { message } from '../../messages.ts';
import { clipped, deleting, inserting, replacing } from '../fix.ts';
import { quoted, separated, straightened } from './quotes.ts';
import { valueInLine } from './way.ts';
import type { Place, Way, Ways } from './way.ts';
import { colons, flows } from './yaml-fullwidth.ts';
import { continuation, dashes, listOnKeyLine, tabs, uneven, unindented, wideBlanks } from './yaml-indent.ts';
import { closedQuote, escapes, innerQuotes } from './yaml-quotes.ts';
import type { SyntaxRule } from '../../article/syntax.ts';

/** Ways to mend YAML: those for the rule first, then what often helps. */
export function* yamlWays(place: Place): Generator<Way> {
  for (const ways of BY_RULE[place.fault.rule] ?? []) yield* ways(place);
  for (const ways of OFTEN) yield* ways(place);
}

/** The value of the line in quotation marks; of a part between brackets, that part. */
function* quotedValue({ text, line, fault }: Place): Generator<Way> {
  const value = valueInLine(text, line);
  if (!value) return;
  yield* straightened(text, value);
  if (/^["'[{]/.test(text.slice(value.start, value.end))) yield* quotedPart({ text, line, fault });
  if (!/^["']/.test(text.slice(value.start, value.end))) yield* quoted(text, value);
}

/** The item between commas or brackets that the fault stands in. */
function* quotedPart({ text, line, fault }: Pick<Place, 'text' | 'line' | 'fault'>): Generator<Way> {
  const before = text.slice(line.start, fault.range.start);
  const start = fault.range.start - (/[^,[\]{}"']*$/.exec(before)?.[0].trimStart().length ?? 0);
  const length = /^[^,[\]{}"'\r\n]*/.exec(text.slice(start, line.end))?.[0].trimEnd().length ?? 0;
  if (length > 0) yield* quoted(text, { start, end: start + length });
}

function* quotedFault({ text, fault }: Place): Generator<Way> {
  const { start, end } = fault.range;
  if (end > start && !/["'\r\n]/.test(text.slice(start, end))) yield* quoted(text, { start, end });
}

/** A key that the editor knows, with its colon forgotten. */
function* missingColon({ text, line }: Place): Generator<Way> {
  const found =
    /^(title|date|lastmod|description|summary|lead|thumbnail|sidebar|widgets|menu|draft|toc|tags|categories|authors?|slug|weight)(?:[ \t]*=[ \t]*| |(?=["'\d]))/.exec(
      text.slice(line.start, line.end),
    );
  if (!found) return;
  const key = found[1] ?? '';
  const title = message('fix.insert', { text: ':' });
  yield {
    title,
    edits: [replacing({ start: line.start + key.length, end: line.start + found[0].length }, ': ')],
  };
}

/** Control characters are nothing that anybody wrote. */
function* withoutControls({ text, lines }: Place): Generator<Way> {
  const source = text.slice(lines.start, lines.end);
  const found = [
    ...source.matchAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/g),
  ];
  if (found.length === 0) return;
  const edits = found.map(({ index }) =>
    deleting({ start: lines.start + index, end: lines.start + index + 1 }),
  );
  const code = (found[0]?.[0].charCodeAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  yield { title: message('fix.delete', { text: `U+${code}` }), edits };
}

/** A line that is no YAML and continues nothing can be kept as a comment. */
export function commented({ text, line }: Place): Way {
  const source = clipped(text.slice(line.start, line.end));
  return { title: message('fix.comment', { text: source }), edits: [inserting(line.start, '# ')] };
}

const BY_RULE: Readonly<Partial<Record<SyntaxRule, readonly Ways[]>>> = {
  'yaml-tab': [tabs],
  'yaml-fullwidth': [wideBlanks, colons, flows],
  'yaml-missing-space': [colons, dashes],
  'yaml-indentation': [listOnKeyLine, uneven, unindented],
  'yaml-quote': [closedQuote, innerQuotes],
  'yaml-escape': [escapes],
  'yaml-unclosed-list': [flows],
  'yaml-special-start': [betweenTexts, quotedValue, quotedFault],
  'yaml-alias': [quotedValue, quotedPart],
  'yaml-colon': [quotedValue],
  'yaml-control-character': [withoutControls],
  'yaml-syntax': [missingColon, continuation, quotedFault],
};

/** Before the whole is taken for a text. */
function* betweenTexts({ text, line }: Place): Generator<Way> {
  yield* separated(text, line);
}

const OFTEN: readonly Ways[] = [betweenTexts, closedQuote, innerQuotes, flows, colons, dashes, quotedValue];
