import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open } from './support.ts';

const labelOf = ({ label }: vscode.CompletionItem): string =>
  typeof label === 'string' ? label : label.label;

/** Suggestions at the `|` of an article, once the site is indexed. */
async function suggestions(
  name: string,
  marked: string,
  expectsNone = false,
): Promise<{ editor: vscode.TextEditor; items: vscode.CompletionItem[] }> {
  const offset = marked.indexOf('|');
  const editor = await open(name, marked.replace('|', ''));
  const position = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(position, position);
  const ask = (): Thenable<vscode.CompletionList> =>
    vscode.commands.executeCommand('vscode.executeCompletionItemProvider', editor.document.uri, position);
  // The first article that is opened in a site has its index made; other extensions offer plain words meanwhile.
  let items: vscode.CompletionItem[] = [];
  for (let tries = 0; tries < 40 && items.length === 0; tries++) {
    const list = await ask();
    items = list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
    if (items.length === 0 && expectsNone) break;
    await new Promise(done => setTimeout(done, items.length === 0 ? 100 : 0));
  }
  return { editor, items };
}

const yaml = (lines: string): string => `---\ntitle: "甲"\ndate: 2025-02-13\n${lines}\n---\n\n正文\n`;

describe('completion', () => {
  afterEach(closeAll);

  it('offers the tags of the site, the most used first', async () => {
    const { items } = await suggestions('terms.md', yaml('tags:\n  - |'));
    const labels = items.map(labelOf);
    assert.ok(labels.includes('园艺'), labels.join(', '));
    assert.equal(items[0]?.insertText, `"${labels[0] ?? ''}"`);
  });

  it('finds Chinese terms by their initials', async () => {
    const { items } = await suggestions('initials.md', yaml('tags: ["yy|"]'));
    assert.ok(items.map(labelOf).includes('园艺'));
  });

  it('knows tags of open articles that are not saved', async () => {
    const editor = await open('unsaved.md', yaml('tags: ["a"]'));
    const at = editor.document.getText().indexOf('"a"') + 1;
    await editor.edit(edit => edit.insert(editor.document.positionAt(at), '未存之签'));
    await vscode.commands.executeCommand('galley.checkArticle');
    const { items } = await suggestions('other.md', yaml('tags: [|]'));
    assert.ok(items.map(labelOf).includes('未存之签a'));
    await vscode.window.showTextDocument(editor.document);
  });

  it('offers keys with words on what they do', async () => {
    const { items } = await suggestions('keys.md', yaml('th|'));
    const thumbnail = items.find(item => labelOf(item) === 'thumbnail');
    assert.ok(thumbnail?.documentation);
  });

  it('says nothing in the body', async () => {
    const { items } = await suggestions('body.md', yaml('a: 1').replace('正文', 'ta|'), true);
    assert.deepEqual(
      items.map(labelOf).filter(label => label === 'tags'),
      [],
    );
  });

  it('pops up while a term is typed, and the chosen one is quoted', async () => {
    const { editor } = await suggestions('typed-term.md', yaml('tags:\n  - |'));
    await vscode.commands.executeCommand('type', { text: 's' });
    await vscode.commands.executeCommand('type', { text: 'q' });
    // The list opens by itself; what is chosen before it is there changes nothing.
    const isTaken = (): boolean => /- "\p{Script=Han}+"/u.test(editor.document.getText());
    for (let tries = 0; tries < 60 && !isTaken(); tries++) {
      await new Promise(done => setTimeout(done, 200));
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
    }
    assert.ok(isTaken(), editor.document.getText());
  });
});
