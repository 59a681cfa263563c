import type { Token } from 'markdown-it';
import { decodeHtml, escapeGo } from './escape.ts';

/** Texts of headings for the table of contents (Hugo markup/goldmark/toc.go). */
const skipped = new Set(['footnote_ref', 'task_checkbox']);

const kept = new Set(
  (
    'abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup ' +
    'time u var wbr'
  ).split(' '),
);

const words = /^[\p{L}\p{N}\s\-_',[\]!./\\()]*$/u;

/** What attributes may hold (bluemonday helpers.go); undefined: anything. */
const keptAttributes: ReadonlyMap<string, RegExp | undefined> = new Map([
  ['class', /^[\s\p{L}\p{N}_-]+$/u],
  ['dir', /^(?:rtl|ltr)$/i],
  ['lang', /[a-zA-Z]{2,20}/],
  ['id', /[a-zA-Z0-9:\-_.]+/],
  ['title', words],
  ['alt', words],
  ['width', /^[0-9]+%?$/],
  ['height', /^[0-9]+%?$/],
  ['align', /^(?:left|right|top|texttop|middle|absmiddle|baseline|bottom|absbottom)$/i],
  ...['cite', 'datetime', 'value', 'src'].map((name): [string, undefined] => [name, undefined]),
]);

export function headingTitle(
  tokens: Token[],
  print: (tokens: Token[]) => string,
  sanitised: boolean,
): string {
  const html = print(tokens.filter(({ type }) => !skipped.has(type)));
  return sanitised && html.includes('<') ? sanitise(html) : html;
}

/** Drops the tags that a list entry may not hold, links above all, and keeps their text. */
function sanitise(html: string): string {
  const clean = html.replace(
    /<!--[^]*?-->|<(\/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>|[^<]+/g,
    (all, slash, name, rest) => {
      if (typeof name === 'string') return tag(String(slash), name.toLowerCase(), String(rest));
      return all.startsWith('<') ? '' : text(all);
    },
  );
  return clean.trim().replace(/[\t\n\f\r ]+/g, ' ');
}

function tag(slash: string, name: string, rest: string): string {
  if (!kept.has(name)) return '';
  let attributes = '';
  for (const [, key = '', value = ''] of rest.matchAll(/([a-zA-Z-]+)="([^"]*)"/g)) {
    if (keptAttributes.has(key) && keptAttributes.get(key)?.test(decodeHtml(value)) !== false)
      attributes += ` ${key}="${text(value)}"`;
  }
  return `<${slash}${name}${attributes}${rest.endsWith('/') ? '/' : ''}>`;
}

function text(html: string): string {
  return escapeGo(decodeHtml(html));
}
