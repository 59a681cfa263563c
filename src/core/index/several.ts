/** Texts by key, mostly one for each: a set for every key would take some 200 bytes. */
export class Several<K> {
  private readonly held = new Map<K, string | Set<string>>();

  get(key: K): readonly string[] {
    const found = this.held.get(key);
    return found === undefined ? [] : typeof found === 'string' ? [found] : [...found];
  }

  add(key: K, text: string): void {
    const found = this.held.get(key);
    if (found === undefined) this.held.set(key, text);
    else if (typeof found !== 'string') found.add(text);
    else if (found !== text) this.held.set(key, new Set([found, text]));
  }

  delete(key: K, text: string): void {
    const found = this.held.get(key);
    if (found === text) this.held.delete(key);
    else if (typeof found === 'object' && found.delete(text) && found.size === 0) this.held.delete(key);
  }
}
