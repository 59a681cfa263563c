import { message } from '../messages.ts';
import type { Message } from '../messages.ts';
import type { ImageFacts, RemoteNote } from './verdict.ts';

/** What images have to keep to. */
export interface ImageLimits {
  /** Bytes. */
  readonly maxSize: number;
  /** Width times height. */
  readonly maxPixels: number;
  /** Pixels; 0: any. */
  readonly thumbnailWidth: number;
  /** Width and height to each other, as `16:9`; `undefined`: any. */
  readonly thumbnailRatio: string | undefined;
}

export const DEFAULT_IMAGE_LIMITS: ImageLimits = {
  maxSize: 5 * 1024 * 1024,
  maxPixels: 40_000_000,
  thumbnailWidth: 0,
  thumbnailRatio: undefined,
};

/** Formats that only few browsers show. */
const RARE: readonly ImageFacts['format'][] = ['HEIC', 'TIFF', 'JPEG XL', 'JPEG 2000', 'PSD'];

/** Shapes that differ by less look the same. */
const TOLERANCE = 0.1;

/** What is to be said of an image that is there, wherever it lies. */
export function imageNotes(image: ImageFacts, isThumbnail: boolean, limits: ImageLimits): RemoteNote[] {
  const { format, width, height, size } = image;
  const notes: RemoteNote[] = [];
  if (RARE.includes(format)) notes.push({ code: 'remote.format', severity: 'warning', args: { format } });
  if (size !== undefined && size > limits.maxSize)
    notes.push({ code: 'image-content.heavy', severity: 'warning', args: { size: sizeText(size) } });
  if (width === undefined || height === undefined) return notes;
  if (width === 1 && height === 1) return [...notes, { code: 'image-content.pixel', severity: 'warning' }];
  if (width * height > limits.maxPixels)
    notes.push({ code: 'image-content.pixels', severity: 'warning', args: { width, height } });
  const wanted = isThumbnail && format !== 'SVG' ? wantedOf(width / height, width, limits) : undefined;
  if (wanted)
    notes.push({ code: 'image-content.thumbnail', severity: 'warning', args: { width, height, wanted } });
  return notes;
}

/** What a thumbnail lacks; both rules are named where both exist. */
function wantedOf(shape: number, width: number, limits: ImageLimits): Message | undefined {
  const { thumbnailWidth: least, thumbnailRatio: ratio } = limits;
  const [across, down] = (ratio ?? '').split(':').map(Number);
  const wanted = across && down ? across / down : undefined;
  const isWrongShape = wanted !== undefined && Math.abs(shape / wanted - 1) > TOLERANCE;
  if (width >= least && !isWrongShape) return undefined;
  if (ratio === undefined || wanted === undefined) return message('image-content.wanted-width', { least });
  return least > 0
    ? message('image-content.wanted-both', { least, ratio })
    : message('image-content.wanted-ratio', { ratio });
}

/** `182 KB`, `50 MB`: counted in 1,024. */
export function sizeText(bytes: number): string {
  const mega = bytes / 1_048_576;
  if (mega >= 10) return `${Math.round(mega)} MB`;
  return mega >= 1 ? `${mega.toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

/** An image in a line: `JPEG 1000×667, 182 KB`. */
export function describeImage({ format, width, height, size }: ImageFacts): Message {
  const text = size === undefined ? '?' : sizeText(size);
  return width === undefined || height === undefined
    ? message('remote.image-unmeasured', { format, size: text })
    : message('remote.image', { format, width, height, size: text });
}
