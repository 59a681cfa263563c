import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, galley, open, post, replaceAll, until } from './support.ts';

const shown = async (end: string): Promise<vscode.TextEditor> =>
  until(`an editor for ${end}`, () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.path.endsWith(end) && editor;
  });
const remove = (name: string): Thenable<void> => vscode.workspace.fs.delete(post(name));

describe('writing commands', () => {
  afterEach(closeAll);

  it('make an article by the archetype, which Galley has nothing to say against', async () => {
    // Something of the site has to be open before the command is there.
    await open('before.md', '---\ntitle: "先"\ndate: 2025-02-13\n---\n');
    await vscode.commands.executeCommand('galley.newArticle', {
      title: '重庆的“新闻”',
      section: 'post',
      bundle: false,
    });
    const { document, selection } = await shown('/chong-qing-de-xin-wen.md');
    const text = document.getText();
    assert.match(text, /^---\ntitle: "重庆的“新闻”"\ndate: "\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00"\n/);
    assert.equal(document.offsetAt(selection.active), text.length);
    await vscode.commands.executeCommand('galley.checkArticle');
    const severe = galley(document.uri).filter(
      ({ severity }) => severity <= vscode.DiagnosticSeverity.Warning,
    );
    assert.deepEqual(severe, []);
    await vscode.commands.executeCommand('galley.newArticle', {
      title: '重庆的“新闻”',
      section: 'post',
      bundle: true,
    });
    await shown('/chong-qing-de-xin-wen/index.md');
    await vscode.commands.executeCommand('galley.newArticle', {
      title: '重庆的“新闻”',
      section: 'post',
      bundle: false,
    });
    await shown('/chong-qing-de-xin-wen-2.md');
  });

  it('order the front matter and sort the terms, each in one step to undo', async () => {
    const text = '---\ntags: [城市, AI, 城市]\ndate: 2025-02-13\ntitle: "甲" # x\n---\n\n文。\n';
    const { document } = await open('order.md', text);
    await vscode.commands.executeCommand('galley.formatFrontMatter');
    assert.equal(
      document.getText(),
      '---\ntitle: "甲" # x\ndate: 2025-02-13\ntags: [城市, AI, 城市]\n---\n\n文。\n',
    );
    await vscode.commands.executeCommand('galley.sortTerms');
    assert.equal(
      document.getText(),
      '---\ntitle: "甲" # x\ndate: 2025-02-13\ntags: [城市, AI]\n---\n\n文。\n',
    );
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('change a field of many articles, closed and unsaved ones, and tell nothing where nothing is to change', async () => {
    await open('bulk-a.md', '---\ntitle: "甲"\ndate: 2025-02-13\n---\n');
    const unsaved = await open('bulk-b.md', '---\ntitle: "乙"\ndate: 2025-02-13\n---\n');
    await replaceAll(unsaved, '---\ntitle: "丙"\ndate: 2025-02-13\n---\n');
    const uris = [post('bulk-a.md'), post('bulk-b.md')];
    await vscode.commands.executeCommand('galley.setField', uris[0], uris, {
      kind: 'add',
      key: 'tags',
      item: '城市',
    });
    const texts = await Promise.all(
      uris.map(async uri => (await vscode.workspace.openTextDocument(uri)).getText()),
    );
    const after = (title: string) => `---\ntitle: "${title}"\ndate: 2025-02-13\ntags:\n  - "城市"\n---\n`;
    assert.deepEqual(texts, [after('甲'), after('丙')]);
  });

  it('set lastmod on save, if the user wants that', async () => {
    const settings = vscode.workspace.getConfiguration('galley');
    await settings.update('lastmodOnSave', 'present', vscode.ConfigurationTarget.Global);
    try {
      const { document } = await open(
        'lastmod.md',
        '---\ntitle: "甲"\ndate: 2025-02-13\nlastmod: 2025-02-13\n---\n\n文。\n',
      );
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(6, 0), '又。\n');
      await vscode.workspace.applyEdit(edit);
      await document.save();
      const year = new Date().getUTCFullYear();
      assert.match(
        document.getText(),
        new RegExp(`\nlastmod: "?${year}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"?\n`),
      );
    } finally {
      await settings.update('lastmodOnSave', undefined, vscode.ConfigurationTarget.Global);
      await remove('lastmod.md');
    }
  });
});
