import { numberOf, textOf } from '../../hugo/config-value.ts';
import { listKey } from '../../hugo/page-cascade.ts';
import { pageOf } from '../../hugo/page.ts';
import { normalise } from '../../hugo/page-place.ts';
import type { Page } from '../../hugo/page-types.ts';
import { doesNow } from '../../hugo/behaviour.ts';
import { settingsFor } from '../../hugo/url-page.ts';
import type { PageLink } from '../input.ts';
import { sectionTitle } from './list-title.ts';
import { linkOf, linkTitle } from './members.ts';
import { knownPlace } from './places.ts';
import type { Member } from './members.ts';
import type { Site } from './site-articles.ts';

export interface FoundPage extends PageLink {
  /** It is the article itself, or a section that the article is in. */
  readonly isCurrent: boolean;
}

/** The page that `pageRef` in a menu means; `undefined` if there is none. */
export function findPage(reference: string, members: readonly Member[], site: Site): FoundPage | undefined {
  const path = normalise(`/${reference.replace(/^\/+|\/+$|\.md$/g, '')}`);
  const member = members.find(({ place }) => place.logicalPath === path);
  if (member) {
    const { title, url } = linkOf(member, site);
    const isCurrent = member.place.path === site.page.path;
    return { title: linkTitle(member.article) || title, url, isCurrent };
  }
  const list = listPage(path, site);
  if (list) return { title: titleOf(list, site), url: list.relPermalink, isCurrent: isAbove(list, site) };
  return doesNow(site.hugo, 'pageRefAcrossLanguages') ? inOtherLanguage(path, site) : undefined;
}

/** The page with that path in the first language that has it. */
function inOtherLanguage(path: string, site: Site): FoundPage | undefined {
  for (const [file, article] of site.articles.entries()) {
    const place = knownPlace(file, site.config, site.hugo);
    if (place?.logicalPath === path) return { ...linkOf({ place, article }, site), isCurrent: false };
  }
  return undefined;
}

export interface SectionPage extends FoundPage {
  readonly name: string;
  readonly weight: number;
}

/** The first folders of the content that have pages, be they drafts. */
export function sectionPages(site: Site): readonly SectionPage[] {
  return [...sectionNames(site)].flatMap(name => {
    const list = listPage(`/${name}`, site);
    if (!list) return [];
    const weight = numberOf(list.effective['weight']) ?? 0;
    const isCurrent = isAbove(list, site);
    return [{ name, title: titleOf(list, site), url: list.relPermalink, weight, isCurrent }];
  });
}

const sections = new WeakMap<Site, ReadonlySet<string>>();

function sectionNames(site: Site): ReadonlySet<string> {
  const known = sections.get(site) ?? namesOf(site);
  sections.set(site, known);
  return known;
}

function namesOf({ page, config, hugo, articles }: Site): ReadonlySet<string> {
  const names = new Set([page.section]);
  for (const [path] of articles.entries()) {
    const place = knownPlace(path, config, hugo);
    if (place?.language !== page.language) continue;
    if (place.kind === 'page' || place.kind === 'section') names.add(place.section);
  }
  names.delete('');
  return names;
}

/** The list page at a path: one with a file, or one that Hugo makes for the first folders and taxonomies. */
function listPage(path: string, site: Site): Page | undefined {
  const { page, config, lists, context } = site;
  const known = lists.get(listKey(page.language, path));
  const taxonomies = Object.values(config.taxonomies).map(plural => normalise(`/${plural}`));
  if (!known && path !== '/' && !taxonomies.includes(path) && !sectionNames(site).has(path.slice(1)))
    return undefined;
  const suffix = page.language === config.defaultContentLanguage ? '' : `.${page.language}`;
  const file = known?.path ?? `${config.folders.content}${path === '/' ? '' : path}/_index${suffix}.md`;
  const found = pageOf(file, known?.frontMatter ?? {}, config, context);
  return 'page' in found ? found.page : undefined;
}

function titleOf({ title, effective, baseName, spelledPath }: Page, site: Site): string {
  const { config, page, hugo } = site;
  const short = textOf(effective['linktitle']) ?? '';
  if (short !== '' || title !== '') return short || title;
  const name = spelledPath.slice(spelledPath.lastIndexOf('/') + 1) || baseName;
  return sectionTitle(name, settingsFor(config, page.language).switches, hugo);
}

const isAbove = ({ kind, logicalPath }: Page, { page }: Site): boolean =>
  kind === 'section' && page.logicalPath.startsWith(`${logicalPath}/`);
