// Runs in the extension host for bench/preview.mjs: says when VS Code tells extensions of a change.
const vscode = require('vscode');

exports.run = () =>
  new Promise(() => {
    vscode.workspace.onDidChangeTextDocument(({ contentChanges }) => {
      if (contentChanges.length > 0) console.log(`changed at ${performance.timeOrigin + performance.now()}`);
    });
  });
