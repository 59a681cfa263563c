import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import type { MapNode } from '../article/tree.ts';
import { markupOf } from '../check/body.ts';
import type { Facts } from '../check/facts.ts';
import { renderBody } from '../render/index.ts';
import type { RenderedBody } from '../render/render.ts';

/** The body of an article as Hugo makes it. */
export function renderArticleBody({ text, body, tree }: Article, facts: Facts): RenderedBody {
  const { site } = facts;
  return renderBody(text.slice(body.start), markupOf(facts), {
    shortcodes: {
      ...(site?.isWhole ? { templates: new Set(site.offers.shortcodes) } : {}),
      param: key => (tree ? parameter(tree, key) : undefined),
    },
  });
}

function parameter(tree: MapNode, key: string): string | undefined {
  const value = entryOf(tree, key)?.value;
  return value === undefined || value.kind === 'map' || value.kind === 'list'
    ? undefined
    : String(value.value ?? '');
}
