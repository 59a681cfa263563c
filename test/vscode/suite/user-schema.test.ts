import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, folder, galley, open, ruleOf, until, write } from './support.ts';

const article = '---\ntitle: "甲"\ndate: 2025-02-13\neditor: 5\n---\n\n正文\n';

describe('a schema of the user’s own', () => {
  before(() =>
    write(
      vscode.Uri.joinPath(folder(), 'schemas', 'news.json'),
      '{"properties": {"editor": {"type": "string"}}}',
    ),
  );
  afterEach(async () => {
    await vscode.workspace.getConfiguration('galley').update('schemas', undefined);
    await closeAll();
  });

  it('is taken from the settings, by the path of the article', async () => {
    await vscode.workspace
      .getConfiguration('galley')
      .update('schemas', { 'schemas/news.json': ['content/post/news-*.md'] });
    const editor = await open('news-1.md', article);
    const [problem] = await until(
      'the problem',
      () => galley(editor.document.uri).length > 0 && galley(editor.document.uri),
    );
    assert.ok(problem);
    assert.equal(ruleOf(problem), 'user-schema');
    assert.equal(editor.document.getText(problem.range), '5');
    const other = await open('other-1.md', article.replace('date: 2025-02-13', 'date: 2025/02/13'));
    const problems = await until(
      'its own',
      () => galley(other.document.uri).length > 0 && galley(other.document.uri),
    );
    assert.deepEqual(problems.map(ruleOf), ['date-format']);
  });

  it('is taken from the front matter, and one that is not there is told', async () => {
    const editor = await open('named.md', article.replace('editor', '$schema: schemas/none.json\neditor'));
    const problems = await until(
      'the note',
      () => galley(editor.document.uri).length > 0 && galley(editor.document.uri),
    );
    assert.deepEqual(problems.map(ruleOf), ['user-schema']);
    assert.equal(problems[0]?.severity, vscode.DiagnosticSeverity.Information);
  });
});
