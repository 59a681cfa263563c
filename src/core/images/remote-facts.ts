import type { ImageLimits } from './image-notes.ts';
import type { UrlPolicy } from './url-policy.ts';
import type { Verdict } from './verdict.ts';

/** What is known of images and links on the network, and how it is to be judged. Plain data. */
export interface RemoteFacts {
  /** By key of the target. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly policy: UrlPolicy;
  readonly limits: ImageLimits;
}
