import { does } from '../hugo/behaviour.ts';
import type { HugoVersion } from '../hugo/version.ts';

/** Whether a partial of that name is found: since Hugo 0.146 whatever its case, and with `.html` or `/` behind it. */
export function isPartial(name: string, known: readonly string[], hugo: HugoVersion | undefined): boolean {
  if (known.includes(name)) return true;
  if (does(hugo, 'exactPartialNames')) return false;
  return known.some(other => other.toLowerCase() === name.toLowerCase().replace(/\.html$|\/$/, ''));
}
