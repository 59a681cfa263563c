import type { Article } from '../article/article.ts';
import type { Node } from '../article/tree.ts';
import { fix, replacing, writing } from '../fix/fix.ts';
import { does } from '../hugo/behaviour.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import { FIELDS } from '../schema/annotations.ts';
import { schemaFor } from '../schema/choose.ts';
import type { Rule } from './rule.ts';
import { marksOf, yamlValues } from './yaml-values.ts';
import type { Mark, YamlValue } from './yaml-values.ts';

/** `lead: &news x`, `title: !important x`: a name or a type to YAML, and no part of the text. */
export const yamlMark: Rule = {
  id: 'yaml-mark',
  scope: 'head',
  reads: ['hugo', 'page'],
  severity: 'warning',
  *check({ article, facts }) {
    if (!/[&!]/.test(headOf(article))) return;
    const fields = FIELDS[schemaFor(article, facts)];
    for (const value of yamlValues(article)) {
      const { node } = value;
      if (node.kind === 'map' || node.kind === 'list' || isNothing(node)) continue;
      for (const mark of marksOf(article, value)) {
        if (isSaid(article, value, mark)) continue;
        if (mark.text === '!!str') {
          if (!does(facts.hugo, 'goccyYaml') || !isReadAsNumber(article, node)) continue;
          const fixes = quoted(article, value, { ...mark, text: '' });
          yield { message: message('yaml-mark.text'), range: mark.range, fixes };
          continue;
        }
        const expects = fields.get(String(value.path[0]).toLowerCase())?.annotation.expects;
        const severity = node.kind === 'string' && TEXTS.has(expects ?? '') ? 'warning' : 'hint';
        const text = message('yaml-mark', { mark: mark.text });
        const fixes = severity === 'warning' ? quoted(article, value, mark) : [];
        yield { severity, message: text, range: mark.range, fixes };
      }
    }
  },
};

const TEXTS = new Set(['text', 'terms', 'texts']);

const headOf = ({ text, fences }: Article): string =>
  fences?.format === 'yaml' ? text.slice(fences.content.start, fences.content.end) : '';

/** Nothing stands behind the mark: then keys are lost, not the mark alone. */
const isNothing = ({ range }: Node): boolean => range.start === range.end;

/** An error of the syntax says it. */
const isTold = ({ faults }: Article, { range }: Mark): boolean =>
  faults.some(fault => fault.range.start < range.end && fault.range.end > range.start);

const isSaid = (article: Article, value: YamlValue, mark: Mark): boolean =>
  isTold(article, mark) || isMeant(article, value, mark);

/** YAML is what was meant: a name that is used, or that is the key's own; one of YAML's own types. */
function isMeant(article: Article, { path }: YamlValue, { text }: Mark): boolean {
  if (text.startsWith('&')) {
    const name = text.slice(1);
    if (path.at(-1) === name) return true;
    return Array.from(headOf(article).matchAll(/\*([^\s,[\]{}]+)/g)).some(([, used]) => used === name);
  }
  return text !== '!!str' && /^!(?:!(?:int|float|bool|null|binary|timestamp|map|seq|set|omap)$|<)/.test(text);
}

/** goccy/go-yaml reads the number first and makes a text of it then: of `!!str 1.10` it is 1.1. */
function isReadAsNumber({ text }: Article, { range, style }: Node): boolean {
  const written = text.slice(range.start, range.end);
  return (
    style === 'plain' &&
    /^(?:[-+]?(?:\.?\d|\.inf|\.nan)|null$|~$)/i.test(written) &&
    !/^(?:0|-?[1-9]\d{0,14})$|^-?(?:0|[1-9]\d{0,9})\.\d{0,5}[1-9]$/.test(written) &&
    /^(?:[-+]?(?:[\d_]*\.?[\d_]*(?:e[-+]?\d+)?|0x[\da-f_]+|0o?[0-7_]+|0b[01_]+|\.inf)|\.nan|null|~)$/i.test(
      written,
    )
  );
}

/** The text as it was meant, between quotation marks. */
function quoted({ text }: Article, { node }: YamlValue, mark: Mark): readonly Fix[] {
  const written = text.slice(node.range.start, node.range.end);
  const between = text.slice(mark.range.end, node.range.start);
  if (!/^[ \t]+$/.test(between) || /[\r\n]/.test(written)) return [];
  const isQuoted = node.style === 'single' || node.style === 'double';
  if (node.style !== 'plain' && !isQuoted) return [];
  const quote = isQuoted ? (written[0] ?? '"') : /["\\]/.test(written) ? "'" : '"';
  const inner = isQuoted ? written.slice(1, -1) : written;
  if (!isQuoted && inner.includes(quote)) return [];
  const whole = quote + (mark.text === '' ? inner : `${mark.text} ${inner}`) + quote;
  return fix(writing(whole), [replacing({ start: mark.range.start, end: node.range.end }, whole)]);
}
