import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, folder, galley, open, post, replaceAll, ruleOf, until, write } from './support.ts';

const right = '---\ntitle: "甲"\ndate: 2025-02-13\ntags: ["a"]\n---\n\n正文\n';
const wrong = right.replace('["a"]', '"a"');

describe('diagnostics', () => {
  afterEach(closeAll);

  it('stand at the wrong value, with source, rule and its page', async () => {
    const editor = await open('diagnosed.md', wrong);
    const [problem] = await until(
      'a problem',
      () => galley(editor.document.uri).length > 0 && galley(editor.document.uri),
    );
    assert.ok(problem);
    assert.equal(editor.document.getText(problem.range), '"a"');
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(ruleOf(problem), 'field-type');
    assert.ok(typeof problem.code === 'object');
    const page = await vscode.workspace.fs.readFile(problem.code.target);
    assert.match(Buffer.from(page).toString(), /^# field-type/);
  });

  it('come and go while the article is typed', async () => {
    const editor = await open('typed.md', right);
    const { uri } = editor.document;
    await replaceAll(editor, wrong);
    await until('the problem', () => galley(uri).length === 1);
    await replaceAll(editor, right);
    await until('no problem', () => galley(uri).length === 0);
  });

  it('belong to the newest text, however fast it changes', async () => {
    const editor = await open('fast.md', right);
    const { uri } = editor.document;
    for (let i = 0; i < 20; i++) await replaceAll(editor, i % 2 === 0 ? wrong : right);
    await replaceAll(editor, wrong.replace('"a"', '"last"'));
    await until('the newest', () =>
      galley(uri).some(({ range }) => editor.document.getText(range) === '"last"'),
    );
    assert.equal(galley(uri).length, 1);
  });

  it('are gone when the editor is closed', async () => {
    const editor = await open('closed.md', wrong);
    const { uri } = editor.document;
    await until('the problem', () => galley(uri).length === 1);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until('no problem', () => galley(uri).length === 0);
  });

  it('are not given to Markdown that is no article', async () => {
    const archetype = vscode.Uri.joinPath(folder(), 'archetypes', 'default.md');
    await vscode.window.showTextDocument(archetype);
    const editor = await open('witness.md', wrong);
    await until('the witness', () => galley(editor.document.uri).length === 1);
    assert.deepEqual(galley(archetype), []);
  });

  it('know the widgets that the site adds', async () => {
    const text = right.replace('tags: ["a"]', 'widgets: ["newsletter", "newsletters"]');
    const editor = await open('widgets.md', text);
    const [problem] = await until(
      'a problem',
      () => galley(editor.document.uri).length > 0 && galley(editor.document.uri),
    );
    assert.ok(problem);
    assert.equal(galley(editor.document.uri).length, 1);
    assert.equal(editor.document.getText(problem.range), '"newsletters"');
  });
});

describe('commands', () => {
  it('check all articles, and their problems stay though the files are closed', async () => {
    await vscode.commands.executeCommand('galley.checkAll');
    const uri = post('broken-date.md');
    assert.deepEqual(galley(uri).map(ruleOf), ['date-format']);
    assert.equal(
      vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString()),
      false,
    );
    assert.deepEqual(galley(post('garden-sensors.md')), []);
  });

  it('check the article of the active editor', async () => {
    const editor = await open('one.md', wrong);
    await vscode.commands.executeCommand('galley.checkArticle');
    assert.deepEqual(galley(editor.document.uri).map(ruleOf), ['field-type']);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

describe('the site', () => {
  it('has a broken configuration reported where it is broken, and goes on with the last good one', async () => {
    const config = vscode.Uri.joinPath(folder(), 'hugo.toml');
    const good = await vscode.workspace.fs.readFile(config);
    const editor = await open('config.md', right);
    await vscode.commands.executeCommand('galley.checkArticle');
    await write(config, `${Buffer.from(good).toString()}\nbroken = \n`);
    const [problem] = await until('the fault', () => galley(config).length > 0 && galley(config));
    assert.ok(problem);
    assert.equal(ruleOf(problem), 'toml-syntax');
    await replaceAll(editor, right.replace('tags: ["a"]', 'widgets: ["newsletter"]'));
    await vscode.commands.executeCommand('galley.checkArticle');
    assert.deepEqual(galley(editor.document.uri), []);
    await vscode.workspace.fs.writeFile(config, good);
    await until('no fault', () => galley(config).length === 0);
    await closeAll();
  });

  it('has problems of closed files kept current when they change on the disk', async () => {
    const uri = post('changed-outside.md');
    await write(uri, wrong);
    await vscode.commands.executeCommand('galley.checkAll');
    await until('the problem', () => galley(uri).length === 1);
    await write(uri, right);
    await until('no problem', () => galley(uri).length === 0);
  });

  it('keeps up with a branch switch that changes a thousand articles', async () => {
    const uris = Array.from({ length: 1000 }, (_, at) => post(`switched/${at}.md`));
    const writeAll = (text: (at: number) => string): Promise<void[]> =>
      Promise.all(uris.map((uri, at) => write(uri, text(at))));
    const number = (): number => uris.filter(uri => galley(uri).length > 0).length;
    const ofBranch = (at: number): string => right.replace('甲', `第 ${at} 篇`);
    await writeAll(ofBranch);
    await vscode.commands.executeCommand('galley.checkAll');
    assert.equal(number(), 0);
    await writeAll(at => ofBranch(at).replace('["a"]', '"a"'));
    await until('a problem in each', () => number() === uris.length);
    await vscode.workspace.fs.delete(post('switched'), { recursive: true });
    await until('no problem', () => number() === 0);
    const editor = await open('after-switch.md', wrong.replace('甲', '换后'));
    await until('a verdict on what is typed', () => galley(editor.document.uri).length === 1);
    await closeAll();
  }).timeout(120_000);
});
