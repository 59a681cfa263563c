import * as vscode from 'vscode';
import type { Cancellation } from '../../core/images/cancellation.ts';
import { nameByContent } from '../../core/images/save/download.ts';
import type { Downloaded } from '../../core/images/save/download.ts';
import { chosenFolder } from '../image-folder.ts';
import { placeFor, useOf } from '../../core/images/place.ts';
import { remoteImages, rewrite } from '../../core/images/save/rewrite.ts';
import type { RemoteImage } from '../../core/images/save/rewrite.ts';
import { factsInSite } from '../../core/index/others.ts';
import { message } from '../../core/messages.ts';
import type { Message } from '../../core/messages.ts';
import { originOf } from '../../core/targets/resolve.ts';
import type { Origin } from '../../core/targets/resolve.ts';
import type { Checker, Given } from '../checker.ts';
import { openDocument } from '../documents.ts';
import type { Host } from '../host.ts';
import type { Remote } from '../remote/remote.ts';
import { readRemoteSettings } from '../remote/settings.ts';
import type { Site } from '../sites.ts';

/** What became of the images of one article. */
export interface SaveResult {
  readonly saved: number;
  readonly failed: readonly { readonly href: string; readonly why: Message }[];
  /** Not reached before somebody cancelled. */
  readonly left: number;
}

export interface SaveMeans {
  readonly host: Host;
  readonly checker: Checker;
  readonly remote: Remote;
}

export interface SaveRequest {
  readonly uri: vscode.Uri;
  /** One image; `undefined`: all. */
  readonly href: string | undefined;
  readonly cancel: Cancellation;
  readonly onProgress: (progress: { done: number; total: number; host: string }) => void;
}

/** An article in a site, with the page that Hugo makes of it. */
interface InSite extends Given {
  readonly site: Site;
  readonly origin: Origin;
}

/**
 * Saves images of other hosts to the site: fetches them whole, looks at the bytes, writes the files, and only then
 * changes the article, by one edit. An image that fails keeps its address, and a second run does what the first left.
 *
 * @returns `undefined` where the file is no page of a site
 */
export async function saveImages(means: SaveMeans, request: SaveRequest): Promise<SaveResult | undefined> {
  const { uri, href, cancel, onProgress } = request;
  const given = await standOf(means.checker, uri);
  if (!given) return undefined;
  const { policy } = readRemoteSettings(uri);
  const images = remoteImages(given.article, given.facts, policy).filter(
    image => href === undefined || image.href === href,
  );
  const saved = new Map<string, string>();
  const failed: { href: string; why: Message }[] = [];
  let done = 0;
  await Promise.all(
    images.map(async image => {
      const result = await saveOne(means, { image, given, cancel, uri });
      if (result === undefined) return;
      if ('why' in result) failed.push({ href: image.href, why: result.why });
      else saved.set(image.href, result.address);
      onProgress({ done: ++done, total: images.length, host: new URL(image.href).host });
    }),
  );
  await change(means.checker, uri, saved);
  return { saved: saved.size, failed, left: images.length - saved.size - failed.length };
}

async function standOf(checker: Checker, uri: vscode.Uri): Promise<InSite | undefined> {
  const given = await checker.gather(uri, openDocument(uri));
  if ('reason' in given || !given.site) return undefined;
  const { made } = factsInSite(given.name, given.article, given.site);
  if (!made || made.relPermalink === '') return undefined;
  const origin = originOf(made, given.site.facts, given.facts.hugo);
  return { ...given, site: given.site, origin };
}

interface One {
  readonly image: RemoteImage;
  readonly given: InSite;
  readonly cancel: Cancellation;
  readonly uri: vscode.Uri;
}

async function saveOne(
  { host, remote }: SaveMeans,
  { image, given, cancel, uri }: One,
): Promise<{ readonly address: string } | { readonly why: Message } | undefined> {
  const { site, origin, facts } = given;
  const use = useOf(image.references.map(({ form }) => form));
  const setting = await chosenFolder(host, uri, site);
  const place = placeFor(use, origin, { site: site.facts, setting });
  if (!place) return { why: message('save.no-place', { folder: setting }) };
  const found = await remote.download(image.href, facts, cancel);
  if (!found) return undefined;
  if ('failure' in found) {
    const [note] = found.failure.notes;
    return { why: note ? message(note.code, note.args) : message('remote.not-image') };
  }
  const name = await nameOf(found);
  const target = site.uriOf(`${site.root}/${place.folder}/${name}`);
  await writeOnce(host, target, found.bytes);
  return { address: place.above + name };
}

async function nameOf({ bytes, format }: Extract<Downloaded, { format: unknown }>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return nameByContent(Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join(''), format);
}

/** A file of that name is the same image, unless an earlier run was cut off while it wrote. */
async function writeOnce({ locate }: Host, uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const { files, path } = locate(uri);
  const there = await files.read(path);
  if (there?.length !== bytes.length) await vscode.workspace.fs.writeFile(uri, bytes);
}

/** Changes the article as it stands now: somebody may have gone on writing meanwhile. */
async function change(checker: Checker, uri: vscode.Uri, saved: ReadonlyMap<string, string>): Promise<void> {
  if (saved.size === 0) return;
  const wasOpen = openDocument(uri) !== undefined;
  const document = await vscode.workspace.openTextDocument(uri);
  const given = await standOf(checker, uri);
  if (!given) return;
  const { policy } = readRemoteSettings(uri);
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of rewrite(given.article, given.facts, {
    saved,
    origin: given.origin,
    policy,
  })) {
    const place = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
    edit.replace(uri, place, newText);
  }
  await vscode.workspace.applyEdit(edit);
  if (!wasOpen) await document.save();
}
