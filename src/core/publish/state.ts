import type { Facts } from '../check/facts.ts';
import type { Needed } from '../hugo/page-types.ts';
import { settingsFor } from '../hugo/url-page.ts';
import type { Problem } from '../problem.ts';

/** What becomes of an article when the site is built now. */
export type PublishState =
  /** The build breaks. */
  | { readonly kind: 'broken'; readonly errors: number }
  | { readonly kind: 'draft' }
  /** `at`: milliseconds since 1970. */
  | { readonly kind: 'scheduled'; readonly at: number }
  | { readonly kind: 'expired'; readonly at: number }
  | { readonly kind: 'published'; readonly url: string }
  /** `by`: path of the list page that takes it along, as it is not published itself. */
  | { readonly kind: 'withheld'; readonly by: string }
  /** Hugo makes no page of it, or one without an address. */
  | { readonly kind: 'hidden' };

/** Rules whose errors readers see, and no build does: Hugo prints addresses as they are. */
export const ADDRESSES: ReadonlySet<string> = new Set(['image-address', 'image-remote', 'link-remote']);

/**
 * The publish verdict, as Hugo decides (hugolib/site.go, `shouldBuild`): drafts, dates in the future and past expiry
 * stay out unless the configuration says otherwise. `undefined` outside a site.
 */
export function publishState(facts: Facts, problems: readonly Problem[]): PublishState | undefined {
  if (!facts.site) return undefined;
  const errors = problems.filter(({ rule, severity }) => severity === 'error' && !ADDRESSES.has(rule)).length;
  if (errors > 0) return { kind: 'broken', errors };
  const { made, now = 0 } = facts;
  if (!made) return { kind: 'hidden' };
  const { switches } = settingsFor(facts.site.config, made.language);
  const kept = keptOut(made, now, switches);
  if (kept) return kept;
  const section = made.needs.find(needed => keptOut(needed, now, switches));
  if (section) return { kind: 'withheld', by: section.path };
  return made.permalink === '' ? { kind: 'hidden' } : { kind: 'published', url: made.permalink };
}

/** What of the configuration lets pages in that are else left out. */
type Switches = Readonly<Record<'buildDrafts' | 'buildExpired' | 'buildFuture', boolean>>;

function keptOut(page: Needed, now: number, switches: Switches): PublishState | undefined {
  const { publishDate, expiryDate } = page.dates;
  if (page.draft && !switches.buildDrafts) return { kind: 'draft' };
  if (expiryDate && expiryDate.instant < now && !switches.buildExpired)
    return { kind: 'expired', at: expiryDate.instant };
  if (publishDate && publishDate.instant > now && !switches.buildFuture)
    return { kind: 'scheduled', at: publishDate.instant };
  return undefined;
}
