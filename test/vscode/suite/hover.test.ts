import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open } from './support.ts';

async function hoverOver(editor: vscode.TextEditor, text: string): Promise<string> {
  const at = editor.document.positionAt(editor.document.getText().indexOf(text) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    editor.document.uri,
    at,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map(content => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

describe('hover', () => {
  afterEach(closeAll);

  it('explains keys, terms, dates and widgets', async () => {
    const editor = await open(
      'hovered.md',
      '---\ntitle: "悬停"\ndate: "2025-02-13 08:00:00"\ntags: ["社区"]\nwidgets: ["taglist"]\n---\n\n正文\n',
    );
    assert.match(await hoverOver(editor, 'date'), /\*\*Date\*\*/);
    assert.match(await hoverOver(editor, '2025'), /Thursday, February 13, 2025 at 8:00/);
    const term = await hoverOver(editor, '社区');
    assert.match(term, /garden-sensors\.md/);
    assert.match(await hoverOver(editor, 'taglist'), /tags/);
    assert.equal(await hoverOver(editor, '正文'), '');
  });
});
