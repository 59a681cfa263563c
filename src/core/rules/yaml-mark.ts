import type { Article } from '../article/article.ts';
import type { Node } from '../article/tree.ts';
import type { Facts } from '../check/facts.ts';
import { fix, replacing, writing } from '../fix/fix.ts';
import { does } from '../hugo/behaviour.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import { FIELDS } from '../schema/annotations.ts';
import { schemaFor } from '../schema/choose.ts';
import type { Finding, Rule } from './rule.ts';
import { takesKeys } from './yaml-swallow.ts';
import { marksOf, yamlValues } from './yaml-values.ts';
import type { Mark, YamlValue } from './yaml-values.ts';

/** `lead: &news x`, `title: !important x`: a name or a type to YAML, and no part of the text. */
export const yamlMark: Rule = {
  id: 'yaml-mark',
  scope: 'head',
  reads: ['hugo', 'page'],
  severity: 'warning',
  *check({ article, facts }) {
    const head = headOf(article);
    if (!/[&!]/.test(head)) return;
    const taken = takesKeys(article, facts.hugo);
    const used = new Set(Array.from(head.matchAll(/\*([^\s,[\]{}]+)/g), ([, name]) => `&${name ?? ''}`));
    for (const value of yamlValues(article)) {
      if (value.node.kind === 'map' || value.node.kind === 'list' || value.node === taken) continue;
      for (const mark of marksOf(article, value)) {
        if (isTold(article, mark) || used.has(mark.text) || isMeant(value, mark)) continue;
        const finding = judge({ article, value, mark }, facts);
        if (finding) yield { ...finding, range: mark.range };
      }
    }
  },
};

interface Place {
  readonly article: Article;
  readonly value: YamlValue;
  readonly mark: Mark;
}

function judge({ article, value, mark }: Place, facts: Facts): Omit<Finding, 'range'> | undefined {
  const { node, path } = value;
  const text = message('yaml-mark', { mark: mark.text });
  if (mark.text === '!!str') {
    if (!does(facts.hugo, 'goccyYaml') || !isReadAsNumber(article, node)) return undefined;
    return { message: message('yaml-mark.text'), fixes: quoted(article, value, { ...mark, text: '' }) };
  }
  if (node.range.start === node.range.end)
    return mark.text.startsWith('!') ? { message: text, fixes: alone(mark) } : undefined;
  const field = FIELDS[schemaFor(article, facts)].get(String(path[0]).toLowerCase());
  const isText = node.kind === 'string' && TEXTS.has(field?.annotation.expects ?? '');
  return isText
    ? { message: text, fixes: quoted(article, value, mark) }
    : { severity: 'hint', message: text };
}

const TEXTS = new Set(['text', 'terms', 'texts']);

const headOf = ({ text, fences }: Article): string =>
  fences?.format === 'yaml' ? text.slice(fences.content.start, fences.content.end) : '';

/** An error of the syntax says it. */
const isTold = ({ faults }: Article, { range }: Mark): boolean =>
  faults.some(fault => fault.range.start < range.end && fault.range.end > range.start);

/** YAML is what was meant: the name of the key, a type of YAML itself, or the full address of a type. */
const isMeant = ({ path }: YamlValue, { text }: Mark): boolean =>
  text === `&${String(path.at(-1))}` ||
  /^!(?:!(?:int|float|bool|null|binary|timestamp|map|seq|set|omap)$|<)/.test(text);

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

/** Nothing else was meant. */
function alone({ text, range }: Mark): readonly Fix[] {
  return text.includes('"') ? [] : fix(writing(`"${text}"`), [replacing(range, `"${text}"`)]);
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
