import { joinPath } from '../hugo/config-paths.ts';
import type { ContentMount } from '../hugo/content-mounts.ts';
import { normalise } from '../hugo/page-place.ts';
import type { SiteIndex } from './site-index.ts';

/** Articles by the name of their file, or of their bundle's folder, as `ref` looks for them; and their sections. */
export class PageNames {
  private readonly byName = new Map<string, readonly string[]>();
  /** First folders below the content, as spelled, with the number of articles in them. */
  private readonly sectionCounts = new Map<string, number>();
  private readonly paths = new Set<string>();
  private readonly mounts: readonly ContentMount[];

  constructor(index: SiteIndex, mounts: readonly ContentMount[]) {
    this.mounts = mounts;
    for (const [path] of index.entries()) this.add(path);
    index.onChange(path => {
      if (!index.get(path)) this.remove(path);
      else if (!this.paths.has(path)) this.add(path);
    });
  }

  /** Paths of the articles with a name, in any case and language; `name` without extension. */
  named(name: string): readonly string[] {
    return this.byName.get(normalise(name.split('.')[0] ?? '')) ?? [];
  }

  /** Folders of the first level that hold articles, each ending in `/`. */
  sections(): readonly string[] {
    return [...this.sectionCounts.keys()];
  }

  private add(path: string): void {
    this.paths.add(path);
    const name = nameOf(path);
    this.byName.set(name, [...(this.byName.get(name) ?? []), path]);
    this.count(path, 1);
  }

  private remove(path: string): void {
    if (!this.paths.delete(path)) return;
    const name = nameOf(path);
    const left = (this.byName.get(name) ?? []).filter(other => other !== path);
    if (left.length > 0) this.byName.set(name, left);
    else this.byName.delete(name);
    this.count(path, -1);
  }

  private count(path: string, by: number): void {
    const section = this.sectionOf(path);
    if (section === undefined) return;
    const count = (this.sectionCounts.get(section) ?? 0) + by;
    if (count > 0) this.sectionCounts.set(section, count);
    else this.sectionCounts.delete(section);
  }

  /** A bundle at the top of the content is no section. */
  private sectionOf(path: string): string | undefined {
    const mount = this.mounts.find(({ source }) => path.startsWith(`${source}/`));
    if (mount === undefined) return undefined;
    const below = joinPath(mount.target, path.slice(mount.source.length + 1));
    const slash = below.indexOf('/');
    const isTopBundle = /^[^/]*\/index\.[^/]*$/i.test(below);
    return slash === -1 || isTopBundle ? undefined : below.slice(0, slash + 1);
  }
}

/** Everything from the first dot on is left out: language and extension; a dot in a name finds too much, not too little. */
function nameOf(path: string): string {
  const parts = path.split('/');
  const [name = ''] = (parts.at(-1) ?? '').split('.');
  return normalise(/^_?index$/i.test(name) ? (parts.at(-2) ?? '') : name);
}
