import { parsers } from 'probe-image-size/sync.js';

/** Width and height in pixels, as shown. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The size of an image by the start of its file: `undefined` if it is not within these bytes, or is not in pixels. A
 * side may be 0.
 */
export function measure(bytes: Uint8Array): Size | undefined {
  for (const parse of Object.values(parsers)) {
    const found = parse(bytes);
    if (!found) continue;
    if (found.wUnits !== 'px' || found.hUnits !== 'px') return undefined;
    const [width, height] = [Math.round(found.width), Math.round(found.height)];
    const isTurned = (found.orientation ?? 1) >= 5;
    return isTurned ? { width: height, height: width } : { width, height };
  }
  return undefined;
}
