import { applyEdits } from '../edit/edit.ts';
import { message } from '../messages.ts';
import type { Fix, TextEdit } from '../problem.ts';
import type { ShortcodeProblem } from '../render/shortcodes/fault.ts';
import { lexShortcodes } from '../render/shortcodes/lexer.ts';
import { fix, inserting, replacing } from './fix.ts';

/** The fix of the first shortcode that Hugo cannot read: its end, or its signs; tried on the body. */
export function shortcodeFixes(text: string, base: number, { start }: ShortcodeProblem): readonly Fix[] {
  const opening = text.lastIndexOf('{{', base + start + 1);
  const from = opening < base ? base + start : opening;
  const lineEnd = from + text.slice(from).search(/[\r\n]|$/);
  const source = text.slice(from, lineEnd).trimEnd();
  for (const { title, edits } of ways(source, from)) {
    const after = lexShortcodes(applyEdits(text, edits).slice(base)).problem;
    if (!after || after.start > start + source.length) return fix(title, edits);
  }
  return [];
}

function* ways(
  source: string,
  from: number,
): Generator<{ readonly title: Fix['title']; readonly edits: readonly TextEdit[] }> {
  const wide = [...source.matchAll(/[“”＂＝　＞％｝]/g)];
  const edits = wide.map(({ index, 0: found }) =>
    replacing({ start: from + index, end: from + index + 1 }, HALF[found] ?? found),
  );
  if (edits.length > 0) yield { title: message('fix.half-width'), edits };
  const sign = source[2] === '%' ? '%' : '>';
  const end = `${sign}}}`;
  const title = message('fix.insert', { text: end });
  const at = from + source.length;
  const partial = /[>%]?\}{1,2}$|[>%]$/.exec(source)?.[0];
  if (partial !== undefined) {
    yield { title, edits: [...edits, replacing({ start: at - partial.length, end: at }, end)] };
  }
  yield { title, edits: [...edits, inserting(at, `${source.endsWith(' ') ? '' : ' '}${end}`)] };
  const isOdd = (source.split('"').length & 1) === 0;
  if (isOdd) yield { title: message('fix.insert', { text: '"' }), edits: [inserting(at, `" ${end}`)] };
}

const HALF: Readonly<Record<string, string | undefined>> = {
  '“': '"',
  '”': '"',
  '＂': '"',
  '＝': '=',
  '\u3000': ' ',
  '＞': '>',
  '％': '%',
  '｝': '}',
};
