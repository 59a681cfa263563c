import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import type { MapNode, Node, Range, StringNode } from '../article/tree.ts';
import { fix, replacing, toWrite, writing } from '../fix/fix.ts';
import { does } from '../hugo/behaviour.ts';
import type { HugoVersion } from '../hugo/version.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import type { Finding, Rule } from './rule.ts';

/** `url` and `aliases` are paths on the site; an address with http breaks the build (Hugo hugolib/page__meta.go). */
export const urlAddress: Rule = {
  id: 'url-address',
  scope: 'head',
  reads: ['hugo'],
  severity: 'error',
  *check({ article, facts }) {
    const { tree } = article;
    if (!tree) return;
    for (const finding of ofUrl(entryOf(tree, 'url')?.value, facts.hugo))
      yield { ...finding, fixes: toWritePath(article, finding.range) };
    for (const finding of ofAliases(tree)) {
      const fixes =
        finding.message.code === 'url-address.joined'
          ? toPaths(article, tree)
          : toWritePath(article, finding.range);
      yield { ...finding, fixes };
    }
  },
};

/** The path that an address most likely stands for, in place of it; between the quotation marks that it has. */
function toWritePath({ text, fences }: Article, range: Range): readonly Fix[] {
  const written = text.slice(range.start, range.end);
  const [, quote = '', value = ''] = /^(["']?)([^\r\n]*)\1$/.exec(written) ?? [];
  const path = value
    .replaceAll('\\', '/')
    .trim()
    .replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, '')
    .replace(/^(?:[\w-]+\.)+(?:com|cn|net|org|io|gov|edu)(?=\/)/i, '');
  if (fences?.format !== 'yaml' || path === value || !/^\/[\w./~-]*[\w~-][\w./~-]*$/.test(path)) return [];
  return fix(writing(path), [replacing(range, quote + path + quote)]);
}

/** Several paths in one text become a list. */
function toPaths(article: Article, tree: MapNode): readonly Fix[] {
  const aliases = entryOf(tree, 'aliases');
  if (aliases?.value.kind !== 'string') return [];
  const paths = aliases.value.value.split(/[\s,，、;；]+/).filter(path => path !== '');
  return toWrite(article, [aliases.key.value], paths);
}

function* ofUrl(url: Node | undefined, hugo: HugoVersion | undefined): Generator<Finding> {
  if (url?.kind !== 'string') return;
  const { value, range } = url;
  if (/^https?:\/\//.test(value)) yield { message: message('url-address.http'), range };
  else if (CONTROL.test(value)) yield { message: message('url-address.control'), range };
  else if (/^[a-z][a-z\d+.-]*:\/\//i.test(value))
    yield {
      severity: does(hugo, 'schemeInUrlBreaksBuild') ? 'error' : 'warning',
      message: message('url-address.http'),
      range,
    };
  else if (hasEmptyToken(value) && does(hugo, 'tokensInUrl'))
    yield { message: message('url-address.colon'), range };
  else yield* strange(url);
}

/** Signs that no address holds as they are, and a host in front. */
function* strange({ value, range }: StringNode): Generator<Finding> {
  if (value !== '' && /[?#\\]|^\s|\s$/.test(value))
    yield { severity: 'warning', message: message('url-address.signs'), range };
  else if (/^(?:[\w-]+\.)+(?:com|cn|net|org|io|gov|edu)\//i.test(value))
    yield { severity: 'warning', message: message('url-address.host'), range };
}

/** A line end or a tab in a path: the parser of addresses ends Hugo. */
const CONTROL = /[\u0000-\u001f\u007f]/;

/** A colon starts a token such as `:year`; one that Hugo does not know leaves nothing, and nothing crashes it. */
const hasEmptyToken = (url: string): boolean =>
  (/^[^/]*:[^/]/.test(url) && !/^:(?:year|month|day|title|slug|section)/.test(url)) ||
  (url.includes('/:') &&
    /\/:(?!(?:year|month|day|weekday|section|title|slug|filename|contentbasename)\w*)/.test(url));

function* ofAliases(tree: MapNode): Generator<Finding> {
  const aliases = entryOf(tree, 'aliases')?.value;
  const isList = aliases?.kind === 'list';
  for (const node of isList ? aliases.items : aliases ? [aliases] : []) {
    if (node.kind !== 'string') continue;
    const paths = isList ? [node.value] : node.value.split(/\s+/);
    if (paths.some(path => /^https?:\/\//.test(path)))
      yield { message: message('url-address.http'), range: node.range };
    else if (paths.some(path => /^(?:\/|\.\.|\/?\.\.?\/?)$/.test(path) && path !== ''))
      yield { message: message('url-address.root'), range: node.range };
    else if (!isList && /[,，、;；]/.test(node.value))
      yield { severity: 'warning', message: message('url-address.joined'), range: node.range };
    else if (paths.some(path => /^[a-z][a-z\d+.-]*:\/\//i.test(path)))
      yield { severity: 'warning', message: message('url-address.http'), range: node.range };
    else if (isList) yield* strange(node);
  }
}
