import { parseArticle } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import type { MapNode } from '../article/tree.ts';
import { addItem, applyEdits, inTurn, setValue } from '../edit/edit.ts';
import type { Step } from '../edit/apply.ts';
import { editsBetween } from '../fix/diff.ts';
import type { TextEdit } from '../problem.ts';

/** Edits of the text of a settings file; `undefined` where it cannot be read, or changed so that nothing else changes. */
type Edits = readonly TextEdit[] | undefined;

/** Switches a rule off for the whole site. */
export const switchOff = (text: string, rule: string): Edits =>
  changed(text, [
    now =>
      entryOf(now.tree ?? NOTHING, 'rules')?.value.kind === 'map'
        ? setValue(now, ['rules', rule], 'off')
        : setValue(now, ['rules'], new Map([[rule, 'off']])),
  ]);

/** Adds a term to a vocabulary that is there; `taxonomy` in any case. */
export const addTerm = (text: string, taxonomy: string, term: string): Edits =>
  changed(text, [
    now => {
      const vocabularies = entryOf(now.tree ?? NOTHING, 'vocabularies')?.value;
      const key = vocabularies?.kind === 'map' ? entryOf(vocabularies, taxonomy)?.key.value : undefined;
      return key === undefined ? undefined : addItem(now, ['vocabularies', key, 'terms'], term);
    },
  ]);

const NOTHING: MapNode = { kind: 'map', style: 'block', range: { start: 0, end: 0 }, entries: [] };

/** The file is edited as front matter is: with its comments and its habits. */
function changed(text: string, steps: readonly Step[]): Edits {
  const lineEnding = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const opening = `---${lineEnding}`;
  const closing = `${text === '' || /[\r\n]$/.test(text) ? '' : lineEnding}---${lineEnding}`;
  const article = parseArticle(`${opening}${text}${closing}`);
  if (article.faults.length > 0) return undefined;
  const edits = inTurn(article, steps);
  if (!edits) return undefined;
  const after = applyEdits(article.text, edits).slice(opening.length, -closing.length);
  return editsBetween(text, after);
}
