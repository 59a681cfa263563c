import type { ValueMap } from '../article/tree.ts';
import type { SiteConfig } from '../hugo/config-types.ts';
import { contentMounts } from '../hugo/content-mounts.ts';
import { pageOf } from '../hugo/page.ts';
import { indexLists } from '../hugo/page-cascade.ts';
import { placeOf } from '../hugo/page-place.ts';
import type { ListPage, Page, PageContext } from '../hugo/page-types.ts';
import { publishPath } from '../hugo/url-base.ts';
import { settingsFor } from '../hugo/url-page.ts';
import type { HugoVersion } from '../hugo/version.ts';
import { remember } from '../remember.ts';
import type { ArticleFacts } from './article-facts.ts';
import { Several } from './several.ts';
import { PageNames } from './page-names.ts';
import type { SiteIndex } from './site-index.ts';

/**
 * The pages that Hugo makes of the articles of an index, and who publishes where. A page takes some 0.1 ms, so each is
 * made when asked for and not kept for long; kept is, for each address, which articles want it.
 */
export class SitePages {
  private readonly index: SiteIndex;
  private readonly config: SiteConfig;
  private readonly hugo: HugoVersion | undefined;
  private readonly unsettled = new Set<string>();
  /** Articles by a hash of each address they publish at: a hundred thousand addresses would be some 10 MB. */
  private readonly byAddress = new Several<number>();
  private readonly addresses = new Map<string, number | readonly number[]>();
  /** `index` and `_index` files with what of them matters to others. */
  private readonly bundles = new Map<string, string>();
  /** Pages that were asked for of late: who types asks for the same ones again. */
  private readonly made = new Map<string, Page | undefined>();
  private known: PageContext | undefined;
  private knownNames: PageNames | undefined;

  constructor(index: SiteIndex, config: SiteConfig, hugo: HugoVersion | undefined) {
    this.index = index;
    this.config = config;
    this.hugo = hugo;
    for (const [path] of index.entries()) this.note(path);
    index.onChange(path => this.note(path));
  }

  /** Whether the site has several languages. */
  get hasLanguages(): boolean {
    return this.config.languages.length > 1;
  }

  /** What the lists and bundles of the site say of all pages; the same object until one of them changes. */
  context(): PageContext {
    this.known ??= this.contextNow();
    return this.known;
  }

  /** The page of an article of the index; `undefined` if Hugo makes none. */
  page(path: string): Page | undefined {
    if (this.made.size > KEPT) this.made.clear();
    return remember(this.made, path, () => this.pageNow(path));
  }

  private pageNow(path: string): Page | undefined {
    const facts = this.index.get(path);
    return facts && this.pageFrom(path, frontMatterOf(facts));
  }

  /** The page of an article with other front matter than the index knows. */
  pageFrom(path: string, frontMatter: ValueMap): Page | undefined {
    const made = pageOf(path, frontMatter, this.config, this.context());
    return 'page' in made ? made.page : undefined;
  }

  /** Works out where the articles that have changed publish; each step takes about 0.1 ms. */
  *settle(): Generator<void> {
    for (const path of this.unsettled) {
      this.place(path);
      yield;
    }
  }

  /** The same at once, for a host that nobody waits for. */
  settleNow(): void {
    for (const path of this.unsettled) this.place(path);
  }

  /** Whether `publishedAt` can answer at once. */
  get isSettled(): boolean {
    return this.unsettled.size <= FEW;
  }

  /**
   * The articles whose page or alias is published at a path from the root of the site, in their order.
   *
   * @param but an article that is not asked about
   */
  publishedAt(address: string, but?: string): readonly string[] {
    this.settleNow();
    const found = this.byAddress.get(hashOf(address)).filter(path => path !== but);
    return found.filter(path => this.addressesOf(this.page(path)).includes(address)).sort();
  }

  /** Articles by name; made when first asked for, then kept current. */
  names(): PageNames {
    this.knownNames ??= new PageNames(this.index, contentMounts(this.config));
    return this.knownNames;
  }

  /** Where a page can be reached, as paths from the root of the site: its own first, then its aliases. */
  addressesOf(page: Page | undefined): readonly string[] {
    if (!page || page.relPermalink === '') return [];
    return [publishPath(page.relPermalink, settingsFor(this.config, page.language)), ...page.aliases];
  }

  private note(path: string): void {
    this.unsettled.add(path);
    this.made.delete(path);
    if (!BUNDLE.test(path)) return;
    const facts = this.index.get(path);
    // A bundle takes what lies in its folder, and a list gives it its values: then the pages below are others, too.
    const state = facts && (LIST.test(path) ? JSON.stringify(frontMatterOf(facts)) : '');
    if (this.bundles.get(path) === state) return;
    if (state === undefined) this.bundles.delete(path);
    else this.bundles.set(path, state);
    this.known = undefined;
    this.made.clear();
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    for (const [other] of this.index.entries()) if (other.startsWith(folder)) this.unsettled.add(other);
  }

  private place(path: string): void {
    this.unsettled.delete(path);
    for (const hash of hashesIn(this.addresses.get(path))) this.byAddress.delete(hash, path);
    const hashes = this.addressesOf(this.pageNow(path)).map(hashOf);
    const [only] = hashes;
    if (only === undefined) this.addresses.delete(path);
    else this.addresses.set(path, hashes.length === 1 ? only : hashes);
    for (const hash of hashes) this.byAddress.add(hash, path);
  }

  private contextNow(): PageContext {
    const lists: ListPage[] = [];
    const leafBundles = new Set<string>();
    for (const path of this.bundles.keys()) {
      const facts = this.index.get(path);
      if (!facts) continue;
      const found = placeOf(path, this.config, this.hugo);
      if (!('place' in found)) continue;
      const { bundle, logicalPath } = found.place;
      if (bundle === 'branch') lists.push({ path, frontMatter: frontMatterOf(facts) });
      if (bundle === 'leaf') leafBundles.add(logicalPath);
    }
    return { hugo: this.hugo, lists: indexLists(lists, this.config, this.hugo), leafBundles };
  }
}

const hashesIn = (held: number | readonly number[] | undefined): readonly number[] =>
  typeof held === 'number' ? [held] : (held ?? []);

/** Pages that are kept: some 2 KB each. */
const KEPT = 500;

/** So many pages can be made while somebody waits. */
const FEW = 50;

const BUNDLE = /(?:^|\/)_?index\.[^/]*$/i;
const LIST = /(?:^|\/)_index\.[^/]*$/i;

/** The front matter that decides about a page's place. */
function frontMatterOf({ title, dateText, routing }: ArticleFacts): ValueMap {
  return {
    ...routing,
    ...(title === undefined ? {} : { title }),
    ...(dateText === undefined ? {} : { date: dateText }),
  };
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
