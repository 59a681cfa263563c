import * as vscode from 'vscode';
import { message } from '../../core/messages.ts';
import { between, spotAt } from '../../core/paste/insert.ts';
import type { Host } from '../host.ts';
import { aroundOf } from './target.ts';
import type { PasteEdit, PasteTarget } from './target.ts';

/** The HTML of the clipboard as Markdown; `undefined` where plain text is as good, or nobody wants it. */
export async function htmlEdit(host: Host, target: PasteTarget): Promise<PasteEdit<string> | undefined> {
  const { document, range, given, data } = target;
  const mode = vscode.workspace.getConfiguration('galley', document.uri).get<string>('paste.html', 'ask');
  if (mode === 'never' || !host.markdownOf || data.get('vscode-editor-data')) return undefined;
  const html = await data.get('text/html')?.asString();
  if (!html || isOfEditor(html) || spotAt(given.article, document.offsetAt(range.start)) !== 'body')
    return undefined;
  const markdown = await host.markdownOf(html);
  const plain = await data.get('text/plain')?.asString();
  if (markdown === undefined || markdown.trim() === plain?.trim()) return undefined;
  const { before, after } = aroundOf(target);
  // Behind plain text it is offered by the button that follows what is pasted, and by Paste As.
  const yieldTo = mode === 'always' ? [] : [vscode.DocumentDropOrPasteEditKind.Text];
  return {
    title: host.say(message('paste.markdown')),
    text: between(before, markdown, after),
    more: { yieldTo },
  };
}

/** What VS Code puts on the clipboard beside the text that is copied: colours, which nobody wants. */
const isOfEditor = (html: string): boolean =>
  /^\s*(?:<meta[^>]*>\s*)?<div style="[^"]*white-space:\s*pre;[^"]*"><div>/i.test(html);
