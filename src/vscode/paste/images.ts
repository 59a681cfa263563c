import * as vscode from 'vscode';
import { placeFor } from '../../core/images/place.ts';
import type { Place, Use } from '../../core/images/place.ts';
import { factsInSite } from '../../core/index/others.ts';
import { message } from '../../core/messages.ts';
import { digest } from '../../core/paste/digest.ts';
import { chooseName } from '../../core/paste/file-name.ts';
import { asField, asSnippet, spotAt } from '../../core/paste/insert.ts';
import { staticFolder } from '../../core/site/static-folder.ts';
import { escapedName } from '../../core/targets/write.ts';
import { originOf } from '../../core/targets/resolve.ts';
import type { Host } from '../host.ts';
import { chosenFolder } from '../image-folder.ts';
import { imagesIn } from './image-files.ts';
import type { ImageFile } from './image-files.ts';
import { aroundOf } from './target.ts';
import type { PasteEdit, PasteTarget } from './target.ts';

/** Images that are pasted or dropped, as files of the site and what shows them; `undefined` if there are none. */
export async function imageEdit(host: Host, target: PasteTarget): Promise<PasteEdit | undefined> {
  const { document, range, given } = target;
  const spot = spotAt(given.article, document.offsetAt(range.start));
  if (spot === 'code') return undefined;
  const images = await imagesIn(host, target);
  if (images.length === 0 || (spot === 'field' && images.length > 1)) return undefined;
  const place = await placeOf(host, target, spot === 'field' ? 'field' : 'body');
  if (!place) return undefined;
  const edit = new vscode.WorkspaceEdit();
  const saved: Saved = { host, place, edit, names: new Map() };
  const addresses: string[] = [];
  for (const image of images) addresses.push(await save(image, saved));
  const [first = ''] = addresses;
  const text =
    spot === 'field'
      ? asField(first, aroundOf(target).before)
      : new vscode.SnippetString(asSnippet(addresses));
  return {
    title: host.say(message('paste.image', { folder: place.name })),
    text,
    more: { additionalEdit: edit },
  };
}

interface Folder extends Pick<Place, 'folder' | 'addressOf'> {
  readonly name: string;
  readonly uri: vscode.Uri;
}

async function placeOf(host: Host, { document, given }: PasteTarget, use: Use): Promise<Folder | undefined> {
  const { site, facts, article, name } = given;
  if (!site) {
    if (document.uri.scheme === 'untitled') return undefined;
    const uri = vscode.Uri.joinPath(document.uri, '..');
    return { folder: '', addressOf: escapedName, name: nameOf(uri), uri };
  }
  const { made } = factsInSite(name, article, site);
  if (!made) return undefined;
  const origin = originOf(made, site.facts, facts.hugo);
  const isBundle = use === 'body' && made.bundle === 'leaf';
  const folder = isBundle ? staticFolder(site.facts) : await chosenFolder(host, document.uri, site);
  const place = placeFor(use, origin, { site: site.facts, setting: folder });
  return place && { ...place, name: place.folder, uri: site.uriOf(`${site.root}/${place.folder}`) };
}

interface Saved {
  readonly host: Host;
  readonly place: Folder;
  readonly edit: vscode.WorkspaceEdit;
  /** Digests of what this edit writes, by name. */
  readonly names: Map<string, string>;
}

/** Has an image written, unless it is there; the address that shows it. */
async function save(
  { name, mime, uri, bytes }: ImageFile,
  { host, place, edit, names }: Saved,
): Promise<string> {
  if (uri && vscode.Uri.joinPath(uri, '..').toString() === place.uri.toString())
    return place.addressOf(nameOf(uri));
  const { files, path } = host.locate(place.uri);
  const taken = new Map((await files.list(path))?.map(entry => [entry.name.toLowerCase(), entry.name]));
  const hash = digest(bytes);
  const day = new Date().toISOString().slice(0, 10);
  const chosen = await chooseName({ name, mime, digest: hash, day }, async wanted => {
    const present = taken.get(wanted.toLowerCase());
    if (present === undefined) return names.get(wanted.toLowerCase());
    const there = await files.read(`${path}/${present}`);
    // A name that differs in case is another name on a server, and the same file on some disks.
    return there && present === wanted ? digest(there) : '';
  });
  names.set(chosen.name.toLowerCase(), hash);
  if (!chosen.isThere) {
    edit.createFile(vscode.Uri.joinPath(place.uri, chosen.name), { contents: bytes, ignoreIfExists: true });
  }
  return place.addressOf(chosen.name);
}

const nameOf = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf('/') + 1);
