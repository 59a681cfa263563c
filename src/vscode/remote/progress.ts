import * as vscode from 'vscode';
import type { Progress } from '../../core/images/checker.ts';
import { message } from '../../core/messages.ts';
import type { Host } from '../host.ts';
import type { Remote } from './remote.ts';

/** What a job under a progress notification is given. */
interface Given {
  readonly cancel: vscode.CancellationToken;
  readonly onProgress: (progress: Progress) => void;
}

/** Runs a job under a notification that names count and host, says when there is no network, and can be cancelled. */
export function withProgress<T>(
  { say }: Host,
  remote: Remote,
  title: string,
  job: (given: Given) => Promise<T>,
): Thenable<T> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, cancel) => {
    let last = '';
    const look = (): void => {
      progress.report({ message: remote.isPaused ? say(message('remote.paused')) : last });
      timer = setTimeout(look, LOOK_MS);
    };
    let timer = setTimeout(look, LOOK_MS);
    try {
      return await job({
        cancel,
        onProgress: ({ done, total, host }) => {
          last = `${done} / ${total} · ${host}`;
          progress.report({ increment: 100 / total, message: last });
        },
      });
    } finally {
      clearTimeout(timer);
    }
  });
}

/** How often it is looked whether the network is gone, milliseconds. */
const LOOK_MS = 1000;
