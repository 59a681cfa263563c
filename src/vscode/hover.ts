import * as vscode from 'vscode';
import type { Value } from '../core/article/tree.ts';
import { hoverAt } from '../core/hover/hover.ts';
import type { Hover } from '../core/hover/hover.ts';
import { factsInSite } from '../core/index/others.ts';
import { message } from '../core/messages.ts';
import type { MessageCode } from '../core/messages.ts';
import type { Checker } from './checker.ts';
import type { Host } from './host.ts';
import { plain } from './markdown-text.ts';
import type { Site } from './sites.ts';

/** Says in front matter what a key does, how a term is used, which moment a date is, what a widget shows. */
export function registerHover(host: Host, checker: Checker): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { language: 'markdown' },
    {
      provideHover: (document, position) =>
        host.guard('hover', () => show(host, checker, { document, position })),
    },
  );
}

async function show(
  host: Host,
  checker: Checker,
  { document, position }: { document: vscode.TextDocument; position: vscode.Position },
): Promise<vscode.Hover | undefined> {
  const given = await checker.gather(document.uri, document);
  if ('reason' in given) return undefined;
  const { article, site, name } = given;
  const facts = { ...given.facts, ...(site && factsInSite(name, article, site)) };
  const hover = hoverAt(article, document.offsetAt(position), facts);
  const text = hover && textOf(hover, host, site);
  if (!text) return undefined;
  const range = new vscode.Range(
    document.positionAt(hover.range.start),
    document.positionAt(hover.range.end),
  );
  return new vscode.Hover(text, range);
}

function textOf(hover: Hover, host: Host, site: Site | undefined): vscode.MarkdownString | undefined {
  switch (hover.kind) {
    case 'key':
      return keyText(hover, host);
    case 'term':
      return site && termText(hover, host, site);
    case 'date':
      return dateText(hover, host);
    case 'widget':
      return widgetText(hover, host);
  }
}

function keyText({ field, elsewhere }: Extract<Hover, { kind: 'key' }>, host: Host): vscode.MarkdownString {
  const { title = '', description = '' } =
    (host.language.startsWith('zh') ? field['x-galley']?.['zh-cn'] : undefined) ?? field;
  const text = new vscode.MarkdownString(`**${title}**\n\n${description}`);
  if (elsewhere) {
    const value = shortly(elsewhere.value);
    const from =
      elsewhere.from === 'site'
        ? message('hover.from-site', { value })
        : message('hover.from-list', { value, path: elsewhere.path ?? '' });
    text.appendMarkdown(`\n\n${plain(host.say(from))}`);
  }
  return text;
}

function shortly(value: Value): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** So many of the latest articles with a term are listed. */
const LATEST = 5;

function termText(
  { taxonomy, term }: Extract<Hover, { kind: 'term' }>,
  host: Host,
  { index, root, uriOf }: Site,
): vscode.MarkdownString {
  const paths = [...index.articlesWith(taxonomy, term)];
  const dateOf = (path: string): number => index.get(path)?.date ?? 0;
  const latest = paths.sort((a, b) => dateOf(b) - dateOf(a)).slice(0, LATEST);
  const text = new vscode.MarkdownString();
  text.appendMarkdown(plain(host.say(message('hover.term', { term, count: paths.length }))));
  for (const path of latest) {
    const title = index.get(path)?.title ?? path;
    const day = dateOf(path) === 0 ? '' : `${new Date(dateOf(path)).toISOString().slice(0, 10)} `;
    const link = uriOf(`${root}/${path}`).toString();
    text.appendMarkdown(`\n\n- ${day}[${plain(title)}](${link})`);
  }
  return text;
}

function dateText({ instant, zone }: Extract<Hover, { kind: 'date' }>, host: Host): vscode.MarkdownString {
  const inZone = (timeZone: string): string =>
    new Intl.DateTimeFormat(host.language, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(
      instant,
    );
  const place = zone ?? 'UTC';
  const said = message(instant > Date.now() ? 'hover.date-future' : 'hover.date', {
    time: inZone(place),
    zone: place,
  });
  const text = new vscode.MarkdownString();
  text.appendMarkdown(plain(host.say(said)));
  if (zone === undefined) text.appendMarkdown(`\n\n${plain(host.say(message('hover.no-zone')))}`);
  return text;
}

const WIDGETS = [
  'search',
  'recent',
  'categories',
  'taglist',
  'social',
  'languages',
  'sidemenu',
  'ddg-search',
] as const;

function widgetText(
  { name }: Extract<Hover, { kind: 'widget' }>,
  host: Host,
): vscode.MarkdownString | undefined {
  const known = WIDGETS.find(widget => widget === name);
  if (!known) return undefined;
  const code: MessageCode = `widget.${known}`;
  const text = new vscode.MarkdownString();
  return text.appendMarkdown(plain(host.say(message(code))));
}
