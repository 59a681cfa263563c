import { parseArticle } from '../../../src/core/article/article.ts';
import type { Article } from '../../../src/core/article/article.ts';
import type { Facts } from '../../../src/core/check/facts.ts';
import type { CheckSettings } from '../../../src/core/check/settings.ts';
import { configOf } from '../../../src/core/hugo/config.ts';
import type { SiteConfig } from '../../../src/core/hugo/config-types.ts';
import { readPart } from '../../../src/core/hugo/config-read.ts';
import { factsOf } from '../../../src/core/index/article-facts.ts';
import { factsInSite } from '../../../src/core/index/others.ts';
import { SiteIndex } from '../../../src/core/index/site-index.ts';
import { SitePages } from '../../../src/core/index/site-pages.ts';
import { remember } from '../../../src/core/remember.ts';
import { facts } from './markers.ts';

export interface Surroundings {
  /** `hugo.toml`. */
  readonly config?: string;
  /** Front matter of the other articles by path. */
  readonly others?: Readonly<Record<string, string>>;
  readonly path?: string;
  /** ISO 8601. */
  readonly now?: string;
  readonly rules?: CheckSettings['rules'];
  readonly vocabularies?: CheckSettings['vocabularies'];
}

const CONFIG =
  'baseURL = "https://example.org/"\ntimeZone = "Asia/Shanghai"\ndefaultContentLanguage = "zh-cn"\n';

const configs = new Map<string, SiteConfig>();
const articles = new Map<string, Article>();

const configFrom = (toml: string): SiteConfig =>
  configOf({
    environment: 'production',
    site: [readPart('hugo.toml', toml)],
    modules: [],
    missingModules: [],
    folders: ['content'],
  }).config;

/** The facts of an article that stands in a Mainroad site with others. Markers are taken out of the text. */
export function inSite(marked: string, given: Surroundings = {}): Facts {
  const {
    config: toml = CONFIG,
    others = {},
    path = 'content/post/a.md',
    now = '2026-01-01T00:00:00Z',
  } = given;
  const config = remember(configs, toml, () => configFrom(toml));
  const site = facts.site && { ...facts.site, config };
  const index = new SiteIndex();
  const pages = new SitePages(index, config, undefined);
  const put = (name: string, text: string) => {
    const article = remember(articles, text, () => parseArticle(text));
    index.set(name, factsOf(article.tree, { taxonomies: ['categories', 'tags'] }));
    return article;
  };
  for (const [name, text] of Object.entries(others)) put(name, `---\n${text}\n---\n`);
  const article = put(path, marked.replace(/⟦[^|]*\||⟧/g, ''));
  const page = { path, kind: 'article' } as const;
  const settings = { rules: given.rules ?? {}, words: [], vocabularies: given.vocabularies ?? {} };
  return {
    ...facts,
    page,
    site,
    ...factsInSite(path, article, { index, pages }),
    now: Date.parse(now),
    settings,
  };
}
