import * as vscode from 'vscode';
import { parseArticle } from '../../core/article/article.ts';
import { entryOf } from '../../core/article/tree.ts';

/** Shows a line of the article in an editor, beside the preview if there is none yet. */
export async function revealLine(
  document: vscode.TextDocument,
  line: number,
  previewColumn: vscode.ViewColumn | undefined,
): Promise<void> {
  const at = Math.min(Math.floor(line), document.lineCount - 1);
  const start = document.lineAt(at).firstNonWhitespaceCharacterIndex;
  await show(document, new vscode.Range(at, start, at, start), previewColumn);
}

/** Shows the value of a key of the front matter, or one entry of its list. */
export async function revealKey(
  document: vscode.TextDocument,
  key: string,
  item: number | undefined,
  previewColumn: vscode.ViewColumn | undefined,
): Promise<void> {
  const { tree, fences } = parseArticle(document.getText());
  const entry = tree && entryOf(tree, key);
  const value = entry?.value;
  const picked = value?.kind === 'list' && item !== undefined ? (value.items[item] ?? value) : value;
  // Without the key its place is the front matter.
  const { start, end } = picked?.range ?? {
    start: fences?.content.start ?? 0,
    end: fences?.content.start ?? 0,
  };
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  await show(document, range, previewColumn);
}

async function show(
  document: vscode.TextDocument,
  range: vscode.Range,
  previewColumn: vscode.ViewColumn | undefined,
): Promise<void> {
  const open = vscode.window.visibleTextEditors.find(editor => editor.document === document);
  const beside = previewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
  const editor = await vscode.window.showTextDocument(document, { viewColumn: open?.viewColumn ?? beside });
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
