import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, folder, galley, open, post, until, write } from './support.ts';

const article = (...lines: string[]): string => `---\ntitle: "甲"\n${lines.join('\n')}\n---\n\n正文\n`;

/**
 * The code actions at the first Galley problem, as the light bulb asks for them. VS Code drops the answer, or cancels, if
 * another extension registers a provider meanwhile, and asks again; so does this.
 */
async function actionsAtProblem(uri: vscode.Uri): Promise<vscode.CodeAction[]> {
  const [problem] = await until('a problem', () => galley(uri).length > 0 && galley(uri));
  assert.ok(problem);
  for (let attempt = 0; attempt < 5; attempt++) {
    const found = await vscode.commands
      .executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        problem.range,
        vscode.CodeActionKind.QuickFix.value,
        10,
      )
      .then(undefined, (error: unknown): vscode.CodeAction[] => {
        if (error instanceof Error && error.name === 'Canceled') return [];
        throw error;
      });
    const ours = found.filter(({ edit, command }) => edit ?? command?.command.startsWith('galley.'));
    if (ours.length > 0) return ours;
  }
  return [];
}

describe('code actions', () => {
  afterEach(closeAll);

  it('mend a wrong date with one key', async () => {
    const editor = await open('fix-date.md', article('date: 2025年2月13日'));
    const { document } = editor;
    const actions = await actionsAtProblem(document.uri);
    const [first, ...more] = actions.filter(({ isPreferred }) => isPreferred);
    assert.ok(first?.edit, `actions: ${JSON.stringify(actions)}`);
    assert.deepEqual(more, []);
    await vscode.workspace.applyEdit(first.edit);
    assert.equal(document.getText(), article('date: "2025-02-13"'));
    await until('no problem', () => galley(document.uri).length === 0);
  });

  it('mend all problems of a kind, and no others', async () => {
    const lines = ['date: 2025-02-13', 'toc: "false"', 'pager: "yes"', 'tags: x'];
    const { document } = await open('fix-kind.md', article(...lines));
    const all = (await actionsAtProblem(document.uri)).find(({ title }) => / 2 |2 个/.test(title));
    assert.ok(all?.edit);
    await vscode.workspace.applyEdit(all.edit);
    assert.equal(document.getText(), article('date: 2025-02-13', 'toc: false', 'pager: true', 'tags: x'));
  });

  it('mend all problems of an article by a command', async () => {
    const { document } = await open('fix-all.md', article('date: 2025/2/13', 'tags: x', 'toc: "false"'));
    await vscode.commands.executeCommand('galley.fixArticle');
    const mended = article('date: "2025-02-13"', 'tags:', '  - "x"', 'toc: false');
    assert.equal(document.getText(), mended);
  });

  it('put a file that is not published where the article looks for it', async () => {
    const [from, to] = ['pictures/kite.png', 'static/pictures/kite.png'].map(path =>
      vscode.Uri.joinPath(folder(), path),
    );
    assert.ok(from && to);
    await write(from, 'kite');
    const { document } = await open(
      'fix-file.md',
      `${article('date: 2025-02-13')}\n![风筝](/pictures/kite.png)\n`,
    );
    const actions = await actionsAtProblem(document.uri);
    const copy = actions.find(({ title }) => /^Copy|^把.*复制到/.test(title));
    assert.ok(copy?.command, `actions: ${JSON.stringify(actions)}`);
    const given: readonly unknown[] = copy.command.arguments ?? [];
    await vscode.commands.executeCommand(copy.command.command, ...given);
    assert.equal(Buffer.from(await vscode.workspace.fs.readFile(to)).toString(), 'kite');
    await until('no problem', () => galley(document.uri).length === 0);
  });

  it('mend an article on save, if the user wants that', async () => {
    const settings = vscode.workspace.getConfiguration('editor');
    const target = vscode.ConfigurationTarget.Workspace;
    await settings.update('codeActionsOnSave', { 'source.fixAll.galley': 'explicit' }, target);
    try {
      const editor = await open('fix-save.md', article('date: 2025/2/13'));
      await editor.edit(edit => edit.insert(new vscode.Position(5, 0), '后'));
      await vscode.commands.executeCommand('workbench.action.files.save');
      assert.equal(editor.document.getText(), article('date: "2025-02-13"').replace('正文', '后正文'));
      assert.equal(editor.document.isDirty, false);
    } finally {
      await settings.update('codeActionsOnSave', undefined, target);
    }
  });

  it('keep a problem from being told, here, by a comment', async () => {
    const { document } = await open('suppress.md', article('date: 2025-02-13', 'toc: "false"'));
    const here = (await actionsAtProblem(document.uri)).find(
      ({ title, edit }) => edit && title.includes('field-switch'),
    );
    assert.ok(here?.edit);
    await vscode.workspace.applyEdit(here.edit);
    assert.match(document.getText(), /^# galley-disable-next-line field-switch\ntoc: "false"$/m);
    await until('no problem', () => galley(document.uri).length === 0);
  });

  it('switch a rule off in the file of the house', async () => {
    const file = vscode.Uri.joinPath(folder(), 'galley.yaml');
    await write(file, 'rules:\n  draft: hint # so\n');
    try {
      const { document } = await open('switch-off.md', article('date: 2025-02-13', 'toc: "false"'));
      const off = (await actionsAtProblem(document.uri)).find(
        ({ command }) => command?.command === 'galley.switchOff',
      );
      assert.ok(off?.command);
      await vscode.commands.executeCommand(
        off.command.command,
        ...((off.command.arguments ?? []) as unknown[]),
      );
      const bytes = await vscode.workspace.fs.readFile(file);
      assert.equal(new TextDecoder().decode(bytes), 'rules:\n  draft: hint # so\n  field-switch: "off"\n');
      await until('no problem', () => galley(document.uri).length === 0);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });

  it('make UTF-8 of a file in another encoding', async () => {
    const text = article('date: 2025-02-13');
    const uri = post('fix-utf16.md');
    await vscode.workspace.fs.writeFile(uri, Buffer.from(`\ufeff${text}`, 'utf16le'));
    await vscode.window.showTextDocument(uri);
    const [convert] = await actionsAtProblem(uri);
    assert.ok(convert?.isPreferred && convert.command);
    await vscode.commands.executeCommand(convert.command.command, uri);
    assert.equal(Buffer.from(await vscode.workspace.fs.readFile(uri)).toString(), text);
    await until('no problem', () => galley(uri).length === 0);
  });
});
