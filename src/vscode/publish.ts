import * as vscode from 'vscode';
import { parseHugoDate } from '../core/hugo/date.ts';
import { settingsFor } from '../core/hugo/url-page.ts';
import { dateSuggestions } from '../core/complete/dates.ts';
import { message } from '../core/messages.ts';
import type { Message } from '../core/messages.ts';
import type { TextEdit } from '../core/problem.ts';
import { backToDraft, publishNow, scheduleAt } from '../core/publish/change.ts';
import { publishState } from '../core/publish/state.ts';
import type { PublishState } from '../core/publish/state.ts';
import type { ActiveArticle } from './active-article.ts';
import type { Checker, Verdict } from './checker.ts';
import { openDocument } from './documents.ts';
import type { Host } from './host.ts';

type Judged = Extract<Verdict, { isArticle: true }>;

/** The publish verdict of the active article in the status bar; a click explains it and offers to change it. */
export function registerPublish(
  host: Host,
  { checker, active }: { readonly checker: Checker; readonly active: ActiveArticle },
): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('galley.publish', vscode.StatusBarAlignment.Left, 90);
  item.name = host.say(message('publish.name'));
  item.command = 'galley.publish';
  const isActive = (uri: vscode.Uri): boolean => active.uri?.toString() === uri.toString();
  const show = (verdict: Verdict): void => {
    const state = verdict.isArticle ? publishState(verdict.facts, verdict.problems) : undefined;
    if (!verdict.isArticle || !state) {
      item.hide();
      return;
    }
    item.text = `$(${ICONS[state.kind]}) ${host.say(textOf(state, verdict, host))}`;
    item.tooltip = host.say(message(`publish.${state.kind}.about`, argsOf(state, verdict, host)));
    item.backgroundColor =
      state.kind === 'broken' ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    item.show();
  };
  return vscode.Disposable.from(
    item,
    checker.onDidCheck(({ uri, verdict }) => {
      if (isActive(uri)) show(verdict);
    }),
    active.onDidChange(() => {
      const { uri } = active;
      if (uri) void host.guard('publish', () => checker.check(uri, openDocument(uri)));
      else item.hide();
    }),
    vscode.commands.registerCommand('galley.publish', () =>
      host.guard('publish', () => choose(host, checker, active)),
    ),
  );
}

const ICONS: Readonly<Record<PublishState['kind'], string>> = {
  broken: 'error',
  draft: 'edit',
  scheduled: 'clock',
  expired: 'history',
  published: 'globe',
  withheld: 'eye-closed',
  hidden: 'eye-closed',
};

const textOf = (state: PublishState, verdict: Judged, host: Host): ReturnType<typeof message> =>
  message(`publish.${state.kind}`, argsOf(state, verdict, host));

function argsOf(state: PublishState, { facts }: Judged, host: Host): Record<string, string | number> {
  switch (state.kind) {
    case 'broken':
      return { errors: state.errors };
    case 'scheduled':
    case 'expired':
      return { time: timeText(state.at, zoneOf(facts), host.language), zone: zoneOf(facts) ?? 'UTC' };
    case 'published':
      return { url: state.url, path: decodePath(facts.made?.relPermalink ?? '') };
    case 'withheld':
      return { path: state.by };
    default:
      return {};
  }
}

const zoneOf = ({ site, made }: Judged['facts']): string | undefined =>
  site && made && settingsFor(site.config, made.language).timeZone;

/** An instant by the clock of the site, in the language of the editor. */
const timeText = (at: number, zone: string | undefined, language: string): string =>
  new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone ?? 'UTC',
  }).format(at);

function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

interface Choice extends vscode.QuickPickItem {
  readonly run: () => Promise<void> | Thenable<unknown>;
}

async function choose(host: Host, checker: Checker, { uri }: ActiveArticle): Promise<void> {
  const document = uri && (await vscode.workspace.openTextDocument(uri));
  const verdict = document && (await checker.check(document.uri, document));
  const state = verdict?.isArticle ? publishState(verdict.facts, verdict.problems) : undefined;
  if (!document || !verdict?.isArticle || !state) {
    const code = verdict?.isArticle ? 'editor.no-site' : 'editor.no-article';
    void vscode.window.showInformationMessage(host.say(message(code)));
    return;
  }
  const chosen = await vscode.window.showQuickPick(choicesFor(state, { host, document, verdict }), {
    title: host.say(textOf(state, verdict, host)),
    placeHolder: host.say(message(`publish.${state.kind}.about`, argsOf(state, verdict, host))),
  });
  await chosen?.run();
}

interface Open {
  readonly host: Host;
  readonly document: vscode.TextDocument;
  readonly verdict: Judged;
}

function choicesFor(state: PublishState, open: Open): Choice[] {
  const { host, verdict } = open;
  const { article, facts } = verdict;
  const choice = (
    code: Parameters<typeof message>[0],
    icon: string,
    run: Choice['run'],
    args: Message['args'] = {},
  ): Choice => ({ label: `$(${icon}) ${host.say(message(code, args))}`, run });
  const now = choice('publish.now', 'globe', () => apply(open, publishNow(article, facts)));
  const draft = choice('publish.to-draft', 'edit', () => apply(open, backToDraft(article)));
  const schedule = choice('publish.schedule', 'clock', () => askTime(open));
  switch (state.kind) {
    case 'broken':
      return [
        choice('publish.show-problems', 'error', () =>
          vscode.commands.executeCommand('workbench.panel.markers.view.focus'),
        ),
      ];
    case 'draft':
      return [now, schedule];
    case 'scheduled':
      return [now, schedule, draft];
    case 'expired':
      return [now, draft];
    case 'published':
      return [
        draft,
        schedule,
        choice('publish.copy-address', 'link', () => vscode.env.clipboard.writeText(state.url)),
      ];
    case 'withheld':
      return [
        choice('publish.open-section', 'go-to-file', () => openInSite(open, state.by), { path: state.by }),
      ];
    case 'hidden':
      return [];
  }
}

async function openInSite({ verdict: { site } }: Open, path: string): Promise<void> {
  if (site) await vscode.window.showTextDocument(site.uriOf(`${site.root}/${path}`));
}

async function askTime(open: Open): Promise<void> {
  const { host, verdict } = open;
  const zone = zoneOf(verdict.facts);
  const text = await vscode.window.showInputBox({
    title: host.say(message('publish.schedule')),
    prompt: host.say(message('publish.schedule.prompt', { zone: zone ?? 'UTC' })),
    value: dateSuggestions(Date.now(), zone).at(-1)?.text ?? '',
    validateInput: given =>
      parseHugoDate(given, zone) ? undefined : host.say(message('publish.schedule.bad')),
  });
  if (text !== undefined) await apply(open, scheduleAt(verdict.article, verdict.facts, text));
}

/** Changes the article as it was judged; if it has been changed meanwhile, nothing. */
async function apply(
  { host, document, verdict }: Open,
  edits: readonly TextEdit[] | undefined,
): Promise<void> {
  if (!edits || document.getText() !== verdict.article.text) {
    void vscode.window.showWarningMessage(host.say(message('publish.not-possible')));
    return;
  }
  const change = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) {
    const span = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
    change.replace(document.uri, span, newText);
  }
  await vscode.workspace.applyEdit(change);
}
