/** Keeps the `limit` first of the items that it is offered: a heap with the last of them on top. */
export class Best {
  private readonly limit: number;
  private readonly texts: readonly string[];
  private readonly items: number[] = [];
  private readonly keys: number[] = [];

  /** Items are places in `texts`, ordered by their key and, where keys are equal, by their text. */
  constructor(limit: number, texts: readonly string[]) {
    this.limit = limit;
    this.texts = texts;
  }

  /** The greatest key that may still be taken. */
  get last(): number {
    return this.items.length < this.limit ? Infinity : (this.keys[0] ?? -Infinity);
  }

  offer(item: number, key: number): void {
    if (this.items.length < this.limit) {
      this.items.push(item);
      this.keys.push(key);
      this.rise(item, key);
    } else if (this.limit > 0 && this.isBefore(item, key, 0)) {
      this.sink(item, key);
    }
  }

  /** All that are kept, first to last, with their keys. */
  sorted(): { readonly item: number; readonly key: number }[] {
    return this.items
      .map((item, i) => ({ item, key: this.keys[i] ?? 0 }))
      .sort((a, b) => a.key - b.key || this.compareTexts(a.item, b.item));
  }

  private isBefore(item: number, key: number, at: number): boolean {
    const other = this.keys[at] ?? 0;
    return key < other || (key === other && this.compareTexts(item, this.items[at] ?? 0) < 0);
  }

  private compareTexts(a: number, b: number): number {
    return (this.texts[a] ?? '') < (this.texts[b] ?? '') ? -1 : 1;
  }

  private put(at: number, item: number, key: number): void {
    this.items[at] = item;
    this.keys[at] = key;
  }

  private rise(item: number, key: number): void {
    let at = this.items.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.isBefore(item, key, parent)) break;
      this.put(at, this.items[parent] ?? 0, this.keys[parent] ?? 0);
      at = parent;
    }
    this.put(at, item, key);
  }

  private sink(item: number, key: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.items.length) break;
      const right = child + 1;
      if (right < this.items.length && !this.isBefore(this.items[right] ?? 0, this.keys[right] ?? 0, child)) {
        child = right;
      }
      if (!this.isBefore(item, key, child)) break;
      this.put(at, this.items[child] ?? 0, this.keys[child] ?? 0);
      at = child;
    }
    this.put(at, item, key);
  }
}
