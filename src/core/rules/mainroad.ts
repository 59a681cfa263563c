import type { Facts } from '../check/facts.ts';

/** Whether pages are made by these partials of Mainroad as they are, and not by the site's own in their place. */
export function isOnStockPages({ site }: Facts, ...partials: readonly string[]): boolean {
  if (!site?.isMainroad) return false;
  const own = site.offers.ownTemplates ?? [];
  return !partials.some(name => own.includes(`partials/${name}`) || own.includes(`_partials/${name}`));
}
