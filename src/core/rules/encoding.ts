import type { Article } from '../article/article.ts';
import { does } from '../hugo/behaviour.ts';
import { toUtf8 } from '../fix/encoding.ts';
import type { HugoVersion } from '../hugo/version.ts';
import { message } from '../messages.ts';
import type { Rule } from './rule.ts';

/** A file that is not UTF-8. Hugo reads nothing else: the build breaks, or readers get garbled characters. */
export const encoding: Rule = {
  id: 'encoding',
  scope: 'head',
  reads: ['hugo', 'files'],
  severity: 'warning',
  *check({ article, facts }) {
    if (!facts.encoding) return;
    const { name, at } = facts.encoding;
    const inHead = article.fences !== undefined && at.start < article.body.start;
    const isSeen = name === 'double-bom' && !does(facts.hugo, 'twoBomsHideFrontMatter');
    const usual = isSeen ? 'info' : 'warning';
    const severity = inHead && breaksBuild(article, name, facts.hugo) ? 'error' : usual;
    const fixes = name === 'unknown' ? [] : toUtf8(article);
    yield { severity, message: message(`encoding.${name}`), range: at, fixes };
  },
};

function breaksBuild({ text, fences }: Article, name: string, hugo: HugoVersion | undefined): boolean {
  // Without a BOM the first byte is the sign of a fence, and the next is none.
  if (name === 'utf-16le') return !text.startsWith('\ufeff');
  if (name !== 'gb18030' && name !== 'unknown') return false;
  // encoding/json puts U+FFFD in the place of such bytes.
  return fences?.format === 'toml' || (fences?.format === 'yaml' && does(hugo, 'yamlV2'));
}
