import * as vscode from 'vscode';
import { cleanPath } from '../../core/hugo/config-paths.ts';
import { pageOf } from '../../core/hugo/page.ts';
import { message } from '../../core/messages.ts';
import { openDocument } from '../documents.ts';
import type { Means } from './panel.ts';
import type { Renderer } from './renderer.ts';

/** Schemes that a link of an article may open. */
const ALLOWED = /^(?:https?|mailto|tel):/i;

/** Opens a link of an article: one of the web by VS Code, a relative one as the file it names. */
export async function openLink(href: string, from: vscode.Uri, { host, renderer }: Means): Promise<void> {
  const address = href.startsWith('//') ? `https:${href}` : href;
  if (ALLOWED.test(address)) {
    await vscode.env.openExternal(vscode.Uri.parse(address));
    return;
  }
  if (/^[a-z][a-z\d+.-]*:/i.test(address)) {
    host.log.info('preview: a link with a scheme that is not opened');
    return;
  }
  const file = await fileOf(address, from, renderer);
  if (file) await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.One });
  else
    void vscode.window.showInformationMessage(host.say(message('preview.link-nowhere', { href: address })));
}

/** The article that the site publishes at an address without a host; outside of sites the file of that name. */
async function fileOf(
  address: string,
  from: vscode.Uri,
  renderer: Renderer,
): Promise<vscode.Uri | undefined> {
  const { given, page } = await renderer.render(from, openDocument(from));
  const site = given?.site;
  if (!site || !page) return undefined;
  const folder = page.relPermalink.slice(0, page.relPermalink.lastIndexOf('/') + 1);
  const path = cleanPath(address.startsWith('/') ? address : `${folder}${address}`).replace(/[?#].*$/, '');
  const wanted = withoutEnd(path);
  for (const [name] of site.index.entries()) {
    const found = pageOf(name, {}, site.facts.config, { hugo: given.facts.hugo });
    if ('page' in found && withoutEnd(found.page.relPermalink) === wanted)
      return site.uriOf(`${site.root}/${name}`);
  }
  return undefined;
}

const withoutEnd = (path: string): string => path.replace(/(?:\/|\/index\.html)$/, '');
