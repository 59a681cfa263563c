import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, until } from './support.ts';

const article = (title: string): string => `---\ntitle: ${title}\ndate: 2025-01-01\n---\n\nText.\n`;

/** Labels of the tabs that are previews of Galley. */
const previews = (): string[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('galley.preview'),
    )
    .map(({ label }) => label);

const shown = (...labels: readonly string[]): Promise<true> =>
  until(
    `previews ${labels.join()}, but ${previews().join()}`,
    () => JSON.stringify(previews().sort()) === JSON.stringify([...labels].sort()) && (true as const),
  );

describe('Preview', () => {
  afterEach(closeAll);

  it('opens beside the editor, and follows the active article', async () => {
    const editor = await open('preview-a.md', article('A'));
    await vscode.commands.executeCommand('galley.preview.openToSide');
    await shown('Preview preview-a.md');
    assert.equal(vscode.window.activeTextEditor?.document, editor.document, 'the editor keeps the focus');
    await open('preview-b.md', article('B'));
    await shown('Preview preview-b.md');
  });

  it('stays with its article when locked, and another one opens beside it', async () => {
    await open('preview-a.md', article('A'));
    await vscode.commands.executeCommand('galley.preview.openToSide');
    await vscode.commands.executeCommand('galley.preview.toggleLock');
    await shown('Preview preview-a.md (locked)');
    await open('preview-b.md', article('B'));
    await vscode.commands.executeCommand('galley.preview.openToSide');
    await shown('Preview preview-a.md (locked)', 'Preview preview-b.md');
  });

  it('gives the body as HTML', async () => {
    await open('preview-a.md', article('A'));
    await vscode.commands.executeCommand('galley.preview.openToSide');
    await shown('Preview preview-a.md');
    await vscode.commands.executeCommand('galley.preview.copyHtml');
    assert.equal(await vscode.env.clipboard.readText(), '<p>Text.</p>\n');
  });
});
