import { numberOf, textOf } from '../../hugo/config-value.ts';
import { listKey } from '../../hugo/page-cascade.ts';
import { pageOf } from '../../hugo/page.ts';
import { normalise } from '../../hugo/page-place.ts';
import type { Page } from '../../hugo/page-types.ts';
import { settingsFor } from '../../hugo/url-page.ts';
import type { PageLink } from '../input.ts';
import { sectionTitle } from './list-title.ts';
import { knownPlace, linkOf } from './members.ts';
import type { Member } from './members.ts';
import type { SurroundingsInput } from './site-articles.ts';

export interface FoundPage extends PageLink {
  /** It is the article itself, or a section that the article is in. */
  readonly isCurrent: boolean;
}

/** The page that `pageRef` in a menu means; `undefined` if there is none. */
export function findPage(
  reference: string,
  members: readonly Member[],
  input: SurroundingsInput,
): FoundPage | undefined {
  const path = normalise(`/${reference.replace(/^\/+|\/+$|\.md$/g, '')}`);
  const member = members.find(({ place }) => place.logicalPath === path);
  if (member) {
    const { title, url } = linkOf(member, input);
    return {
      title: member.article.linkTitle ?? title,
      url,
      isCurrent: member.place.path === input.page.path,
    };
  }
  const list = listPage(path, input);
  return list && { title: titleOf(list, input), url: list.relPermalink, isCurrent: isAbove(list, input) };
}

export interface SectionPage extends FoundPage {
  readonly name: string;
  readonly weight: number;
}

/** The first folders of the content that have pages, be they drafts. */
export function sectionPages(input: SurroundingsInput): readonly SectionPage[] {
  const { page, config, hugo, articles } = input;
  const names = new Set([page.section]);
  for (const [path] of articles.entries()) {
    const place = knownPlace(path, config, hugo);
    if (place?.language === page.language) names.add(place.section);
  }
  names.delete('');
  return [...names].flatMap(name => {
    const list = listPage(`/${name}`, input);
    if (!list) return [];
    const weight = numberOf(list.effective['weight']) ?? 0;
    const isCurrent = isAbove(list, input);
    return [{ name, title: titleOf(list, input), url: list.relPermalink, weight, isCurrent }];
  });
}

function listPage(path: string, { page, config, hugo, lists }: SurroundingsInput): Page | undefined {
  const known = lists?.get(listKey(page.language, path));
  const suffix = page.language === config.defaultContentLanguage ? '' : `.${page.language}`;
  const file = known?.path ?? `${config.folders.content}${path === '/' ? '' : path}/_index${suffix}.md`;
  const found = pageOf(file, known?.frontMatter ?? {}, config, { hugo, ...(lists && { lists }) });
  return 'page' in found ? found.page : undefined;
}

function titleOf({ title, effective, baseName, spelledPath }: Page, input: SurroundingsInput): string {
  const { config, page, hugo } = input;
  const short = textOf(effective['linktitle']) ?? '';
  if (short !== '' || title !== '') return short || title;
  const name = spelledPath.slice(spelledPath.lastIndexOf('/') + 1) || baseName;
  return sectionTitle(name, settingsFor(config, page.language).switches, hugo);
}

const isAbove = ({ kind, logicalPath }: Page, { page }: SurroundingsInput): boolean =>
  kind === 'section' && page.logicalPath.startsWith(`${logicalPath}/`);
