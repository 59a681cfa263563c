import type { Range } from '../article/tree.ts';
import { entryOf } from '../article/tree.ts';
import type { HouseWord } from '../check/settings.ts';
import { message } from '../messages.ts';
import type { Context, Finding, Rule } from './rule.ts';

/** The texts of the front matter that readers see. */
const READ = ['title', 'lead', 'summary', 'description', 'linktitle'];

/** Words that the house does not use, in the texts that readers see; not in code, addresses and the like. */
export const houseWord: Rule = {
  id: 'house-word',
  scope: 'body',
  reads: ['settings'],
  severity: 'warning',
  *check(context) {
    const settings = context.facts.settings;
    if (!settings || settings.words.length === 0) return;
    const { pattern, words } = compiled(settings.words);
    for (const { text, start } of textsOf(context)) {
      for (const { index, 0: found } of text.matchAll(pattern)) {
        const word = words.get(found);
        if (!word || isPartOfUse(text, index, word)) continue;
        yield finding(word, { start: start + index, end: start + index + found.length });
      }
    }
  },
};

function finding({ word, use, note }: HouseWord, range: Range): Finding {
  const because = note === undefined ? message('house-word.no-note') : message('house-word.note', { note });
  if (use === undefined) return { message: message('house-word.banned', { word, because }), range };
  const title = message('fix.replace-by', { text: use });
  return {
    message: message('house-word', { word, use, because }),
    range,
    fixes: [{ title, preferred: true, edits: [{ range, newText: use }] }],
  };
}

function* textsOf({
  article,
  markdown,
}: Context): Generator<{ readonly text: string; readonly start: number }> {
  for (const key of READ) {
    const value = article.tree && entryOf(article.tree, key)?.value;
    if (value?.kind !== 'string') continue;
    yield { text: article.text.slice(value.range.start, value.range.end), start: value.range.start };
  }
  for (const { start, part } of markdown().parts)
    for (const inline of part.inlines) yield { text: inline.text, start: start + inline.start };
}

/** `微信` is no mistake where `微信公众号` is what the house wants. */
function isPartOfUse(text: string, index: number, { word, use }: HouseWord): boolean {
  const inside = use?.indexOf(word) ?? -1;
  return use !== undefined && inside !== -1 && text.startsWith(use, index - inside);
}

interface Compiled {
  readonly pattern: RegExp;
  readonly words: ReadonlyMap<string, HouseWord>;
}

let last: { readonly key: string; readonly compiled: Compiled } | undefined;

/** All words in one expression, the longest first; words of letters only as whole words. */
function compiled(given: readonly HouseWord[]): Compiled {
  const key = JSON.stringify(given);
  if (last?.key === key) return last.compiled;
  const words = new Map(given.map(word => [word.word, word]));
  const alternatives = [...words.keys()].sort((a, b) => b.length - a.length).map(sourceOf);
  const made = { pattern: new RegExp(alternatives.join('|'), 'gu'), words };
  last = { key, compiled: made };
  return made;
}

function sourceOf(word: string): string {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const before = /^[\p{Script=Latin}\d]/u.test(word) ? '(?<![\\p{Script=Latin}\\d_])' : '';
  const after = /[\p{Script=Latin}\d]$/u.test(word) ? '(?![\\p{Script=Latin}\\d_])' : '';
  return before + escaped + after;
}
