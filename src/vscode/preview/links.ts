import * as vscode from 'vscode';
import type { Means } from './panel.ts';

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
  const { site, name } = await renderer.sites.siteOf(from);
  host.log.debug(`preview: a link of ${name} in ${site?.root ?? 'no site'}`);
}
