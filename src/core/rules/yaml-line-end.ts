import type { Article } from '../article/article.ts';
import type { StringNode } from '../article/tree.ts';
import type { Path } from '../edit/edit.ts';
import { fix, replacing, writing } from '../fix/fix.ts';
import { does } from '../hugo/behaviour.ts';
import { message } from '../messages.ts';
import type { Fix, Severity } from '../problem.ts';
import { FIELDS } from '../schema/annotations.ts';
import type { Field } from '../schema/annotations.ts';
import { schemaFor } from '../schema/choose.ts';
import type { Rule } from './rule.ts';
import { yamlValues } from './yaml-values.ts';

/**
 * A text over several lines in a file with Windows line ends. goccy/go-yaml keeps the line ends, and puts one more in
 * front of the text behind `|` and `>`; addresses, dates and names with line ends in them are not what they were.
 */
export const yamlLineEnd: Rule = {
  id: 'yaml-line-end',
  scope: 'head',
  reads: ['hugo', 'page'],
  severity: 'warning',
  *check({ article, facts }) {
    if (!does(facts.hugo, 'goccyYaml') || !article.text.includes('\r\n')) return;
    const fields = FIELDS[schemaFor(article, facts)];
    for (const { node, path } of yamlValues(article)) {
      if (node.kind !== 'string' || !isOverLines(article, node)) continue;
      const field = fields.get(String(path[0]).toLowerCase());
      if (!field || PROSE.has(field.name) || isOthers(field, path)) continue;
      yield {
        severity: severityOf(field),
        message: message('yaml-line-end', { key: String(path[0]) }),
        range: { start: node.range.start, end: endOf(article, node) },
        fixes: oneLine(article, node),
      };
    }
  },
};

/** Shown as text: white space is white space on a page. */
const PROSE = new Set(['title', 'linkTitle', 'lead', 'summary', 'description', 'keywords']);

function isOverLines({ text }: Article, { range, style }: StringNode): boolean {
  return style !== 'plain' && text.slice(range.start, range.end).includes('\r\n');
}

/** Without the line end behind the last line. */
const endOf = ({ text }: Article, { range }: StringNode): number =>
  range.start + text.slice(range.start, range.end).trimEnd().length;

/** The text between quotation marks, in one line. */
function oneLine(article: Article, node: StringNode): readonly Fix[] {
  const written = JSON.stringify(node.value.trim().replace(/\s+/g, ' '));
  return fix(writing(written), [replacing({ start: node.range.start, end: endOf(article, node) }, written)]);
}

/** A text where there should be none: another rule says so. */
const isOthers = ({ annotation: { expects } }: Field, path: Path): boolean =>
  path.length === 1 && (expects === 'switch' || expects === 'number' || expects === 'terms');

/** No such date, file or format: the build ends. */
const severityOf = ({ name, annotation }: Field): Severity =>
  annotation.expects === 'date' || annotation.expects === 'widgets' || BREAKING.has(name)
    ? 'error'
    : 'warning';

const BREAKING = new Set(['outputs', 'post_meta', 'markup']);
