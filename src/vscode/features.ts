import * as vscode from 'vscode';
import { localiser, message } from '../core/messages.ts';
import { ActiveArticle } from './active-article.ts';
import { Checker } from './checker.ts';
import { registerCodeActions } from './code-actions.ts';
import { registerCommands } from './commands.ts';
import { registerDiagnostics } from './diagnostics.ts';
import { registerCompletion } from './completion.ts';
import type { Host, Platform } from './host.ts';
import { registerPreviews } from './preview/previews.ts';
import { registerHouseSettings } from './house-settings.ts';
import { registerHover } from './hover.ts';
import { registerPaste } from './paste/paste.ts';
import { registerImageCompletion } from './images/completion.ts';
import { registerImageHover } from './images/hover.ts';
import { registerSaveImages } from './images/save-commands.ts';
import { registerPublish } from './publish.ts';
import { registerRemoteCommands } from './remote/commands.ts';
import { registerOnSave } from './remote/on-save.ts';
import { Remote } from './remote/remote.ts';
import { registerResults } from './remote/results-commands.ts';
import { Sites } from './sites.ts';
import { registerStatus } from './status.ts';
import { registerSymbols } from './symbols.ts';
import { registerWriting } from './writing/register.ts';

/** The composition root: all features, each a disposable of the extension. */
export async function startFeatures(context: vscode.ExtensionContext, platform: Platform): Promise<void> {
  const log = vscode.window.createOutputChannel('Galley', { log: true });
  const host = createHost(context, platform, log);
  const sites = new Sites(host);
  const remote = new Remote(host);
  const checker = new Checker(host, { sites, remote });
  const active = new ActiveArticle();
  const diagnostics = registerDiagnostics(host, { checker, sites });
  context.subscriptions.push(
    log,
    sites,
    remote,
    checker,
    active,
    diagnostics,
    registerStatus(host, { checker, sites }),
    registerSymbols(host),
    registerCompletion(host, checker),
    registerPreviews(host, { checker, sites, active }),
    registerHover(host, checker),
    registerImageHover(host, { checker, diagnostics, remote }),
    registerImageCompletion(host, checker),
    registerSaveImages(host, { checker, sites, remote }),
    registerPublish(host, { checker, active }),
    registerPaste(host, checker),
    registerHouseSettings(host, sites),
    registerCodeActions(host, { checker, diagnostics }),
    registerCommands(host, { checker, sites, diagnostics }),
    registerWriting(host, { checker, sites }),
    registerRemoteCommands(host, { checker, sites, diagnostics, remote }),
    registerResults(host, { checker, sites, diagnostics, remote }),
    registerOnSave(host, { checker, remote }),
  );
  await vscode.commands.executeCommand('setContext', 'galley.active', true);
}

function createHost(
  context: vscode.ExtensionContext,
  platform: Platform,
  log: vscode.LogOutputChannel,
): Host {
  const say = localiser(vscode.env.language);
  let shown = false;
  return {
    ...platform,
    context,
    log,
    say,
    language: vscode.env.language,
    async guard(what, work) {
      try {
        return await work();
      } catch (error) {
        log.error(what, error instanceof Error ? error : String(error));
        if (!shown) {
          shown = true;
          const open = say(message('editor.show-log'));
          void vscode.window.showErrorMessage(say(message('editor.bug')), open).then(choice => {
            if (choice === open) log.show();
          });
        }
        return undefined;
      }
    },
  };
}
