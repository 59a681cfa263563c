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

/** The body of the article in the page: its blocks, and how they change. */
export class Body {
  private slot: Element | undefined;
  private list: Block[] = [];
  private readonly build: (html: string) => DocumentFragment;

  /** @param build from a block's HTML to what stands for it on the page */
  constructor(build: (html: string) => DocumentFragment) {
    this.build = build;
  }

  get blocks(): readonly Block[] {
    return this.list;
  }

  /** Moves to another place; `undefined`: there is none. */
  moveTo(slot: Element | undefined): void {
    if (slot === this.slot) return;
    this.slot = slot;
    slot?.replaceChildren(...this.list.flatMap(({ nodes }) => nodes));
  }

  clear(): void {
    this.list = [];
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
    const blocks = inserted.map(
      ({ hash, html = '' }, index) => taken[index] ?? this.make(hash, html, edited.shift()),
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

  private make(hash: string, html: string, old: Block | undefined): Block {
    const wanted = [...this.build(html).childNodes];
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
    this.list.forEach((block, index) => {
      block.start = lines[2 * index] ?? 0;
      block.end = lines[2 * index + 1] ?? block.start;
    });
  }
}
