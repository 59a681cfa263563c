import * as vscode from 'vscode';
import type { Article } from '../../core/article/article.ts';
import { message } from '../../core/messages.ts';
import type { Message } from '../../core/messages.ts';
import { counterpartsOf, translationOf } from '../../core/new/translation.ts';
import { factsInSite } from '../../core/index/others.ts';
import type { Site } from '../sites.ts';
import type { Means } from './means.ts';

/**
 * Create Translation: makes the counterpart of the active article in another language and opens it, or opens the one
 * that is there.
 *
 * @param given `{ language }`, for key bindings
 */
export async function createTranslation({ host, checker }: Means, given: unknown): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const found = document && (await checker.gather(document.uri, document));
  if (!found || 'reason' in found || !found.site) {
    void vscode.window.showInformationMessage(host.say(whyNot(found)));
    return;
  }
  const { article, site, name } = found;
  await site.indexed;
  const { config } = site.facts;
  const language = factsInSite(name, article, site).made?.language ?? config.defaultContentLanguage;
  const others = counterpartsOf(name, language, { config, index: site.index });
  if (others.length === 0) {
    void vscode.window.showInformationMessage(host.say(message('translate.one-language')));
    return;
  }
  const items = others.map(other => ({
    label: other.name || other.language,
    description: other.path,
    ...(site.index.get(other.path) ? { detail: host.say(message('translate.there')) } : {}),
    other,
  }));
  const asked =
    typeof given === 'object' && given !== null && 'language' in given ? given.language : undefined;
  const options = {
    title: host.say(message('translate.heading')),
    placeHolder: host.say(message('translate.which')),
  };
  const chosen =
    items.find(({ other }) => other.language === asked) ??
    (items.length === 1 ? items[0] : await vscode.window.showQuickPick(items, options));
  if (!chosen) return;
  await openOrMake(host, site, { article, path: chosen.other.path });
}

async function openOrMake(
  host: Means['host'],
  site: Site,
  { article, path: target }: { readonly article: Article; readonly path: string },
): Promise<void> {
  const uri = site.uriOf(`${site.root}/${target}`);
  const { files, path } = host.locate(uri);
  if (await files.read(path)) {
    await vscode.window.showTextDocument(uri, { preview: false });
    return;
  }
  const text = translationOf(article, host.say(message('translate.mark')));
  if (text === undefined) {
    void vscode.window.showInformationMessage(host.say(message('write.declined.broken')));
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(text), overwrite: false });
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(host.say(message('new.not-made', { path: target })));
    return;
  }
  await vscode.window.showTextDocument(uri, { preview: false });
  void vscode.window.showInformationMessage(host.say(message('translate.done', { path: target })));
}

const whyNot = (found: object | undefined): Message =>
  message(found === undefined || 'reason' in found ? 'editor.no-article' : 'editor.no-site');
