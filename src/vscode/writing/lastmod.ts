import * as vscode from 'vscode';
import { entryOf } from '../../core/article/tree.ts';
import { setValue } from '../../core/edit/edit.ts';
import { nowLike } from '../../core/new/time.ts';
import type { Means } from './means.ts';

/** Sets `lastmod` to now when an editor saves an article that has changed, if the user wants that. */
export const registerLastmod = (means: Means): vscode.Disposable =>
  vscode.workspace.onWillSaveTextDocument(event => {
    const { document, reason } = event;
    if (document.languageId !== 'markdown' || !document.isDirty) return;
    // Saving on its own, after a pause, is no decision that the article has changed.
    if (reason !== vscode.TextDocumentSaveReason.Manual) return;
    const wish = vscode.workspace.getConfiguration('galley', document.uri).get<string>('lastmodOnSave');
    if (wish !== 'present' && wish !== 'always') return;
    const edits = means.host.guard('lastmod', () => editsFor(means, document, wish === 'always'));
    event.waitUntil(edits.then(found => found ?? []));
  });

async function editsFor(
  { checker }: Means,
  document: vscode.TextDocument,
  isAdded: boolean,
): Promise<vscode.TextEdit[]> {
  const given = await checker.gather(document.uri, document);
  if ('reason' in given || !given.article.tree) return [];
  const { article, facts } = given;
  const entry = entryOf(given.article.tree, 'lastmod');
  if (!entry && !isAdded) return [];
  const model = (entry ?? entryOf(given.article.tree, 'date'))?.value;
  const value = nowLike(model, Date.now(), facts.site?.config.timeZone);
  const edits = setValue(article, [entry?.key.value ?? 'lastmod'], value);
  return (edits ?? []).map(({ range, newText }) => {
    const span = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
    return vscode.TextEdit.replace(span, newText);
  });
}
