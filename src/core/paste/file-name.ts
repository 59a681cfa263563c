/** What is known of an image that is about to get a file. */
export interface NewImage {
  /** As its file or clipboard calls it; may be empty. */
  readonly name: string;
  /** `image/png`; empty if not known. */
  readonly mime: string;
  /** Of its bytes, letters and digits. */
  readonly digest: string;
  /** `2025-02-13`. */
  readonly day: string;
}

/** A name, and whether the same bytes have it already. */
export interface ChosenName {
  readonly name: string;
  readonly isThere: boolean;
}

/** What clipboards and cameras call all images. */
const NO_NAME =
  /^(?:image|img|photo|picture|screenshot|clipboard|pasted[ -]image|untitled|unnamed|download|640|图片|截图|未命名)?[ _-]*(?:\(?\d{0,3}\)?)$/i;

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/svg+xml': 'svg',
  'image/bmp': 'bmp',
};

const IMAGE = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp)$/i;

/** Whether browsers show a file as an image, by its name or type. */
export const isImage = (name: string, mime: string): boolean =>
  EXTENSIONS[mime.toLowerCase()] !== undefined || IMAGE.test(name);

/**
 * The name of an image's file: its own, or the day and a hash where it has none. A different file is never written
 * over.
 *
 * @param digestOf of the file that has a name now, whatever its case; `undefined` if none has
 */
export async function chooseName(
  image: NewImage,
  digestOf: (name: string) => Promise<string | undefined>,
): Promise<ChosenName> {
  const dot = IMAGE.test(image.name) ? image.name.lastIndexOf('.') : image.name.length;
  const extension =
    image.name.slice(dot + 1).toLowerCase() || (EXTENSIONS[image.mime.toLowerCase()] ?? 'png');
  const own = safe(image.name.slice(0, dot));
  const short = image.digest.slice(0, 8);
  const base = NO_NAME.test(own) ? `${image.day}-${short}` : own;
  const names = [
    `${base}.${extension}`,
    `${base}-${short}.${extension}`,
    `${base}-${image.digest}.${extension}`,
  ];
  for (const name of names) {
    const taken = await digestOf(name);
    if (taken === undefined) return { name, isThere: false };
    if (taken === image.digest) return { name, isThere: true };
  }
  return { name: `${base}-${image.digest}-2.${extension}`, isThere: false };
}

/** Without what file systems or addresses have a meaning for. */
const safe = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\\/:*?"<>|#%&{}$!'`@+=;^[\]~,\0-\x1f\x7f]+/g, '-')
    .replace(/^[.\s-]+|[.\s-]+$/g, '')
    .slice(0, 100);
