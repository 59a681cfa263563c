import * as vscode from 'vscode';
import type { Target } from '../../core/images/target.ts';
import { message } from '../../core/messages.ts';
import type { MessageCode } from '../../core/messages.ts';
import type { Checker } from '../checker.ts';
import { activeUri, allArticles } from '../commands.ts';
import type { Diagnostics } from '../diagnostics.ts';
import { openDocument } from '../documents.ts';
import type { Host } from '../host.ts';
import type { Sites } from '../sites.ts';
import { withProgress } from './progress.ts';
import { tellRefusal } from './refusal.ts';
import type { Answered, Asker, Remote } from './remote.ts';

export interface RemoteMeans {
  readonly checker: Checker;
  readonly sites: Sites;
  readonly diagnostics: Diagnostics;
  readonly remote: Remote;
}

/** Checks of images and links by command: with progress, to be cancelled and continued. */
export function registerRemoteCommands(host: Host, means: RemoteMeans): vscode.Disposable {
  const register = (id: string, run: () => Promise<void>): vscode.Disposable =>
    vscode.commands.registerCommand(id, () => host.guard(id, run));
  const ofArticle = (kind: Target['kind']) => (): Promise<void> => {
    const uris = [activeUri()].filter(uri => uri !== undefined);
    // Of one article somebody wants to know anew; of all, what has been learned today holds.
    return checkRemote(host, means, { kinds: new Set([kind]), uris, anew: true });
  };
  const ofAll = (kind: Target['kind']) => async (): Promise<void> => {
    const uris = means.remote.refusal === undefined ? await allArticles(means.sites) : [];
    await checkRemote(host, means, { kinds: new Set([kind]), uris, anew: false });
  };
  return vscode.Disposable.from(
    register('galley.checkImages', ofArticle('image')),
    register('galley.checkAllImages', ofAll('image')),
    register('galley.checkLinks', ofArticle('link')),
    register('galley.checkAllLinks', ofAll('link')),
  );
}

interface Request {
  readonly kinds: ReadonlySet<Target['kind']>;
  readonly uris: readonly vscode.Uri[];
  readonly anew: boolean;
}

/** Asks for the images or links of articles under a notification, shows their problems, and sums up. */
export async function checkRemote(host: Host, means: RemoteMeans, request: Request): Promise<void> {
  const { remote, checker, diagnostics } = means;
  const { kinds, uris, anew } = request;
  if (remote.refusal !== undefined) {
    await tellRefusal(host, remote.refusal);
    return;
  }
  const title = host.say(message(kinds.has('image') ? 'remote.checking-images' : 'remote.checking-links'));
  const run = await withProgress(host, remote, title, async given => {
    const articles = await gatherAll(checker, uris, given.cancel);
    const priority = uris.length === 1 ? 2 : 0;
    const answered = await remote.ask({ articles, kinds, anew, priority, ...given });
    for (const { uri } of articles) if (!openDocument(uri)) await diagnostics.checkFile(uri);
    return { articles: articles.length, answered };
  });
  await vscode.commands.executeCommand('setContext', 'galley.hasResults', remote.results().length > 0);
  // Continued, what has been asked anew is known.
  await tell(host, run, () => checkRemote(host, means, { ...request, anew: false }));
}

async function gatherAll(
  checker: Checker,
  uris: readonly vscode.Uri[],
  cancel: vscode.CancellationToken,
): Promise<Asker[]> {
  const articles: Asker[] = [];
  for (const uri of uris) {
    if (cancel.isCancellationRequested) break;
    const given = await checker.gather(uri, openDocument(uri));
    if (!('reason' in given)) articles.push({ uri, ...given });
  }
  return articles;
}

async function tell(
  { say }: Host,
  { articles, answered }: { articles: number; answered: Answered },
  goOn: () => Promise<void>,
): Promise<void> {
  const { asked, bad, unverified, unchecked } = answered;
  if (articles === 0) {
    void vscode.window.showInformationMessage(say(message('editor.no-article')));
    return;
  }
  const show = say(message('remote.show-results'));
  const again = say(message('remote.continue'));
  const code: MessageCode =
    asked === 0 ? 'remote.nothing' : unchecked > 0 ? 'remote.cancelled' : 'remote.summary';
  const text = say(message(code, { done: asked - unchecked, asked, bad, unverified }));
  const buttons = [...(unchecked > 0 ? [again] : []), ...(asked > unchecked ? [show] : [])];
  const choice = await vscode.window.showInformationMessage(text, ...buttons);
  if (choice === again) await goOn();
  if (choice === show) await vscode.commands.executeCommand('galley.results.focus');
}
