import * as vscode from 'vscode';
import { decode } from '../../core/article/encoding.ts';
import type { CacheData } from '../../core/images/cache.ts';
import type { Host } from '../host.ts';

/** What is kept of the network between sessions: for each site, by its origin, what was learned for it. */
export type Kept = ReadonlyMap<string, unknown>;

/** Reads what the last session has kept for this workspace; a file that is broken is as good as none. */
export async function readKept(host: Host): Promise<Kept> {
  const { files, path } = host.locate(fileOf(host));
  const bytes = await files.read(path);
  const sites = bytes && sitesOf(decode(bytes).text);
  return new Map(sites);
}

function sitesOf(text: string): [string, unknown][] | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null ? Object.entries(data) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export async function writeKept(host: Host, sites: ReadonlyMap<string, CacheData>): Promise<void> {
  const text = JSON.stringify(Object.fromEntries(sites));
  await vscode.workspace.fs.writeFile(fileOf(host), new TextEncoder().encode(text));
}

/** In the storage of the workspace, so that one workspace does not see what another has asked. */
const fileOf = ({ context }: Host): vscode.Uri =>
  vscode.Uri.joinPath(context.storageUri ?? context.globalStorageUri, 'images-and-links.json');
