import type { ToPreview } from './messages.ts';
import { morphSiblings } from './morph.ts';

type Update = Extract<ToPreview, { type: 'update' }>;
type Patch = NonNullable<Update['patch']>;

/** A block on the page: what its HTML became. Some become nothing. */
export interface Block {
  readonly hash: string;
  readonly nodes: readonly ChildNode[];
  /** First line, and the one behind the last. */
  start: number;
  end: number;
}

/** From the HTML of blocks to what stands for each of them on the page. */
export type Build = (htmls: readonly string[]) => readonly DocumentFragment[];

/** The body of the article in the page: its blocks, and how they change. */
export class Body {
  private slot: Element | undefined;
  private list: Block[] = [];
  private inOrder: Block[] = [];
  private displaced: Block[] = [];
  private readonly build: Build;

  constructor(build: Build) {
    this.build = build;
  }

  get blocks(): readonly Block[] {
    return this.list;
  }

  /** Those that stand in the order of their lines. */
  get ordered(): readonly Block[] {
    return this.inOrder;
  }

  /** The blocks of the lines from `start` to before `end`. */
  at(start: number, end: number): Block[] {
    const isThere = (block: Block): boolean =>
      block.start < end && start < Math.max(block.end, block.start + 1);
    const found: Block[] = [];
    for (let at = firstBehind(this.inOrder, start); at < this.inOrder.length; at++) {
      const block = this.inOrder[at];
      if (!block || block.start >= end) break;
      if (isThere(block)) found.push(block);
    }
    return [...found, ...this.displaced.filter(isThere)];
  }

  /** Moves to another place; `undefined`: there is none. */
  moveTo(slot: Element | undefined): void {
    if (slot === this.slot) return;
    this.slot = slot;
    slot?.replaceChildren(...this.list.flatMap(({ nodes }) => nodes));
  }

  clear(): void {
    this.list = [];
    this.setLines([]);
    this.slot?.replaceChildren();
  }

  patch({ start, removed, inserted }: Patch): void {
    const old = this.list.slice(start, start + removed);
    const behind = this.nodeAt(start + removed);
    const unused = new Set(old);
    const take = (hash: string): Block | undefined => {
      const found = old.find(block => block.hash === hash && unused.has(block));
      if (found) unused.delete(found);
      return found;
    };
    const taken = inserted.map(({ hash, html }) => (html === undefined ? take(hash) : undefined));
    // A block that was edited comes in the place of one that goes, and takes over what of it is the same.
    const edited = [...unused];
    const built = this.build(inserted.flatMap(({ html }) => html ?? [])).values();
    const blocks = inserted.map(
      ({ hash, html }, index) =>
        taken[index] ?? this.make(hash, html === undefined ? undefined : built.next().value, edited.shift()),
    );
    for (const { nodes } of edited) for (const node of nodes) node.remove();
    this.place(
      blocks.flatMap(({ nodes }) => nodes),
      behind,
    );
    this.list.splice(start, removed, ...blocks);
  }

  /** What stands where it belongs is not touched: moving resets what the reader has scrolled in it. */
  private place(nodes: readonly ChildNode[], behind: ChildNode | null): void {
    let next = behind;
    for (const node of nodes.toReversed()) {
      if (node.nextSibling !== next || node.parentNode !== this.slot) this.slot?.insertBefore(node, next);
      next = node;
    }
  }

  private make(hash: string, built: DocumentFragment | undefined, old: Block | undefined): Block {
    const wanted = [...(built?.childNodes ?? [])];
    const nodes =
      old && this.slot && old.nodes.length > 0
        ? morphSiblings(this.slot, {
            old: old.nodes,
            wanted,
            behind: old.nodes.at(-1)?.nextSibling ?? null,
          })
        : wanted;
    return { hash, nodes, start: 0, end: 0 };
  }

  private nodeAt(index: number): ChildNode | null {
    for (let at = index; at < this.list.length; at++) {
      const [first] = this.list[at]?.nodes ?? [];
      if (first) return first;
    }
    return null;
  }

  /** @param lines first line and line behind the last, of each block */
  setLines(lines: readonly number[]): void {
    this.inOrder = [];
    this.displaced = [];
    let last = 0;
    this.list.forEach((block, index) => {
      block.start = lines[2 * index] ?? 0;
      block.end = lines[2 * index + 1] ?? block.start;
      // Footnotes come at the end, wherever they are written.
      if (block.start < last) this.displaced.push(block);
      else this.inOrder.push(block);
      last = Math.max(last, block.start);
    });
  }
}

/** Index of the first block that ends behind a line. */
function firstBehind(blocks: readonly Block[], line: number): number {
  let low = 0;
  for (let high = blocks.length; low < high;) {
    const middle = (low + high) >> 1;
    const { start = 0, end = 0 } = blocks[middle] ?? {};
    if (Math.max(end, start + 1) > line) high = middle;
    else low = middle + 1;
  }
  return low;
}
