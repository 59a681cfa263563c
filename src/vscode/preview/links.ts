import * as vscode from 'vscode';
import { resolveLink } from '../../core/preview/link.ts';
import type { LinkTarget } from '../../core/preview/link.ts';
import { originOf } from '../../core/targets/resolve.ts';
import { surroundingsOf } from '../checker.ts';
import { openDocument } from '../documents.ts';
import type { Site } from '../sites.ts';
import type { Means } from './panel.ts';
import { unescaped } from '../../core/percent.ts';

/** Opens a link of an article: one to the site as the source of what stands there, one to the web by VS Code. */
export async function openLink(href: string, from: vscode.Uri, { host, renderer }: Means): Promise<void> {
  const { given, page } = await renderer.render(from, openDocument(from));
  const site = given?.site;
  await site?.indexed;
  const inSite =
    site && page && page.relPermalink !== ''
      ? { origin: originOf(page, site.facts, given.facts.hugo), around: surroundingsOf(site, given.facts) }
      : undefined;
  const target = await resolveLink(href, inSite);
  const beside = inSite ? undefined : await fileBeside(target, href, from);
  if (beside) await open(beside);
  else if (target.kind === 'web') await vscode.env.openExternal(vscode.Uri.parse(target.url));
  else if (target.kind === 'file' && site) await open(uriIn(site, target.path));
  else if (target.kind === 'nowhere') void vscode.window.showInformationMessage(host.say(target.reason));
}

const uriIn = ({ root, uriOf }: Site, path: string): vscode.Uri =>
  uriOf(path.startsWith('/') ? path : `${root}/${path}`);

/** As text, or a picture as one. */
async function open(file: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', file, { viewColumn: vscode.ViewColumn.One });
}

/** Outside of sites a relative link names a file. */
async function fileBeside(
  { kind }: LinkTarget,
  href: string,
  from: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  if (kind !== 'nowhere' || from.scheme === 'untitled' || /^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(href))
    return undefined;
  const path = href.replace(/[?#].*$/s, '');
  const file = vscode.Uri.joinPath(from, '..', unescaped(path) ?? path);
  try {
    return (await vscode.workspace.fs.stat(file)).type === vscode.FileType.File ? file : undefined;
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return undefined;
    throw error;
  }
}
