import type { Checker } from '../checker.ts';
import type { Host } from '../host.ts';
import type { Sites } from '../sites.ts';

/** What writing commands work with. */
export interface Means {
  readonly host: Host;
  readonly checker: Checker;
  readonly sites: Sites;
}
