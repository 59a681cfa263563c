import type { Style } from '../article/tree.ts';
import type { ScalarDraft } from './value.ts';

/** How one format writes; everything else of an edit is the same for the three. */
export interface Dialect {
  /** A scalar in the style wished for, or in the nearest in which it reads as the same value. */
  readonly scalar: (draft: ScalarDraft, style: Style, surroundings: 'block' | 'flow') => string;
  /** A key, quoted if it has to be or if `style` is a quoted one. */
  readonly key: (key: string, style: Style) => string;
  /** What stands between key and value unless the file has a habit of its own. */
  readonly colon: string;
  /** What stands inside the brackets of a list or map in one line unless the file has a habit of its own. */
  readonly padding: { readonly list: string; readonly map: string };
  /** Whether maps and lists can be written as indented lines. */
  readonly hasBlocks: boolean;
}
