import type { Facts, SiteFacts } from '../check/facts.ts';
import { settingsFor } from '../hugo/url-page.ts';
import type { Page } from '../hugo/page-types.ts';
import type { Reference } from '../images/reference.ts';
import { wayOf } from './address.ts';
import type { Base, Local } from './address.ts';
import { isHookOpen, throughHook } from './hooks.ts';
import { missingAt } from './missing.ts';
import { pageAt } from './pages.ts';
import type { PageAt } from './pages.ts';
import { assetAt, resourceAt, staticAt } from './places.ts';
import type { Surroundings } from './places.ts';
import type { Outcome } from './target.ts';

/** An article whose references are looked at. */
export interface Origin {
  readonly page: Page;
  readonly base: Base;
  readonly hugo: Facts['hugo'];
}

export function originOf(page: Page, site: SiteFacts, hugo: Facts['hugo']): Origin {
  const settings = settingsFor(site.config, page.language);
  const base = { settings, permalink: page.permalink, isMainroad: site.isMainroad };
  return { page, base, hugo };
}

const UNKNOWN: Outcome = { is: 'unknown' };

/** What a reader gets for a reference, as far as the folders are read. */
export function outcomeOf(reference: Reference, origin: Origin, around: Surroundings): Outcome {
  if (isThemes(reference, around.site) || isHookOpen(reference, around.site)) return UNKNOWN;
  const way = wayOf(reference, origin.base);
  if (way.to === 'elsewhere') return UNKNOWN;
  if (way.to === 'disk') return { is: 'missing', why: 'disk', address: reference.url, isElsewhere: false };
  const resolved = throughHook(reference, way, origin, around);
  if (resolved) return resolved;
  const found = way.address === undefined ? undefined : at(way.address, way, { reference, origin, around });
  return found ?? missingAt(reference, way, origin, around);
}

/** Fields that only the theme can say the meaning of. */
const isThemes = ({ form }: Reference, { isMainroad }: SiteFacts): boolean =>
  form === 'images' || form === 'resource' || (form === 'thumbnail' && !isMainroad);

interface Asking {
  readonly reference: Reference;
  readonly origin: Origin;
  readonly around: Surroundings;
}

/** What is published at an address from the root of the published site. */
function at(address: string, way: Local, { reference, origin, around }: Asking): Outcome | undefined {
  const isFolder = address.endsWith('/');
  const file =
    staticAt(address, around, 'exact') ?? (isFolder ? undefined : resourceAt(address, around, 'exact'));
  if (file && !file.isFolder && !isFolder) return { is: 'there', file: file.file };
  if (file && staticAt(`${address}/index.html`, around, 'exact')) return { is: 'there' };
  // Some servers list folders; templates may publish what is in `assets`.
  const isPerhaps = file?.isFolder === true && reference.kind === 'link';
  const isAsset = !around.site.isMainroad && assetAt(address, around) !== undefined;
  const fallback = isPerhaps || isAsset ? UNKNOWN : undefined;
  return outcomeOfPage(pageAt(address, origin.page, around), way, reference) ?? fallback;
}

function outcomeOfPage(page: PageAt | undefined, way: Local, { kind }: Reference): Outcome | undefined {
  switch (page?.is) {
    case 'page':
      return { is: 'there', file: page.path };
    case 'list':
      return { is: 'there' };
    case 'unpublished':
      return { is: 'missing', why: 'unpublished', address: way.asked, file: page.path, isElsewhere: false };
    case 'perhaps':
      return kind === 'link' ? UNKNOWN : undefined;
    case undefined:
      return undefined;
  }
}
