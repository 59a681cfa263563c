import type { Article } from '../article/article.ts';
import type { TextEdit } from '../problem.ts';
import { replace } from './apply.ts';
import { dashStyle } from './habits.ts';
import { changed, isOutOfReach } from './place.ts';
import type { Place } from './place.ts';
import { rewrites } from './slot.ts';
import { firstSound } from './sound.ts';
import { draftOf } from './value.ts';
import type { Draft, ScalarDraft } from './value.ts';
import { penAt } from './write.ts';
import type { Pen } from './write.ts';
import { blockScalar } from './yaml-block-scalar.ts';

/** Writes a value as a whole in place of another; `undefined` where that cannot be done. */
export function overwrite(article: Article, place: Place, draft: Draft): readonly TextEdit[] | undefined {
  if (!article.tree || isOutOfReach(article, place)) return undefined;
  const expected = changed(draftOf(article.tree), place.steps, () => draft);
  return firstSound(article, expected, overwrites(article, place, draft));
}

/** The ways to write a value as a whole in place of another; the best first. */
export function* overwrites(article: Article, place: Place, draft: Draft): Generator<TextEdit[]> {
  const { node } = place;
  const pen = penFor(article, place);
  const wanted = styled(draft, place);
  if (wanted.kind === 'string') {
    const source = article.text.slice(node.range.start, node.range.end);
    const written = sameForm(source, wanted, pen);
    if (written !== undefined) yield [replace(node.range.start, node.range.end, written)];
  }
  yield* rewrites(article, place, wanted, pen);
}

/** A list with dashes shows how its own dashes stand. */
function penFor(article: Article, { node, entry }: Place): Pen {
  const pen = penAt(article, node.range.start);
  if (node.kind !== 'list' || node.style !== 'block') return pen;
  return { ...pen, habits: { ...pen.habits, dash: dashStyle(article, node, entry) } };
}

/** A draft without wishes of its own takes the style of the value there was; an empty list shows none. */
function styled(draft: Draft, { node }: Place): Draft {
  if (draft.kind !== node.kind || node.style === 'table') return draft;
  const { style } = node;
  switch (draft.kind) {
    case 'map':
      return { ...draft, style: draft.style ?? style };
    case 'list':
      return node.kind === 'list' && node.items.length === 0
        ? draft
        : { ...draft, style: draft.style ?? style };
    case 'string':
      return { ...draft, style: draft.style ?? style };
    default:
      return draft;
  }
}

/** Forms of which the source shows more than the style says. */
function sameForm(source: string, draft: ScalarDraft & { kind: 'string' }, pen: Pen): string | undefined {
  // Hugo reads block scalars with CRLF wrong since 0.152: the line ends stay in them.
  if (/^[|>]/.test(source)) return pen.lineEnding === '\n' ? blockScalar(source, draft.value) : undefined;
  const opening = /^("""|''')(?:\r\n|\n)/.exec(source);
  if (!opening) return undefined;
  const written = pen.dialect.scalar(draft, draft.style ?? 'double', 'block');
  const [lead, quotes = ''] = opening;
  if (!written.startsWith(quotes) || (pen.lineEnding !== '\n' && written.includes('\n'))) return undefined;
  return lead + written.slice(quotes.length);
}
