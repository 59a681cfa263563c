import * as vscode from 'vscode';
import { editorNet } from '../platform/node/editor-net.ts';
import { nodeFiles } from '../platform/node/files.ts';
import { nodeHeads } from '../platform/node/heads.ts';
import { nodeSchemaRunner } from '../platform/node/schema-runner.ts';
import { workspaceFiles } from '../platform/web/files.ts';
import { startFeatures } from './features.ts';

/** The features on desktop and remote hosts: the local disk by Node, everything else by VS Code. */
export function start(context: vscode.ExtensionContext): Promise<void> {
  const schemas = nodeSchemaRunner(__dirname);
  context.subscriptions.push(schemas);
  return startFeatures(context, {
    schemas,
    markdownOf: async html => (await import('../core/paste/markdown.ts')).markdownOf(html),
    net: editorNet,
    locate: uri =>
      uri.scheme === 'file'
        ? {
            files: nodeFiles,
            heads: nodeHeads,
            path: uri.fsPath.replaceAll('\\', '/'),
            uriOf: path => vscode.Uri.file(path),
          }
        : workspaceFiles(uri),
  });
}
