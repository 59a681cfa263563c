import { message } from '../../messages.ts';
import { inserting, replacing, writing } from '../fix.ts';
import { halfWidth } from './half-width.ts';
import { valueInLine } from './way.ts';
import type { Place, Way } from './way.ts';

/** The sign between key and value: half-width, with a space behind it. */
export function* colons({ text, line }: Place): Generator<Way> {
  const source = text.slice(line.start, line.end);
  const found = /^[ \t]*(?:-[ \t]+)?[^\s:："'#[\]{}-][^:："']*?([ \t]*[:：])([ \t]*)(?=\S|$)/.exec(source);
  if (!found) return;
  const [whole, sign = '', blanks = ''] = found;
  const at = line.start + whole.length - sign.length - blanks.length;
  const space = blanks === '' && whole.length < source.length ? ' ' : '';
  if (sign === ':' && space !== '') {
    yield { title: message('fix.space', { text: ':' }), edits: [inserting(at + 1, ' ')] };
  } else if (sign.endsWith('：')) {
    yield { title: writing(':'), edits: [replacing({ start: at, end: at + sign.length }, `:${space}`)] };
  }
}

/** A list in brackets with half-width signs, and with its closing bracket. */
export function* flows({ text, line, lines }: Place): Generator<Way> {
  const value = valueInLine(text, line);
  if (!value || !/^[[{［｛]/.test(text.slice(value.start, value.end))) return;
  const source = text.slice(value.start, value.end);
  const edits = halfWidth(text, value, /"(?:[^"“”\\]|\\.)*"|'[^']*'|[，、：［］｛｝“”＂]/g);
  if (edits.length > 0) yield { title: message('fix.half-width'), edits };
  const close = /^[[［]/.test(source) ? ']' : '}';
  const title = message('fix.insert', { text: close });
  for (const end of new Set([value.end, lines.end])) {
    // A comma behind the last item is none too many.
    yield { title, edits: [...edits, inserting(end, close)] };
  }
  const last = /["'](?=\s*$)/.test(source) ? undefined : /[^\s,[\]"']+["']?$/.exec(source);
  if (last) yield { title, edits: [inserting(value.end, `"${close}`)] };
}
