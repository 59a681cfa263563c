import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const broken = '---\ntitle: [not closed\n---\n';

describe('Galley', () => {
  it('is activated by a Markdown file', isActivated);
  it('reports broken front matter', async () => {
    assert.notEqual(await firstProblem(broken), '');
  });
});

describe('Restricted Mode', () => {
  it('reports broken front matter', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    assert.notEqual(await firstProblem(broken), '');
  });
});

describe('Chinese display', () => {
  it('describes the extension in Chinese', () => {
    const { description } = galley().packageJSON as { description: string };
    assert.match(description, /\p{Script=Han}/u);
  });
  it('reports in Chinese', async () => {
    assert.match(await firstProblem(broken), /\p{Script=Han}/u);
  });
});

async function isActivated(): Promise<void> {
  await vscode.workspace.openTextDocument({ language: 'markdown', content: '---\ntitle: Whole\n---\n' });
  await until(() => galley().isActive, 'the extension is not active');
}

/** The message of the first problem that is reported for an article of this text. */
async function firstProblem(content: string): Promise<string> {
  const { uri } = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  const [problem] = await until(() => {
    const problems = vscode.languages.getDiagnostics(uri);
    return problems.length > 0 && problems;
  }, 'no problem is reported');
  return problem?.message ?? '';
}

function galley(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('galley.galley');
  assert.ok(extension, 'the extension is not there');
  return extension;
}

async function until<T>(value: () => T | false, otherwise: string): Promise<T> {
  const end = Date.now() + 15_000;
  for (;;) {
    const current = value();
    if (current !== false) return current;
    assert.ok(Date.now() < end, `${otherwise} after 15 s`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

describe('Restricted Mode, a schema of the user’s own', () => {
  it('is not used, and says so', async () => {
    const text = '---\ntitle: a\n$schema: any.json\n---\n';
    assert.match(await firstProblem(text), /Restricted Mode/);
  });
});
