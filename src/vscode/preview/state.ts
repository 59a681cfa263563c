import { diffBlocks } from '../../core/preview/blocks.ts';
import type { HashedBlock } from '../../core/preview/blocks.ts';
import type { ToPreview } from '../../webview/preview/messages.ts';

/** A state of the article's page. */
export interface PageState {
  /** The page around the body. */
  readonly page: string;
  readonly blocks: readonly HashedBlock[];
  /** First line and line behind the last of each block. */
  readonly lines: readonly number[];
  readonly bodyLine: number;
  readonly lineCount: number;
  readonly math: boolean;
  readonly colours: Readonly<Record<string, string>>;
}

type Update = Extract<ToPreview, { type: 'update' }>;

/** What to send for the page to get from one state to the next; `undefined`: it starts with nothing. */
export function updateOf(before: PageState | undefined, next: PageState, stamp: number): Update | undefined {
  const patch = diffBlocks(before?.blocks.map(({ hash }) => hash) ?? [], next.blocks);
  const isOther = (key: keyof PageState): boolean => before?.[key] !== next[key];
  const changed = {
    ...(isOther('page') ? { page: next.page } : {}),
    ...(patch ? { patch } : {}),
    ...(areEqual(before?.lines, next.lines) && !patch ? {} : { lines: next.lines }),
    ...(isOther('bodyLine') ? { bodyLine: next.bodyLine } : {}),
    ...(isOther('lineCount') ? { lineCount: next.lineCount } : {}),
    ...(isOther('math') ? { math: next.math } : {}),
    ...(isOther('colours') ? { colours: next.colours } : {}),
  };
  if (Object.keys(changed).length === 0) return undefined;
  return { type: 'update', stamp, ...(before ? {} : { fresh: true }), ...changed };
}

function areEqual(before: readonly number[] | undefined, next: readonly number[]): boolean {
  return before?.length === next.length && before.every((line, index) => line === next[index]);
}
