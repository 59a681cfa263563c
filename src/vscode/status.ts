import * as vscode from 'vscode';
import { formatVersion } from '../core/hugo/version.ts';
import { message } from '../core/messages.ts';
import { schemaFor } from '../core/schema/choose.ts';
import type { Checker, Verdict } from './checker.ts';
import type { Host } from './host.ts';
import type { Sites } from './sites.ts';

/** The language status item: is the file an article, why not, which schema and which Hugo it is held against. */
export function registerStatus(
  host: Host,
  { checker, sites }: { checker: Checker; sites: Sites },
): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('galley.article', { language: 'markdown' });
  item.name = 'Galley';
  item.command = { command: 'galley.checkArticle', title: host.say(message('status.check')) };
  const update = (): void => void host.guard('status', () => refresh(item, host, checker));
  const tellMenus = menuContext();
  update();
  // Typing makes an article of a file as well: front matter, in a file outside a site.
  const checked = checker.onDidCheck(({ uri, verdict }) => {
    if (vscode.window.activeTextEditor?.document.uri.toString() === uri.toString()) tellMenus(verdict);
  });
  return vscode.Disposable.from(
    item,
    checked,
    vscode.window.onDidChangeActiveTextEditor(editor => {
      if (editor?.document.languageId !== 'markdown') tellMenus(undefined);
      update();
    }),
    vscode.workspace.onDidSaveTextDocument(update),
    sites.onDidChange(update),
  );
}

/** Lets the menus know whether the active editor has an article, and one of a site: `galley.article`, `galley.inSite`. */
function menuContext(): (verdict: Verdict | undefined) => void {
  const known = new Map<string, boolean>();
  const set = (key: string, value: boolean): void => {
    if (known.get(key) === value) return;
    known.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  };
  return verdict => {
    set('galley.article', verdict?.isArticle === true);
    set('galley.inSite', verdict?.isArticle === true && verdict.site !== undefined);
  };
}

async function refresh(item: vscode.LanguageStatusItem, { say }: Host, checker: Checker): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== 'markdown') return;
  const verdict = await checker.check(document.uri, document);
  if (vscode.window.activeTextEditor?.document !== document) return;
  if (!verdict.isArticle) {
    item.text = say(message('status.no-article'));
    item.detail = say(message(`not-article.${verdict.reason}`));
    item.severity = vscode.LanguageStatusSeverity.Information;
    return;
  }
  const { hugo } = verdict.facts;
  item.text = say(message(`status.schema.${schemaFor(verdict.article, verdict.facts)}`));
  item.detail = say(
    hugo === undefined
      ? message('status.hugo-unknown')
      : message('status.hugo', { version: formatVersion(hugo) }),
  );
  item.severity = vscode.LanguageStatusSeverity.Information;
}
