import type { Wire } from './follow.ts';
import type { ReaderMemory } from './reader.ts';

/** What an address is probed with. */
export interface ProbeContext {
  readonly wire: Wire;
  /** Origin of the site, `https://example.org`; `undefined`: not known, or not public. */
  readonly site: string | undefined;
  /** What browsers send as Referer with the image; `undefined`: nothing, or the site is not known. */
  readonly referer: string | undefined;
  readonly readers: ReaderMemory;
}
