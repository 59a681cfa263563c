import * as vscode from 'vscode';
import { message } from '../core/messages.ts';
import type { Message } from '../core/messages.ts';
import type { TextEdit } from '../core/problem.ts';
import { addTerm, switchOff } from '../core/site/edit-settings.ts';
import { SETTINGS_FILE } from '../core/site/settings-file.ts';
import type { Host } from './host.ts';
import type { Sites } from './sites.ts';

/** What light bulbs change beside the article: the house's settings, where it has a file of them, else the editor's. */
export function registerHouseSettings(host: Host, sites: Sites): vscode.Disposable {
  const register = (
    id: string,
    run: (uri: vscode.Uri, ...texts: string[]) => Promise<void>,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(id, (uri: unknown, ...texts: unknown[]) =>
      host.guard(id, async () => {
        if (uri instanceof vscode.Uri) await run(uri, ...texts.map(String));
      }),
    );
  return vscode.Disposable.from(
    register(SWITCH_OFF, (uri, rule = '') => switchRuleOff(host, sites, { uri, rule })),
    register(ADD_TERM, (uri, taxonomy = '', term = '') => add(host, sites, { uri, taxonomy, term })),
  );
}

export const SWITCH_OFF = 'galley.switchOff';
export const ADD_TERM = 'galley.addTerm';

async function switchRuleOff(
  host: Host,
  sites: Sites,
  { uri, rule }: { readonly uri: vscode.Uri; readonly rule: string },
): Promise<void> {
  const settings = vscode.workspace.getConfiguration('galley', uri);
  const own = settings.get<Readonly<Record<string, unknown>>>('rules', {});
  const file = Object.hasOwn(own, rule) ? undefined : await houseFile(host, sites, uri);
  const done = (name: string): Message => message('suppress.settings.done', { rule, file: name });
  if (file) {
    await change(host, file, { edit: text => switchOff(text, rule), done: done(SETTINGS_FILE) });
    return;
  }
  const { Global, Workspace } = vscode.ConfigurationTarget;
  const target = vscode.workspace.workspaceFolders ? Workspace : Global;
  const at = settings.inspect<Readonly<Record<string, unknown>>>('rules');
  const before = target === Workspace ? at?.workspaceValue : at?.globalValue;
  await settings.update('rules', { ...before, [rule]: 'off' }, target);
  void vscode.window.showInformationMessage(host.say(done('settings.json')));
}

async function add(
  host: Host,
  sites: Sites,
  { uri, taxonomy, term }: { readonly uri: vscode.Uri; readonly taxonomy: string; readonly term: string },
): Promise<void> {
  const file = await houseFile(host, sites, uri);
  if (!file) return;
  await change(host, file, {
    edit: text => addTerm(text, taxonomy, term),
    done: message('vocabulary.added', { term, taxonomy, file: SETTINGS_FILE }),
  });
}

/** The settings file of the article's site; `undefined` if there is none. */
async function houseFile(host: Host, sites: Sites, uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const { site } = await sites.siteOf(uri);
  const path = site && `${site.root}/${SETTINGS_FILE}`;
  return path !== undefined && (await host.locate(uri).files.read(path)) ? site?.uriOf(path) : undefined;
}

interface Change {
  readonly edit: (text: string) => readonly TextEdit[] | undefined;
  readonly done: Message;
}

/** Changes the file by an edit that can be undone, and saves it, for it to hold; not if somebody is writing in it. */
async function change(host: Host, uri: vscode.Uri, { edit, done }: Change): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const edits = document.isDirty ? undefined : edit(document.getText());
  const open = host.say(message('suppress.open', { file: SETTINGS_FILE }));
  const tell = (choice: string | undefined): void => {
    if (choice === open) void vscode.window.showTextDocument(uri);
  };
  if (!edits) {
    const sorry = host.say(message('settings-file.not-changed', { file: SETTINGS_FILE }));
    void vscode.window.showWarningMessage(sorry, open).then(tell);
    return;
  }
  const all = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) {
    const place = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
    all.replace(uri, place, newText);
  }
  await vscode.workspace.applyEdit(all);
  await document.save();
  void vscode.window.showInformationMessage(host.say(done), open).then(tell);
}
