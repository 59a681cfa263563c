import * as vscode from 'vscode';
import type { Checker } from '../checker.ts';
import type { Host } from '../host.ts';
import { htmlEdit } from './html.ts';
import { imageEdit } from './images.ts';
import { offerToSave } from './offer.ts';

const MARKDOWN: vscode.DocumentSelector = { language: 'markdown' };
const ROOT = vscode.DocumentDropOrPasteEditKind.Empty.append('galley');
/** By these the setting `editor.pasteAs.preferences` can name Galley's. */
const KINDS = { markdown: ROOT.append('markdown'), image: ROOT.append('image') };

/** Paste of HTML as Markdown, and of images as files of the site; drop of image files. */
export function registerPaste(host: Host, checker: Checker): vscode.Disposable {
  const offer = offerToSave(host);
  const pasting: vscode.DocumentPasteEditProvider = {
    provideDocumentPasteEdits: (document, ranges, data, ...[{ only }, token]) =>
      host.guard('paste', async () => {
        const [range] = ranges;
        if (!range || ranges.length > 1) return [];
        const given = await checker.gather(document.uri, document);
        if ('reason' in given || token.isCancellationRequested) return [];
        const target = { document, range, given, data };
        const isAsked = (kind: vscode.DocumentDropOrPasteEditKind): boolean => !only || only.contains(kind);
        const image = isAsked(KINDS.image) ? await imageEdit(host, target) : undefined;
        const html = isAsked(KINDS.markdown) && !image ? await htmlEdit(host, target) : undefined;
        if (html) offer.expect(document.uri, html.text);
        return [
          ...(image
            ? [Object.assign(new vscode.DocumentPasteEdit(image.text, image.title, KINDS.image), image.more)]
            : []),
          ...(html
            ? [Object.assign(new vscode.DocumentPasteEdit(html.text, html.title, KINDS.markdown), html.more)]
            : []),
        ];
      }),
  };
  const dropping: vscode.DocumentDropEditProvider = {
    provideDocumentDropEdits: (document, position, data, token) =>
      host.guard('drop', async () => {
        const given = await checker.gather(document.uri, document);
        if ('reason' in given) return undefined;
        const range = new vscode.Range(position, position);
        const image = await imageEdit(host, { document, range, given, data });
        if (!image || token.isCancellationRequested) return undefined;
        return Object.assign(new vscode.DocumentDropEdit(image.text, image.title, KINDS.image), image.more);
      }),
  };
  return vscode.Disposable.from(
    offer,
    vscode.languages.registerDocumentPasteEditProvider(MARKDOWN, pasting, {
      providedPasteEditKinds: [KINDS.image, KINDS.markdown],
      pasteMimeTypes: ['text/html', 'image/*', 'files', 'text/uri-list'],
    }),
    vscode.languages.registerDocumentDropEditProvider(MARKDOWN, dropping, {
      providedDropEditKinds: [KINDS.image],
      dropMimeTypes: ['image/*', 'files', 'text/uri-list'],
    }),
  );
}
