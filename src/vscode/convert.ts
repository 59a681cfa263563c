import * as vscode from 'vscode';
import { decode } from '../core/article/encoding.ts';
import { message } from '../core/messages.ts';
import type { Checker } from './checker.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { Host } from './host.ts';

/**
 * Writes the file anew in UTF-8, from its bytes: what an editor shows of them may be garbled, and saving would keep it
 * so. The editor then shows the new file.
 */
export async function convertToUtf8(
  host: Host,
  { checker, diagnostics }: { readonly checker: Checker; readonly diagnostics: Diagnostics },
  uri: vscode.Uri,
): Promise<void> {
  const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
  if (open?.isDirty) {
    void vscode.window.showWarningMessage(host.say(message('editor.save-first')));
    return;
  }
  const { files, path } = host.locate(uri);
  const bytes = await files.read(path);
  if (!bytes) return;
  const { text, encoding } = decode(bytes);
  if (encoding === 'utf-8' || encoding === 'unknown') return;
  const utf8 = new TextEncoder().encode(text.replace(/^\ufeff+/, ''));
  await vscode.workspace.fs.writeFile(uri, utf8);
  // An editor that was told the old encoding would read the new bytes with it.
  if (open && !open.isClosed) await vscode.workspace.openTextDocument(uri, { encoding: 'utf8' });
  checker.forgetEncoding(uri);
  await diagnostics.checkFile(uri);
}
