import * as vscode from 'vscode';
import { placeOf } from '../../core/images/targets-of.ts';
import type { Disposable, Host } from '../host.ts';
import { openDocument } from '../documents.ts';
import { checkRemote } from './commands.ts';
import type { RemoteMeans } from './commands.ts';
import { ResultsView } from './results-view.ts';
import { readRemoteSettings } from './settings.ts';

/** The view of results with its commands: other groups, a filter, asking anew, and the place in the article. */
export function registerResults(host: Host, means: RemoteMeans): Disposable {
  const { remote } = means;
  const view = new ResultsView(host, remote);
  const register = (id: string, run: (...args: unknown[]) => Promise<void>): Disposable =>
    vscode.commands.registerCommand(id, (...args: unknown[]) => host.guard(id, () => run(...args)));
  return vscode.Disposable.from(
    view,
    register('galley.results.group', () => view.chooseGroups()),
    register('galley.results.filter', () => view.chooseShown()),
    register('galley.results.refresh', async () => {
      const results = remote.results();
      const uris = new Map(results.map(({ uri }) => [uri.toString(), uri]));
      const kinds = new Set(results.map(({ kind }) => kind));
      await checkRemote(host, means, { kinds, uris: [...uris.values()], anew: true });
    }),
    register('galley.results.reveal', async (uri, href) => {
      if (uri instanceof vscode.Uri && typeof href === 'string') await reveal(means, uri, href);
    }),
  );
}

async function reveal({ checker }: RemoteMeans, uri: vscode.Uri, href: string): Promise<void> {
  const given = await checker.gather(uri, openDocument(uri));
  const { policy } = readRemoteSettings(uri);
  const place = 'reason' in given ? undefined : placeOf(href, { ...given, policy });
  const document = await vscode.workspace.openTextDocument(uri);
  const { start, end } = place ?? { start: 0, end: 0 };
  const selection = new vscode.Range(document.positionAt(start), document.positionAt(end));
  await vscode.window.showTextDocument(document, { selection });
}
