import * as vscode from 'vscode';
import type { FileEdit, Fix } from '../core/problem.ts';
import type { Host } from './host.ts';
import type { Site } from './sites.ts';

/** The edit of a fix, its files included; `undefined` where a file that it needs is gone. */
export async function fixEdit(
  host: Host,
  { document, site }: { readonly document: vscode.TextDocument; readonly site: Site | undefined },
  { edits, files = [] }: Fix,
): Promise<vscode.WorkspaceEdit | undefined> {
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) {
    const place = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
    edit.replace(document.uri, place, newText);
  }
  for (const file of files) if (!site || !(await addFile(host, site, edit, file))) return undefined;
  return edit;
}

async function addFile(
  host: Host,
  { root, uriOf }: Site,
  edit: vscode.WorkspaceEdit,
  { kind, from, to }: FileEdit,
): Promise<boolean> {
  const [source, target] = [uriOf(`${root}/${from}`), uriOf(`${root}/${to}`)];
  if (kind === 'move') {
    edit.renameFile(source, target, { overwrite: false });
    return true;
  }
  const { files, path } = host.locate(source);
  const contents = await files.read(path);
  if (contents) edit.createFile(target, { contents, overwrite: false, ignoreIfExists: true });
  return contents !== undefined;
}
