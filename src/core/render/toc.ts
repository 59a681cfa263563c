import type { Token } from 'markdown-it';
import { headingTitle } from './html/heading-title.ts';
import { metaNumber } from './tokens.ts';
import type { TableOfContentsOptions } from './options.ts';

/** A heading of a body. */
export interface Heading {
  readonly level: number;
  /** Empty when headings get no ids. */
  readonly id: string;
  /** HTML of the text, as in the table of contents. */
  readonly title: string;
  /** UTF-16 offset in the body. */
  readonly start: number;
}

/** Prints inline tokens. */
export type InlinePrinter = (tokens: Token[]) => string;

/** The headings in order, those in quotes and lists too. */
export function headingsOf(tokens: readonly Token[], print: InlinePrinter, sanitised: boolean): Heading[] {
  const headings: Heading[] = [];
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open') return;
    const inline = tokens[index + 1];
    headings.push({
      level: metaNumber(token, 'level'),
      id: String(token.attrGet('id') ?? ''),
      title: inline?.type === 'inline' ? headingTitle(inline.children ?? [], print, sanitised) : '',
      start: metaNumber(token, 'start'),
    });
  });
  return headings;
}

interface Entry {
  readonly heading: Heading | undefined;
  readonly entries: Entry[];
}

/** The tree by level; a level that is left out has an empty entry (Hugo markup/tableofcontents). */
function treeOf(headings: readonly Heading[]): Entry[] {
  const rows: Entry[] = [];
  for (const heading of headings) {
    if (heading.level === 1) {
      rows.push({ heading, entries: [] });
      continue;
    }
    if (rows.length === 0) rows.push({ heading: undefined, entries: [] });
    let parent = rows.at(-1);
    for (let level = 2; parent && level < heading.level; level++) {
      if (parent.entries.length === 0) parent.entries.push({ heading: undefined, entries: [] });
      parent = parent.entries.at(-1);
    }
    parent?.entries.push({ heading, entries: [] });
  }
  return rows;
}

/** `.TableOfContents`. */
export function tableOfContents(headings: readonly Heading[], options: TableOfContentsOptions): string {
  const list = options.ordered ? 'ol' : 'ul';
  const indent = (depth: number): string => '  '.repeat(depth);
  const entriesHtml = (entries: readonly Entry[], level: number, depth: number): string => {
    if (level < options.startLevel) {
      return entries.map(entry => entriesHtml(entry.entries, level + 1, depth)).join('');
    }
    if ((options.endLevel !== -1 && level > options.endLevel) || entries.length === 0) return '';
    const items = entries.map(({ heading, entries: inner }) => {
      const link = heading && (heading.id !== '' || heading.title !== '') ? linkTo(heading) : '';
      return `${indent(depth + 2)}<li>${link}${entriesHtml(inner, level + 1, depth + 2)}</li>\n`;
    });
    return `\n${indent(depth + 1)}<${list}>\n${items.join('')}${indent(depth + 1)}</${list}>\n${indent(depth)}`;
  };
  return `<nav id="TableOfContents">${entriesHtml(treeOf(headings), 1, 0)}</nav>`;
}

function linkTo({ id, title }: Heading): string {
  return `<a href="#${id}">${title}</a>`;
}
