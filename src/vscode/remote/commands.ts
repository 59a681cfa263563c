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

interface Means {
  readonly checker: Checker;
  readonly sites: Sites;
  readonly diagnostics: Diagnostics;
  readonly remote: Remote;
}

/** Checks of images and links by command: with progress, to be cancelled and continued. */
export function registerRemoteCommands(host: Host, means: Means): vscode.Disposable {
  const register = (id: string, kind: Target['kind'], isAll: boolean): vscode.Disposable =>
    vscode.commands.registerCommand(id, () => host.guard(id, () => check(host, means, { kind, isAll })));
  return vscode.Disposable.from(
    register('galley.checkImages', 'image', false),
    register('galley.checkAllImages', 'image', true),
    register('galley.checkLinks', 'link', false),
    register('galley.checkAllLinks', 'link', true),
  );
}

interface Request {
  readonly kind: Target['kind'];
  readonly isAll: boolean;
}

async function check(host: Host, means: Means, request: Request): Promise<void> {
  const { remote } = means;
  if (remote.refusal !== undefined) {
    await tellRefusal(host, remote.refusal);
    return;
  }
  const uris = request.isAll
    ? await allArticles(means.sites)
    : [activeUri()].filter(uri => uri !== undefined);
  const run = await withProgress(host, remote, host.say(message(TITLES[request.kind])), async given => {
    const articles = await gatherAll(means.checker, uris, given.cancel);
    // Of one article somebody wants to know anew; of all, what has been learned today holds.
    const asked = { articles, kinds: new Set([request.kind]), priority: request.isAll ? 0 : 2, ...given };
    const answered = await remote.ask({ ...asked, anew: !request.isAll });
    if (request.isAll) for (const { uri } of articles) await means.diagnostics.checkFile(uri);
    return { articles: articles.length, answered };
  });
  await tell(host, run, () => check(host, means, request));
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
  if (unchecked > 0) {
    const again = say(message('remote.continue'));
    const text = say(message('remote.cancelled', { done: asked - unchecked, asked, bad }));
    if ((await vscode.window.showInformationMessage(text, again)) === again) await goOn();
    return;
  }
  const code: MessageCode = asked === 0 ? 'remote.nothing' : 'remote.summary';
  const text = say(message(code, { asked, bad, unverified }));
  const show = say(message('remote.show-problems'));
  const choice = await vscode.window.showInformationMessage(text, ...(bad > 0 ? [show] : []));
  if (choice === show) await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
}

const TITLES: Readonly<Record<Target['kind'], MessageCode>> = {
  image: 'remote.checking-images',
  link: 'remote.checking-links',
};
