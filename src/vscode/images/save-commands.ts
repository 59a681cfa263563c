import * as vscode from 'vscode';
import { remoteImages } from '../../core/images/save/rewrite.ts';
import { message } from '../../core/messages.ts';
import { activeUri, allArticles } from '../commands.ts';
import type { Disposable, Host } from '../host.ts';
import { withProgress } from '../remote/progress.ts';
import { tellRefusal } from '../remote/refusal.ts';
import { readRemoteSettings } from '../remote/settings.ts';
import type { Sites } from '../sites.ts';
import { saveImages } from './save.ts';
import type { SaveMeans, SaveResult } from './save.ts';

type Means = Omit<SaveMeans, 'host'> & { readonly sites: Sites };

/** Save Remote Images: one from the light bulb, those of an article, those of all articles. */
export function registerSaveImages(host: Host, means: Means): Disposable {
  const register = (id: string, run: (...args: unknown[]) => Promise<void>): Disposable =>
    vscode.commands.registerCommand(id, (...args: unknown[]) => host.guard(id, () => run(...args)));
  const given = { host, ...means };
  return vscode.Disposable.from(
    register('galley.saveImages', async (uri, href) => {
      const article = uri instanceof vscode.Uri ? uri : activeUri();
      if (article) await save(given, [article], typeof href === 'string' ? href : undefined);
    }),
    register('galley.saveAllImages', async () => {
      const go = host.say(message('save.go'));
      const options = { modal: true, detail: host.say(message('save.all-detail')) };
      const asked = host.say(message('save.all'));
      if (means.remote.refusal === undefined) {
        const choice = await vscode.window.showWarningMessage(asked, options, go);
        if (choice !== go) return;
      }
      await save(given, await allArticles(means.sites));
    }),
    vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, actions(given), {
      providedCodeActionKinds: [vscode.CodeActionKind.RefactorRewrite],
    }),
  );
}

/** For the image under the cursor. */
function actions({ host, checker, remote }: SaveMeans): vscode.CodeActionProvider {
  return {
    provideCodeActions: (document, { start }, { only }) =>
      host.guard('save images', async () => {
        if (only?.contains(vscode.CodeActionKind.RefactorRewrite) === false) return [];
        if (remote.refusal !== undefined) return [];
        const given = await checker.gather(document.uri, document);
        if ('reason' in given || !given.site) return [];
        const { policy } = readRemoteSettings(document.uri);
        const offset = document.offsetAt(start);
        const image = remoteImages(given.article, given.facts, policy).find(({ references }) =>
          references.some(({ range }) => range.start <= offset && offset <= range.end),
        );
        if (!image) return [];
        const title = host.say(message('save.this'));
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
        action.command = { command: 'galley.saveImages', title, arguments: [document.uri, image.href] };
        return [action];
      }),
  };
}

async function save(means: SaveMeans & Means, uris: readonly vscode.Uri[], href?: string): Promise<void> {
  const { host, remote } = means;
  if (remote.refusal !== undefined) {
    await tellRefusal(host, remote.refusal);
    return;
  }
  const title = host.say(message('save.saving'));
  const results = await withProgress(host, remote, title, async ({ cancel, onProgress }) => {
    const found: SaveResult[] = [];
    for (const uri of uris) {
      if (cancel.isCancellationRequested) break;
      const result = await saveImages(means, { uri, href, cancel, onProgress });
      if (result) found.push(result);
    }
    return found;
  });
  await tell(host, results, () => save(means, uris, href));
}

async function tell(
  { say, log }: Host,
  results: readonly SaveResult[],
  goOn: () => Promise<void>,
): Promise<void> {
  const saved = results.reduce((sum, result) => sum + result.saved, 0);
  const left = results.reduce((sum, result) => sum + result.left, 0);
  const failed = results.flatMap(result => result.failed);
  for (const { href, why } of failed) log.warn(`not saved: ${withoutQuery(href)}: ${say(why)}`);
  const [first] = failed;
  const again = say(message('remote.continue'));
  const show = say(message('editor.show-log'));
  if (saved + left + failed.length === 0) {
    void vscode.window.showInformationMessage(say(message('save.nothing')));
  } else if (left > 0) {
    const text = say(message('save.cancelled', { saved, left }));
    if ((await vscode.window.showInformationMessage(text, again)) === again) await goOn();
  } else if (first) {
    const args = { saved, failed: failed.length, host: new URL(first.href).host, why: first.why };
    const text = say(message('save.failed', args));
    if ((await vscode.window.showWarningMessage(text, show)) === show) log.show();
  } else {
    void vscode.window.showInformationMessage(say(message('save.done', { saved })));
  }
}

/** Addresses may hold keys in their query, which a log need not know. */
const withoutQuery = (href: string): string => href.replace(/\?.*$/s, '');
