import * as vscode from 'vscode';
import { decode } from '../core/article/encoding.ts';
import { usedFolders } from '../core/paste/image-folders.ts';
import { staticFolder } from '../core/site/static-folder.ts';
import type { Host } from './host.ts';
import type { Site } from './sites.ts';

/** So many of the newest articles say where images are kept. */
const ASKED = 40;

/** Names that are common for it, where no article says anything. */
const COMMON = ['images', 'img', 'uploads', 'image', 'pictures'];

/** The folder for images of a site, from its root: the setting's, else the one that its newest articles use most. */
export async function chosenFolder(host: Host, article: vscode.Uri, site: Site): Promise<string> {
  const set = vscode.workspace.getConfiguration('galley', article).get<string>('images.folder', '');
  if (set.trim() !== '') return set.trim().replaceAll('\\', '/');
  const { files } = host.locate(article);
  const newest = [...site.index.entries()].sort(([, a], [, b]) => b.date - a.date).slice(0, ASKED);
  const texts = await Promise.all(
    newest.map(async ([path]) => {
      const bytes = await files.read(`${site.root}/${path}`);
      return bytes ? decode(bytes).text : '';
    }),
  );
  const parent = staticFolder(site.facts);
  for (const folder of [...usedFolders(texts, site.facts.config.baseURL), ...COMMON]) {
    const path = folder === '' ? parent : `${parent}/${folder}`;
    if ((await files.list(`${site.root}/${path}`)) !== undefined) return path;
  }
  return `${parent}/images`;
}
