import * as vscode from 'vscode';
import { formatVersion } from '../core/hugo/version.ts';
import { message } from '../core/messages.ts';
import { schemaFor } from '../core/schema/choose.ts';
import type { Checker } from './checker.ts';
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
  update();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidSaveTextDocument(update),
    sites.onDidChange(update),
  );
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
