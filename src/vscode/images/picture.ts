import type * as vscode from 'vscode';
import { imageIn } from '../../core/images/local-image.ts';
import type { ImageFacts } from '../../core/images/verdict.ts';
import type { Host } from '../host.ts';

/** The largest that a picture is shown, pixels. */
const MOST_WIDTH = 320;
const MOST_HEIGHT = 220;

/** A picture for a `MarkdownString`, small enough to be looked at beside text. */
export function pictureOf(address: string, { width, height }: Pick<ImageFacts, 'width' | 'height'>): string {
  const safe = address.replace(
    /[()<>|\s\\]/g,
    char => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  if (width === undefined || height === undefined) return `![](${safe}|height=${MOST_HEIGHT / 2})`;
  const scale = Math.min(1, MOST_WIDTH / width, MOST_HEIGHT / height);
  return `![](${safe}|width=${Math.round(width * scale)},height=${Math.round(height * scale)})`;
}

/** What a file is; `undefined` if it is no image or is gone. */
export async function readImage({ locate }: Host, uri: vscode.Uri): Promise<ImageFacts | undefined> {
  const { files, path } = locate(uri);
  const bytes = await files.read(path);
  return bytes && imageIn(bytes);
}
