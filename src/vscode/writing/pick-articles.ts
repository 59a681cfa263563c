import * as vscode from 'vscode';
import { message } from '../../core/messages.ts';
import { sectionsOf } from '../../core/new/place.ts';
import { placeInSite } from '../../core/site/place.ts';
import type { Site } from '../sites.ts';
import type { Means } from './means.ts';

/** More terms are not offered: nobody reads them. */
const MOST_TERMS = 500;

interface Group extends vscode.QuickPickItem {
  readonly paths?: () => Iterable<string>;
}

/** The articles among files and folders that were selected. */
export function articlesIn({ host }: Means, site: Site, selected: readonly vscode.Uri[]): vscode.Uri[] {
  const paths = selected.map(uri => host.locate(uri).path.slice(site.root.length + 1));
  const found = new Set(paths.filter(path => placeInSite(path, site.facts.contentFolders).isArticle));
  for (const [path] of site.index.entries()) {
    if (paths.some(folder => path.startsWith(`${folder}/`))) found.add(path);
  }
  return Array.from(found, path => site.uriOf(`${site.root}/${path}`));
}

/** Asks which articles: all, those of a section, or those that have a term. */
export async function pickArticles({ host }: Means, site: Site): Promise<vscode.Uri[] | undefined> {
  const articles = (count: number): string => host.say(message('write.articles', { count }));
  const separator = (code: Parameters<typeof message>[0]): Group => ({
    label: host.say(message(code)),
    kind: vscode.QuickPickItemKind.Separator,
  });
  const all = Array.from(site.index.entries(), ([path]) => path);
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active && host.locate(active).path.slice(site.root.length + 1);
  const items: Group[] = [
    ...(own !== undefined && site.index.get(own)
      ? [{ label: host.say(message('bulk.this')), description: own, paths: () => [own] }]
      : []),
    { label: host.say(message('bulk.all')), description: articles(all.length), paths: () => all },
    separator('bulk.sections'),
    ...site.facts.contentFolders.flatMap(folder =>
      sectionsOf(all, folder).flatMap(({ path, count }): Group[] => {
        if (path === '' || count === 0) return [];
        const below = `${folder}/${path}/`;
        return [
          {
            label: below,
            description: articles(count),
            paths: () => all.filter(name => name.startsWith(below)),
          },
        ];
      }),
    ),
    ...site.facts.taxonomies.flatMap(taxonomy => [
      { label: taxonomy, kind: vscode.QuickPickItemKind.Separator },
      ...site.index
        .terms(taxonomy)
        .search('', { limit: MOST_TERMS, now: Date.now() })
        .map(({ term, count }): Group => ({
          label: term,
          description: `${taxonomy} · ${articles(count)}`,
          paths: () => site.index.articlesWith(taxonomy, term),
        })),
    ]),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: host.say(message('bulk.heading')),
    placeHolder: host.say(message('bulk.which')),
    matchOnDescription: true,
  });
  return chosen?.paths && Array.from(chosen.paths(), path => site.uriOf(`${site.root}/${path}`));
}
