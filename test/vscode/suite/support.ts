import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The folder that is open: a copy of the sample site that tests may write to. */
export function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first, 'a folder is open');
  return first.uri;
}

export const post = (name: string): vscode.Uri => vscode.Uri.joinPath(folder(), 'content', 'post', name);

export const write = (uri: vscode.Uri, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(uri, Buffer.from(text));

/** Waits until what is looked for is there, up to a minute. */
export async function until<T>(what: string, look: () => T | undefined | false): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    assert.ok(Date.now() < end, `not seen: ${what}`);
    await new Promise(done => setTimeout(done, 50));
  }
}

export const galley = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Galley');

export const ruleOf = ({ code }: vscode.Diagnostic): unknown =>
  typeof code === 'object' ? code.value : code;

/** Writes an article among the posts and shows it. */
export async function open(name: string, text: string): Promise<vscode.TextEditor> {
  await write(post(name), text);
  return vscode.window.showTextDocument(post(name), { preview: false });
}

export async function replaceAll(editor: vscode.TextEditor, text: string): Promise<void> {
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  await editor.edit(edit => edit.replace(new vscode.Range(new vscode.Position(0, 0), end), text));
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
