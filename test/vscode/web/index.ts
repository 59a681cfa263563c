import * as vscode from 'vscode';

const tests: readonly [name: string, test: () => Promise<void>][] = [
  ['runs in a web worker, without Node', runsInWorker],
  ['is activated by a Markdown file', isActivated],
  ['reports broken front matter', reportsBrokenFrontMatter],
];

/** VS Code calls this in its web extension host; a rejection is a failed run. Mocha stays out: it wants a page or Node. */
export async function run(): Promise<void> {
  console.log(`tests: VS Code ${vscode.version}, web extension host`);
  let failed = 0;
  for (const [name, test] of tests) {
    try {
      await test();
      console.log(`  ✓ Web ${name}`);
    } catch (error) {
      failed++;
      console.log(
        `  ✗ Web ${name}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }
  console.log(`tests: ${tests.length - failed} passed, ${failed} failed`);
  if (failed > 0) throw new Error(`${failed} failed`);
}

async function runsInWorker(): Promise<void> {
  expect(!('process' in globalThis), 'there is a `process`');
  expect('importScripts' in globalThis, 'there is no `importScripts`');
  await Promise.resolve();
}

async function isActivated(): Promise<void> {
  await open('---\ntitle: Whole\n---\n');
  const isActive = () => vscode.extensions.getExtension('galley.galley')?.isActive ?? false;
  await until(isActive, 'the extension is not there, or not active');
}

async function reportsBrokenFrontMatter(): Promise<void> {
  const uri = await open('---\ntitle: [not closed\n---\n');
  await until(() => vscode.languages.getDiagnostics(uri).length > 0, 'there is no diagnostic');
}

async function open(content: string): Promise<vscode.Uri> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document);
  return document.uri;
}

async function until(condition: () => boolean, otherwise: string): Promise<void> {
  const end = Date.now() + 15_000;
  while (!condition()) {
    expect(Date.now() < end, `${otherwise} after 15 s`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

function expect(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}
