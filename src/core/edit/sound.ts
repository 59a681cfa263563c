import type { Article } from '../article/article.ts';
import { parseArticle } from '../article/article.ts';
import type { TextEdit } from '../problem.ts';
import { applyEdits } from './apply.ts';
import { draftOf, sameDraft } from './value.ts';
import type { Draft } from './value.ts';

/**
 * The first of several ways to make an edit after which the article reads as `expected`, with the same body and no
 * other faults than before. Every edit of this folder passes here, so none can damage what it does not understand.
 */
export function firstSound(
  article: Article,
  expected: Draft | undefined,
  ways: Iterable<readonly TextEdit[] | undefined>,
): readonly TextEdit[] | undefined {
  if (!expected) return undefined;
  for (const edits of ways) {
    if (edits && isSound(article, expected, edits)) return edits;
  }
  return undefined;
}

function isSound(article: Article, expected: Draft, edits: readonly TextEdit[]): boolean {
  const after = parseArticle(applyEdits(article.text, edits));
  return (
    after.tree !== undefined &&
    after.fences?.format === (article.fences?.format ?? after.fences?.format) &&
    bodyOf(after).endsWith(bodyOf(article)) &&
    (article.fences === undefined || bodyOf(after).length === bodyOf(article).length) &&
    faultsOf(after) === faultsOf(article) &&
    sameDraft(draftOf(after.tree), expected)
  );
}

const bodyOf = ({ text, body }: Article): string => text.slice(body.start, body.end).replace(/^\ufeff/, '');

const faultsOf = ({ faults }: Article): string =>
  faults.map(({ rule, message }) => `${rule} ${message.code}`).join('\n');
