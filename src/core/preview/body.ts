import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import type { MapNode } from '../article/tree.ts';
import { markupOf } from '../check/body.ts';
import type { Facts } from '../check/facts.ts';
import { renderBody } from '../render/index.ts';
import { renderAround } from './incremental.ts';
import type { RenderedSource } from './incremental.ts';

/** The body of an article as Hugo makes it, and what it was made of. `last`: the body before an edit. */
export function renderArticleBody(
  { text, body, tree }: Article,
  facts: Facts,
  last?: RenderedSource,
): RenderedSource {
  const { site } = facts;
  const source = text.slice(body.start);
  const options = markupOf(facts);
  const context = {
    shortcodes: {
      ...(site?.isWhole ? { templates: new Set(site.offers.shortcodes) } : {}),
      param: (key: string) => (tree ? parameter(tree, key) : undefined),
    },
  };
  const again = last?.options === options ? renderAround(last, source, context) : undefined;
  return { source, options, body: again ?? renderBody(source, options, context) };
}

function parameter(tree: MapNode, key: string): string | undefined {
  const value = entryOf(tree, key)?.value;
  return value === undefined || value.kind === 'map' || value.kind === 'list'
    ? undefined
    : String(value.value ?? '');
}
