/*
 * VS Code filters and sorts what a provider returns again: it keeps items whose `filterText` has the typed characters in
 * order, puts higher scores of that match first, and equal scores by `sortText` (src/vs/editor/contrib/suggest/browser/
 * completionModel.ts). A hit by pinyin has none of the typed characters. So every item begins with what was typed: all
 * stay, with the same score, in our order. Return the list as incomplete, so that the next character asks again.
 */

/** `typed` is the document's text from the start of the item's range to the cursor, an opening quote included. */
export const filterTextFor = (term: string, typed: string): string =>
  term.startsWith(typed) ? term : typed + term;

/** Keeps the items in the order they are returned in; `position` counts from 0. */
export const sortTextFor = (position: number): string => String(position).padStart(5, '0');
