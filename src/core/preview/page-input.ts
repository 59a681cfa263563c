import type { Article } from '../article/article.ts';
import { valueOf } from '../article/tree.ts';
import type { MapNode, Node, Value, ValueMap } from '../article/tree.ts';
import type { SiteFacts } from '../check/facts.ts';
import { does } from '../hugo/behaviour.ts';
import { pageOf } from '../hugo/page.ts';
import type { Page, PageContext } from '../hugo/page-types.ts';
import { settingsFor } from '../hugo/url-page.ts';
import { formatVersion } from '../hugo/version.ts';
import { markupOptions, renderBody } from '../render/index.ts';
import type { RenderedBody } from '../render/render.ts';
import type { PageInput, PreviewBody, Surroundings } from './input.ts';
import { printed } from './params.ts';
import { summaryOf, withoutLoneParagraph } from './summary/summary.ts';

/** The article as a page of its site; `undefined` for a file that Hugo makes no page of. */
export function previewPage(
  path: string,
  article: Article,
  { config }: SiteFacts,
  context: PageContext = {},
): Page | undefined {
  const found = pageOf(path, frontMatterOf(article, context.hugo), config, context);
  return 'page' in found ? found.page : undefined;
}

/** What a page's input is made of. */
export interface PageSource {
  readonly article: Article;
  /** With its site; absent outside of sites, and for files that are no pages. */
  readonly inSite:
    { readonly page: Page; readonly site: SiteFacts; readonly around: Surroundings } | undefined;
  readonly hugo: PageContext['hugo'];
  readonly body: RenderedBody;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The input of `renderPage`. */
export function pageInputOf({ article, inSite, hugo, body, now }: PageSource): PageInput {
  if (!inSite) return { look: 'plain', frontMatter: frontMatterOf(article, hugo) };
  const { page, site, around } = inSite;
  const { config } = site;
  const look = site.isMainroad ? 'mainroad' : 'neutral';
  const source = { article, page, site, hugo, body };
  return { look, page, config, hugo, body: previewBody(source), around, now };
}

interface BodySource extends Pick<PageSource, 'article' | 'hugo' | 'body'> {
  readonly page: Page;
  readonly site: SiteFacts;
}

function previewBody({ article, page, site: { config }, hugo, body }: BodySource): PreviewBody {
  const settings = settingsFor(config, page.language);
  const options = markupOptions(
    { markup: settings.markup, enableEmoji: settings.switches.enableEmoji },
    hugo === undefined ? undefined : formatVersion(hugo),
  );
  const render = (markdown: string): RenderedBody => renderBody(markdown, options);
  const source = article.text.slice(article.body.start, article.body.end);
  const bio = printed(settings.author['bio']);
  return {
    toc: body.toc,
    authorBio: bio === '' ? '' : withoutLoneParagraph(render(bio).html),
    ...summaryOf({ page, settings, hugo, text: article.text, source, body, render }),
  };
}

/** The front matter as this Hugo reads it: an unquoted `yes` is a switch for YAML 1.1 and text since. */
function frontMatterOf({ tree, fences }: Article, hugo: PageContext['hugo']): ValueMap {
  if (!tree) return {};
  const old = fences?.format === 'yaml' && hugo !== undefined && does(hugo, 'yaml11Booleans');
  return old ? mapWithSwitches(tree) : (valueOf(tree) as ValueMap);
}

const mapWithSwitches = ({ entries }: MapNode): ValueMap =>
  Object.fromEntries(entries.map(({ key, value }) => [key.value, withSwitches(value)]));

function withSwitches(node: Node): Value {
  if (node.kind === 'map') return mapWithSwitches(node);
  if (node.kind === 'list') return node.items.map(withSwitches);
  if (node.kind !== 'string' || node.style !== 'plain') return valueOf(node);
  if (/^(?:y|Y|yes|Yes|YES|on|On|ON)$/.test(node.value)) return true;
  return /^(?:n|N|no|No|NO|off|Off|OFF)$/.test(node.value) ? false : node.value;
}
