import * as vscode from 'vscode';
import { message } from '../../core/messages.ts';
import type { MessageCode } from '../../core/messages.ts';
import type { Host } from '../host.ts';
import type { Refusal } from './remote.ts';

/** Says why the network is not asked, and offers the way to change it where there is one. */
export async function tellRefusal({ say }: Host, refusal: Refusal): Promise<void> {
  const code: MessageCode = `remote.refused-${refusal}`;
  const way = WAYS[refusal];
  const label = way && say(message(way.label));
  const text = say(message(code));
  const choice = await vscode.window.showInformationMessage(text, ...(label === undefined ? [] : [label]));
  if (way && choice === label) await vscode.commands.executeCommand(way.command, ...way.args);
}

interface Way {
  readonly label: MessageCode;
  readonly command: string;
  readonly args: readonly string[];
}

const WAYS: Readonly<Record<Refusal, Way | undefined>> = {
  untrusted: { label: 'remote.manage-trust', command: 'workbench.trust.manage', args: [] },
  off: {
    label: 'remote.open-settings',
    command: 'workbench.action.openSettings',
    args: ['galley.images.check'],
  },
  web: undefined,
};
