import { parseArticle } from '../../../src/core/article/article.ts';
import type { Article } from '../../../src/core/article/article.ts';
import type { Facts, SiteFacts } from '../../../src/core/check/facts.ts';
import { parseVersion } from '../../../src/core/hugo/version.ts';
import { factsOf } from '../../../src/core/index/article-facts.ts';
import { factsInSite } from '../../../src/core/index/others.ts';
import { SiteIndex } from '../../../src/core/index/site-index.ts';
import { SitePages } from '../../../src/core/index/site-pages.ts';
import type { Files, FolderEntry } from '../../../src/core/ports.ts';
import { remember } from '../../../src/core/remember.ts';
import { placeInSite } from '../../../src/core/site/place.ts';
import { gatherSite } from '../../../src/core/site/site.ts';
import { gatherTargets } from '../../../src/core/targets/gather.ts';
import type { Surroundings } from '../../../src/core/targets/places.ts';
import { Listings } from '../../../src/core/targets/listings.ts';

/** A site in memory: its files by path, without text where none matters. */
export type Site = Record<string, string>;

const ROOT = '/site';
/** 2025-06-01, so that what tests call the future is. */
const NOW = Date.UTC(2025, 5, 1);

function memoryFiles(site: Site): Files {
  return {
    read: path => {
      const text = site[path.slice(ROOT.length + 1)];
      return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
    },
    list: path => Promise.resolve(listed(site, path === ROOT ? '' : `${path.slice(ROOT.length + 1)}/`)),
  };
}

function listed(site: Site, folder: string): readonly FolderEntry[] | undefined {
  const below = Object.keys(site).filter(path => path.startsWith(folder));
  if (below.length === 0) return undefined;
  const parts = below.map(path => path.slice(folder.length).split('/'));
  return [...new Map(parts.map(([name = '', ...rest]) => [name, rest.length > 0]))].map(
    ([name, isFolder]) => ({ name, isFolder }),
  );
}

/** A site is the same for all its articles. */
const read = new Map<Site, Promise<SiteFacts>>();

/** All that is known of an article of the site, what it refers to included; its text replaces the file's. */
export async function factsIn(site: Site, path: string, text: string, version?: string): Promise<Facts> {
  return (await standIn(site, path, text, version)).facts;
}

/** An article of the site with its facts and what is around it. */
export async function standIn(
  site: Site,
  path: string,
  text: string,
  version?: string,
): Promise<{ readonly article: Article; readonly facts: Facts; readonly around: Surroundings }> {
  const files = memoryFiles(site);
  const facts = await remember(read, site, () => gatherSite(ROOT, files));
  const index = new SiteIndex();
  for (const [name, content] of Object.entries({ ...site, [path]: text })) {
    if (placeInSite(name, facts.contentFolders).isArticle)
      index.set(name, factsOf(parseArticle(content).tree, facts));
  }
  const hugo = version === undefined ? undefined : parseVersion(version);
  const known = { index, pages: new SitePages(index, facts.config, hugo) };
  const article = parseArticle(text);
  const given: Facts = {
    hugo,
    page: { path, kind: 'article' },
    site: facts,
    encoding: undefined,
    now: NOW,
    ...factsInSite(path, article, known),
  };
  const around = { site: facts, known, listings: new Listings(ROOT, files), now: NOW, hugo };
  return { article, around, facts: { ...given, targets: await gatherTargets(article, given, around) } };
}
