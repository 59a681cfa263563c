import * as vscode from 'vscode';
import { imagePaths } from '../../core/complete/image-paths.ts';
import type { ImagePath } from '../../core/complete/image-paths.ts';
import { imageSlotAt } from '../../core/complete/image-slot.ts';
import type { ImageSlot } from '../../core/complete/image-slot.ts';
import { describeImage } from '../../core/images/image-notes.ts';
import { factsInSite } from '../../core/index/others.ts';
import { originOf } from '../../core/targets/resolve.ts';
import { surroundingsOf } from '../checker.ts';
import type { Checker } from '../checker.ts';
import type { Disposable, Host } from '../host.ts';
import { plain } from '../markdown-text.ts';
import { pictureOf, readImage } from './picture.ts';

const TRIGGERS = ['(', '/', '"', "'"];

/** Suggestions of image files where the address of an image is written, each with its picture. */
export function registerImageCompletion(host: Host, checker: Checker): Disposable {
  const files = new WeakMap<vscode.CompletionItem, vscode.Uri>();
  const provider: vscode.CompletionItemProvider = {
    provideCompletionItems: (document, position) =>
      host.guard('image completion', () => suggest({ document, position }, checker, files)),
    resolveCompletionItem: async item => {
      const uri = files.get(item);
      const text = uri && (await host.guard('image completion', () => describe(host, uri)));
      if (text) item.documentation = text;
      return item;
    },
  };
  return vscode.languages.registerCompletionItemProvider({ language: 'markdown' }, provider, ...TRIGGERS);
}

interface Place {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
}

async function suggest(
  { document, position }: Place,
  checker: Checker,
  files: WeakMap<vscode.CompletionItem, vscode.Uri>,
): Promise<vscode.CompletionList | undefined> {
  const given = await checker.gather(document.uri, document);
  if ('reason' in given || !given.site) return undefined;
  const { article, site, name, facts } = given;
  const slot = imageSlotAt(article, document.offsetAt(position));
  if (!slot || /^[a-z]+:|^\/\//i.test(slot.typed)) return undefined;
  const { made } = factsInSite(name, article, site);
  if (!made || made.relPermalink === '') return undefined;
  const origin = originOf(made, site.facts, facts.hugo);
  const found = await imagePaths(slot, origin, surroundingsOf(site, facts));
  const range = new vscode.Range(document.positionAt(slot.token.start), document.positionAt(slot.token.end));
  const items = found.paths.map((path, index) => {
    const item = toItem(path, slot, index);
    item.range = range;
    files.set(item, site.uriOf(path.file.startsWith('/') ? path.file : `${site.root}/${path.file}`));
    return item;
  });
  return new vscode.CompletionList(items, !found.isComplete);
}

function toItem({ address, file }: ImagePath, slot: ImageSlot, index: number): vscode.CompletionItem {
  const label = { label: address, description: file };
  const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.File);
  item.insertText = slot.write(address);
  // What is typed may start with `/` or `./` where the address does not, or has other folders in front.
  item.filterText = (/^[./]+/.exec(slot.typed)?.[0] ?? '') + address.replace(/^[./]+/, '');
  item.sortText = String(index).padStart(5, '0');
  return item;
}

async function describe(host: Host, uri: vscode.Uri): Promise<vscode.MarkdownString | undefined> {
  const image = await readImage(host, uri);
  if (!image) return undefined;
  const text = new vscode.MarkdownString(pictureOf(uri.toString(), image));
  return text.appendMarkdown(`\n\n${plain(host.say(describeImage(image)))}`);
}
