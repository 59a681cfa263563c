import * as vscode from 'vscode';
import { isImage } from '../../core/paste/file-name.ts';
import type { Host } from '../host.ts';
import type { PasteTarget } from './target.ts';

/** An image of the clipboard, of a disk, or of the workspace. */
export interface ImageFile {
  readonly name: string;
  readonly mime: string;
  readonly uri: vscode.Uri | undefined;
  readonly bytes: Uint8Array;
}

/** Bytes; more is no image for an article. */
const MOST = 50 * 1024 * 1024;

/** The images of what is pasted or dropped; none where other files are among them, or words come first. */
export async function imagesIn(host: Host, { document, data }: PasteTarget): Promise<ImageFile[]> {
  // Programs of the office put a picture of the words beside the words.
  const html = await data.get('text/html')?.asString();
  if (html && /<(?:p|table|li|h\d|span)\b/i.test(html)) return [];
  const found: ImageFile[] = [];
  for (const [mime, item] of data) {
    const file = item.asFile();
    if (!file) continue;
    if (!isImage(file.name, mime)) return [];
    const bytes = await file.data();
    if (bytes.length > 0 && bytes.length <= MOST) found.push({ name: file.name, mime, uri: file.uri, bytes });
  }
  return found.length > 0 ? found : fromUris(host, document.uri, await uriList(data));
}

const uriList = async (data: vscode.DataTransfer): Promise<string[]> =>
  ((await data.get('text/uri-list')?.asString()) ?? '')
    .split(/\r?\n/)
    .filter(line => line !== '' && !line.startsWith('#'));

/** Files of the disk, or of the article's own file system; never of the network. */
async function fromUris(host: Host, article: vscode.Uri, lines: readonly string[]): Promise<ImageFile[]> {
  const found: ImageFile[] = [];
  for (const line of lines) {
    if (!/^[a-z][a-z\d+.-]+:/i.test(line)) return [];
    const uri = vscode.Uri.parse(line);
    const isNear =
      uri.scheme === 'file' || (uri.scheme === article.scheme && uri.authority === article.authority);
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    if (!isNear || !isImage(name, '')) return [];
    const { files, path } = host.locate(uri);
    const bytes = await files.read(path);
    if (!bytes || bytes.length === 0 || bytes.length > MOST) return [];
    found.push({ name, mime: '', uri, bytes });
  }
  return found;
}
