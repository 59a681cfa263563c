import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import type { Entry, Node } from '../article/tree.ts';
import { toRename } from '../fix/fix.ts';
import { does } from '../hugo/behaviour.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import type { Finding, Rule } from './rule.ts';

/** Settings of `build` and `sitemap` that Hugo cannot decode break the build (pagemeta.go, config/sitemap). */
export const settingValue: Rule = {
  id: 'setting-value',
  scope: 'head',
  reads: ['hugo'],
  severity: 'error',
  *check({ article, facts }) {
    const { tree } = article;
    const old = tree && entryOf(tree, '_build');
    if (old && does(facts.hugo, 'oldBuildKeyBreaksBuild'))
      yield { message: message('setting-value.old'), range: old.key.range, fixes: renamed(article, old) };
    const build = tree && (entryOf(tree, 'build') ?? old)?.value;
    const sitemap = tree && entryOf(tree, 'sitemap')?.value;
    yield* inMap(build, BUILD, does(facts.hugo, 'mapsAreRequired'));
    yield* inMap(sitemap, SITEMAP, does(facts.hugo, 'sitemapIsDecoded'));
  },
};

/** The newer name means the same. */
const renamed = (article: Article, { key }: Entry): readonly Fix[] =>
  article.tree && entryOf(article.tree, 'build') ? [] : toRename(article, [key.value], 'build');

/** By a setting's name in lower case, whether a value cannot be decoded. */
type Settings = ReadonlyMap<string, (node: Node) => boolean>;

function* inMap(map: Node | undefined, wrong: Settings, breaks: boolean): Generator<Finding> {
  if (map?.kind !== 'map') return;
  for (const { key, value } of map.entries) {
    if (!wrong.get(key.value.toLowerCase())?.(value)) continue;
    const args = { key: key.value };
    const severity = breaks ? 'error' : 'warning';
    yield { severity, message: message('setting-value', args), range: value.range };
  }
}

const isCollection = (node: Node): boolean =>
  (node.kind === 'list' && node.items.length > 0) || (node.kind === 'map' && node.entries.length > 0);

/** What strconv.ParseBool does not take. */
const isNoSwitch = (node: Node): boolean =>
  node.kind === 'list' ||
  node.kind === 'map' ||
  (node.kind === 'string' && !/^(?:|1|0|t|f|T|F|true|false|TRUE|FALSE|True|False)$/.test(node.value));

const isNoNumber = (node: Node): boolean =>
  isCollection(node) ||
  (node.kind === 'string' && !/^(?:|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)$/.test(node.value));

const BUILD: Settings = new Map([
  ['render', isCollection],
  ['list', isCollection],
  ['publishresources', isNoSwitch],
]);
const SITEMAP: Settings = new Map([
  ['changefreq', (node: Node) => node.kind === 'map' || isCollection(node)],
  ['priority', isNoNumber],
  ['disable', isNoSwitch],
]);
