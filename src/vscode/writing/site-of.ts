import * as vscode from 'vscode';
import { message } from '../../core/messages.ts';
import type { Site } from '../sites.ts';
import type { Means } from './means.ts';

/**
 * The site that a command is for: that of the file or folder it was called on, of the active editor, else the one of the
 * workspace; of several the editor chooses. Says so where there is none.
 */
export async function siteFor({ host, sites }: Means, clicked?: vscode.Uri): Promise<Site | undefined> {
  const near = clicked ? vscode.Uri.joinPath(clicked, 'any') : vscode.window.activeTextEditor?.document.uri;
  const own = near && near.scheme !== 'untitled' ? (await sites.siteOf(near)).site : undefined;
  if (own) return own;
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    await sites.siteOf(vscode.Uri.joinPath(uri, 'any'));
  }
  const known = await sites.known();
  if (known.length === 0) void vscode.window.showInformationMessage(host.say(message('write.no-site')));
  if (known.length < 2) return known[0];
  const items = known.map(site => ({ label: site.facts.config.title || site.root, detail: site.root, site }));
  return (await vscode.window.showQuickPick(items, { title: host.say(message('write.which-site')) }))?.site;
}
