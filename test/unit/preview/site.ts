import { parseArticle } from '../../../src/core/article/article.ts';
import { parseVersion } from '../../../src/core/hugo/version.ts';
import { factsOf } from '../../../src/core/index/article-facts.ts';
import { SiteIndex } from '../../../src/core/index/site-index.ts';
import { SitePages } from '../../../src/core/index/site-pages.ts';
import type { Files } from '../../../src/core/ports.ts';
import { surroundingsOf } from '../../../src/core/preview/around/surroundings.ts';
import type { PageInput, SitePageInput } from '../../../src/core/preview/input.ts';
import { pageInputOf, previewPage } from '../../../src/core/preview/page-input.ts';
import { renderCard, renderPage } from '../../../src/core/preview/render-page.ts';
import { markupOptions, renderBody } from '../../../src/core/render/index.ts';
import { gatherSite } from '../../../src/core/site/site.ts';

type Texts = Readonly<Record<string, string>>;

/** A disk out of a record: path from `/site` to text. */
function disk(texts: Texts): Files {
  const paths = Object.keys(texts).map(path => `/site/${path}`);
  return {
    read: path => {
      const text = texts[path.replace(/^\/site\//, '')];
      return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
    },
    list: folder => {
      const below = paths
        .filter(path => path.startsWith(`${folder}/`))
        .map(path => path.slice(folder.length + 1));
      if (below.length === 0) return Promise.resolve(undefined);
      const names = new Map(below.map(path => [path.split('/')[0] ?? '', path.includes('/')]));
      return Promise.resolve([...names].map(([name, isFolder]) => ({ name, isFolder })));
    },
  };
}

const NOW = Date.UTC(2026, 0, 1);

/** The input of an article's page in a site of these files; the theme is Mainroad unless `hugo.toml` names another. */
export async function pageInput(texts: Texts, path: string, version = '0.131.0'): Promise<PageInput> {
  const toml = texts['hugo.toml'] ?? '';
  const config = /^theme/m.test(toml) ? toml : `theme = "mainroad"\n${toml}`;
  const site = await gatherSite('/site', disk({ ...texts, 'hugo.toml': config }));
  const hugo = parseVersion(version);
  const article = parseArticle(texts[path] ?? '');
  const body = renderBody(article.text.slice(article.body.start), markupOptions({}, version));
  const index = new SiteIndex();
  for (const [file, text] of Object.entries(texts)) {
    if (/^content\/.*\.md$/.test(file)) index.set(file, factsOf(parseArticle(text).tree, site));
  }
  const context = new SitePages(index, site.config, hugo).context();
  const page = previewPage(path, article, site, context);
  if (!page) return pageInputOf({ article, inSite: undefined, hugo, body, now: NOW });
  const around = surroundingsOf({ page, config: site.config, hugo, articles: index, now: NOW });
  return pageInputOf({ article, inSite: { page, site, around }, hugo, body, now: NOW });
}

/** The same for an article that is a page of the site. */
export async function sitePage(texts: Texts, path: string, version?: string): Promise<SitePageInput> {
  const input = await pageInput(texts, path, version);
  if (input.look === 'plain') throw new Error(`${path} is no page`);
  return input;
}

/** HTML without the spaces that do not show. */
const tidy = (html: string): string =>
  html
    .replace(/\s+(?=[ >])/g, '')
    .replace(/>\s+/g, '>')
    .replace(/\s+</g, '<');

export const pageHtml = (input: PageInput): string => tidy(renderPage(input));

export const cardHtml = (input: SitePageInput): string => tidy(renderCard(input));

/** The parts of an HTML text that a pattern finds. */
export const parts = (html: string, pattern: RegExp): string[] =>
  Array.from(html.matchAll(pattern), ([all, first]) => first ?? all);
