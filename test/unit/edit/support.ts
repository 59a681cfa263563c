import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import type { Article } from '../../../src/core/article/article.ts';
import { applyEdits } from '../../../src/core/edit/edit.ts';
import type { TextEdit } from '../../../src/core/problem.ts';

export type Operation = (article: Article) => readonly TextEdit[] | undefined;

/** What an operation makes of a text; `undefined` if it declines. */
export function edited(text: string, operation: Operation): string | undefined {
  const edits = operation(parseArticle(text));
  return edits && applyEdits(text, edits);
}

/** Front matter before and after an operation; the fences are added. */
export interface Case {
  readonly name: string;
  readonly before: string;
  readonly operation: Operation;
  /** Absent: the operation declines. */
  readonly after?: string;
}

const FENCES = { yaml: '---\n', toml: '+++\n', json: '' } as const;

export function itEdits(format: keyof typeof FENCES, cases: readonly Case[]): void {
  const article = (matter: string): string =>
    FENCES[format] +
    matter +
    (matter.endsWith('\n') || matter === '' ? '' : '\n') +
    FENCES[format] +
    '\nBody: x\n';
  for (const { name, before, operation, after } of cases) {
    it(`${format}: ${name}`, () => {
      assert.equal(edited(article(before), operation), after === undefined ? undefined : article(after));
    });
  }
}
