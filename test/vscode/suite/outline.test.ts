import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open } from './support.ts';

/** The names in the outline, each with those below it, once both Galley and VS Code have answered. */
async function outlineOf(uri: vscode.Uri): Promise<string[][]> {
  for (let tries = 0; tries < 100; tries++) {
    const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    const names = (found ?? []).map(({ name, children }) => [name, ...children.map(child => child.name)]);
    if (names.length > 1) return names;
    await new Promise(done => setTimeout(done, 100));
  }
  return [];
}

describe('the outline', () => {
  afterEach(closeAll);

  it('has the front matter beside the headings, and each heading once', async () => {
    const { document } = await open('outline.md', '---\ntitle: 甲\ndate: 2025-02-13\n---\n\n## 乙\n');
    const names = await outlineOf(document.uri);
    assert.ok(
      names.some(([, ...keys]) => keys.join() === 'title,date'),
      JSON.stringify(names),
    );
    assert.equal(names.flat().filter(name => name.includes('乙')).length, 1);
  });
});
