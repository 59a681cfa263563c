import { measure } from './measure.ts';
import { sniff } from './sniff.ts';
import type { ImageFacts } from './verdict.ts';

/** What the bytes of a file say of an image; `undefined` if it is none. */
export function imageIn(bytes: Uint8Array): ImageFacts | undefined {
  const sniffed = sniff(bytes);
  if (sniffed.kind !== 'image') return undefined;
  return { format: sniffed.format, ...measure(bytes), size: bytes.length };
}
