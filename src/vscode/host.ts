import type * as vscode from 'vscode';
import type { Net } from '../core/images/net.ts';
import type { Localise } from '../core/messages.ts';
import type { EditorProxy } from '../platform/node/editor-net.ts';
import type { SchemaRunner } from '../platform/node/schema-runner.ts';
import type { Located } from '../platform/web/files.ts';

/** Something to be taken back at the end. */
export interface Disposable {
  readonly dispose: () => void;
}

/** What differs between desktop and web. */
export interface Platform {
  /** Makes Markdown of HTML; absent where there is no room for what that takes. */
  readonly markdownOf?: (html: string) => Promise<string | undefined>;
  readonly locate: (uri: vscode.Uri) => Located;
  /** Runs schemas of the user's own; absent where there are no threads to run them in. */
  readonly schemas?: SchemaRunner;
  /** Opens the way to the network; absent where there are no sockets. */
  readonly net?: (proxy: EditorProxy) => Net;
}

/** What every feature is given. */
export interface Host extends Platform {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly say: Localise;
  /** Of the editor's display, such as `en` or `zh-cn`. */
  readonly language: string;
  /**
   * The one guard of an entry point: a bug is logged, shown once with a way to the log, and does not spread.
   */
  readonly guard: <T>(what: string, work: () => Promise<T> | T) => Promise<T | undefined>;
}
