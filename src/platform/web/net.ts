import type { Net } from '../../core/images/net.ts';

/** A browser lets no extension see what an image's server answers, so nothing is asked: `undefined`. */
export const webNet: Net | undefined = undefined;
