import { entryOf } from '../article/tree.ts';
import type { MapNode, Node } from '../article/tree.ts';
import { does } from '../hugo/behaviour.ts';
import type { HugoVersion } from '../hugo/version.ts';
import { message } from '../messages.ts';
import type { Finding, Rule } from './rule.ts';

/** `url` and `aliases` are paths on the site; an address with http breaks the build (Hugo hugolib/page__meta.go). */
export const urlAddress: Rule = {
  id: 'url-address',
  scope: 'head',
  reads: ['hugo'],
  severity: 'error',
  *check({ article: { tree }, facts }) {
    if (!tree) return;
    yield* ofUrl(entryOf(tree, 'url')?.value, facts.hugo);
    yield* ofAliases(tree);
  },
};

function* ofUrl(url: Node | undefined, hugo: HugoVersion | undefined): Generator<Finding> {
  if (url?.kind !== 'string') return;
  if (/^https?:\/\//.test(url.value)) yield { message: message('url-address.http'), range: url.range };
  else if (hasEmptyToken(url.value) && does(hugo, 'tokensInUrl'))
    yield { message: message('url-address.colon'), range: url.range };
}

/** A colon starts a token such as `:year`; one that Hugo does not know leaves nothing, and nothing crashes it. */
const hasEmptyToken = (url: string): boolean =>
  /^[^/]*:[^/]/.test(url) && !/^:(?:year|month|day|title|slug|section)/.test(url);

function* ofAliases(tree: MapNode): Generator<Finding> {
  const aliases = entryOf(tree, 'aliases')?.value;
  const nodes = aliases?.kind === 'list' ? aliases.items : aliases ? [aliases] : [];
  for (const node of nodes) {
    if (node.kind !== 'string') continue;
    const paths = aliases?.kind === 'list' ? [node.value] : node.value.split(/\s+/);
    if (paths.some(path => /^https?:\/\//.test(path)))
      yield { message: message('url-address.http'), range: node.range };
    else if (paths.some(path => /^(?:\/|\.\.|\/?\.\.?\/?)$/.test(path) && path !== ''))
      yield { message: message('url-address.root'), range: node.range };
  }
}
