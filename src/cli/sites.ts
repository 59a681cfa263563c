import path from 'node:path';
import type { SiteFacts } from '../core/check/facts.ts';
import { treeOf } from '../core/article/fast.ts';
import type { HugoVersion } from '../core/hugo/version.ts';
import { factsOf } from '../core/index/article-facts.ts';
import type { KnownSite } from '../core/index/others.ts';
import { SiteIndex } from '../core/index/site-index.ts';
import { SitePages } from '../core/index/site-pages.ts';
import { remember } from '../core/remember.ts';
import { excluder, walkBelow } from '../core/site/excludes.ts';
import { placeInSite } from '../core/site/place.ts';
import { findSite, gatherSite } from '../core/site/site.ts';
import { nodeFiles } from '../platform/node/files.ts';
import { nodeHeads } from '../platform/node/heads.ts';
import { Listings } from '../core/targets/listings.ts';
import { toSlashes } from './arguments.ts';

/** A site, and what its configuration says. */
export interface FoundSite {
  readonly root: string;
  readonly facts: SiteFacts;
}

/** The sites that files belong to, each read once. */
export class Sites {
  private readonly fixed: string | undefined;
  private readonly roots = new Map<string, Promise<string | undefined>>();
  private readonly facts = new Map<string, Promise<SiteFacts>>();

  private readonly indexes = new Map<string, Promise<KnownSite>>();
  private readonly folders = new Map<string, Listings>();
  private readonly hugo: HugoVersion | undefined;

  /** @param fixed root of the one site that all files belong to, absolute with `/` */
  constructor(fixed: string | undefined, hugo?: HugoVersion) {
    this.fixed = fixed;
    this.hugo = hugo;
  }

  /** All articles of a site, read once. */
  known(site: FoundSite): Promise<KnownSite> {
    return remember(this.indexes, site.root, () => readArticles(site, this.hugo ?? site.facts.hugo?.version));
  }

  /** The folders of a site, each read once. */
  listings({ root }: FoundSite): Listings {
    return remember(this.folders, root, () => new Listings(root, nodeFiles));
  }

  async of(file: string): Promise<FoundSite | undefined> {
    const folder = toSlashes(path.dirname(file));
    const root = this.fixed ?? (await remember(this.roots, folder, () => findSite(folder, nodeFiles)));
    if (root === undefined) return undefined;
    return { root, facts: await remember(this.facts, root, () => gatherSite(root, nodeFiles)) };
  }

  /** All sites that were asked for. */
  all(): Promise<FoundSite[]> {
    return Promise.all(Array.from(this.facts, async ([root, facts]) => ({ root, facts: await facts })));
  }
}

async function readArticles({ root, facts }: FoundSite, hugo: HugoVersion | undefined): Promise<KnownSite> {
  const index = new SiteIndex();
  const excludes = excluder({ globs: [], ignoreFiles: facts.config.ignoreFiles });
  for (const folder of facts.contentFolders) {
    const walk = await walkBelow(root, folder, excludes, nodeFiles);
    for (const { path: inside, bytes } of nodeHeads(`${root}/${folder}`, walk)) {
      const name = `${folder}/${inside}`;
      if (placeInSite(name, facts.contentFolders).isArticle) index.set(name, factsOf(treeOf(bytes), facts));
    }
  }
  const pages = new SitePages(index, facts.config, hugo);
  for (const step of pages.settle()) void step;
  return { index, pages };
}
