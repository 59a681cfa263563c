import * as vscode from 'vscode';
import type { Fix } from '../core/problem.ts';
import type { Site } from './sites.ts';

/** What a fix is applied to. */
export interface FixPlace {
  readonly document: vscode.TextDocument;
  readonly site: Site | undefined;
}

/** The edit of a fix: its text, and the files that it moves. */
export function fixEdit({ document, site }: FixPlace, { edits, files = [] }: Fix): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) {
    const place = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
    edit.replace(document.uri, place, newText);
  }
  if (!site) return edit;
  for (const { kind, from, to } of files)
    if (kind === 'move') edit.renameFile(uriIn(site, from), uriIn(site, to), { overwrite: false });
  return edit;
}

/** The files that a fix copies, which no edit can do: from and to. */
export const copiesOf = (
  { site }: Pick<FixPlace, 'site'>,
  { files = [] }: Fix,
): [vscode.Uri, vscode.Uri][] =>
  site
    ? files.flatMap(({ kind, from, to }) => (kind === 'copy' ? [[uriIn(site, from), uriIn(site, to)]] : []))
    : [];

/** Copies files; what is there already stays. */
export async function copyFiles(copies: readonly (readonly [vscode.Uri, vscode.Uri])[]): Promise<void> {
  for (const [from, to] of copies) await vscode.workspace.fs.copy(from, to, { overwrite: false });
}

const uriIn = ({ root, uriOf }: Site, path: string): vscode.Uri => uriOf(`${root}/${path}`);
