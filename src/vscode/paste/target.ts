import type * as vscode from 'vscode';
import type { Given } from '../checker.ts';

/** What is pasted or dropped, and where. */
export interface PasteTarget {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  readonly given: Given;
  readonly data: vscode.DataTransfer;
}

/** An edit before it is one of paste or drop. */
export interface PasteEdit<Text extends string | vscode.SnippetString = string | vscode.SnippetString> {
  readonly title: string;
  readonly text: Text;
  readonly more: {
    readonly additionalEdit?: vscode.WorkspaceEdit;
    readonly yieldTo?: readonly vscode.DocumentDropOrPasteEditKind[];
  };
}

/** The text of the line before and behind what is replaced. */
export function aroundOf({ document, range }: PasteTarget): { before: string; after: string } {
  const before = document.lineAt(range.start.line).text.slice(0, range.start.character);
  return { before, after: document.lineAt(range.end.line).text.slice(range.end.character) };
}
