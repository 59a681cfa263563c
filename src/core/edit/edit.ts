/**
 * Byte-minimal edits of front matter, the same for YAML, TOML and JSON. Each function takes an article and gives
 * edits of its text (UTF-16 offsets, not overlapping), no edits if there is nothing to do, or `undefined` if it cannot
 * be done so that the article reads as meant and nothing else changes: every result has been read again and compared.
 * Line ends are those of the lines around.
 */
export { applyEdits, inTurn } from './apply.ts';
export { insertEntry } from './insert-entry.ts';
export { addItem, removeItem, reorderItems, replaceItem } from './list-items.ts';
export type { Path } from './place.ts';
export { removeEntry } from './remove-entry.ts';
export { renameKey } from './rename-key.ts';
export { setValue } from './set-value.ts';
export { sortEntries } from './sort-entries.ts';
export { toList, toSingle } from './to-list.ts';
export type { EditValue, NativeDate } from './value.ts';
