import { cleanPath, joinPath } from './config-paths.ts';
import type { Switches } from './config-types.ts';
import type { PageKind } from './page-types.ts';
import { escapePath, escapeUrl, sanitizePath } from './url-path.ts';

/** What a page's URL is made of. */
export interface Target {
  readonly kind: PageKind;
  readonly isBundle: boolean;
  /** `url` of the front matter, empty if it has none. */
  readonly url: string;
  /** By the configuration's `permalinks`. */
  readonly permalink: string | undefined;
  /** Slug, else the name of the file or bundle. */
  readonly baseName: string;
  /** The folder that it lies in; of bundles the one above. `/` at the start. */
  readonly folder: string;
  /** Path of a list page, `/` for home. */
  readonly listPath: string;
  /** The language, where its pages stand under it. */
  readonly prefix: string;
  readonly isUgly: boolean;
  readonly isMultihost: boolean;
  readonly switches: Switches;
}

/** What differs by version, see `behaviour.ts`. */
export interface TargetRules {
  readonly uglyListIndex: boolean;
  readonly listUrlsKept: boolean;
  readonly urlsJoinedRaw: boolean;
}

/** The link to a page's HTML from the root of the site, escaped (resources/page/page_paths.go from Hugo 0.123 on). */
export function linkOf(target: Target, rules: TargetRules): string {
  const { url } = target;
  const { elements, dropsLast } = elementsOf(target, rules);
  const isKept = url !== '' && (rules.listUrlsKept || target.kind === 'page');
  const clean = isKept ? elements : elements.map(element => sanitizePath(element, target.switches));
  let link = joinElements(dropsLast ? clean.slice(0, -1) : clean, rules.urlsJoinedRaw);
  if (isIndexName(target)) link = withoutEnd(link, target.baseName);
  const { prefix } = target;
  if (prefix !== '' && takesPrefix(target)) link = `/${prefix}${link}`;
  if (dropsLast && !link.endsWith('/')) link += '/';
  link = link.replaceAll('#', '%23');
  return (url === '' ? escapePath(link) : escapeUrl(link)) || '/';
}

const isIndexName = ({ isBundle, baseName }: Target): boolean => !isBundle && baseName === 'index';
const withoutEnd = (text: string, end: string): string =>
  text.endsWith(end) ? text.slice(0, text.length - end.length) : text;

/** A `url` that starts with `/` says all of the path itself. */
function takesPrefix({ kind, url, prefix, isMultihost }: Target): boolean {
  if (url === '' || kind === 'home') return true;
  return (isMultihost || !url.startsWith('/')) && !url.startsWith(`/${prefix}`);
}

interface Elements {
  readonly elements: readonly string[];
  /** The last is an `index.html` that links leave out. */
  readonly dropsLast: boolean;
}

function elementsOf(target: Target, rules: TargetRules): Elements {
  const { kind, permalink } = target;
  const start =
    kind !== 'page' && target.url === '' && target.listPath !== '/' ? [permalink ?? target.listPath] : [];
  if (kind !== 'home' && target.url !== '') return urlElements(target.url);
  const isUgly = target.isUgly || (permalink === undefined && isIndexName(target));
  if (kind === 'page') {
    const own = permalink === undefined ? [target.folder, target.baseName] : [permalink];
    return finish(own, isUgly, true);
  }
  const isUglyIndex = target.isUgly && kind !== 'term' && rules.uglyListIndex;
  const needsIndex = start.length === 0 || !isUgly || isUglyIndex;
  return finish(start, !needsIndex, !isUglyIndex);
}

function urlElements(given: string): Elements {
  const url = given.includes('..') ? cleanPath(`/${given}`) : given;
  const parts = url.split('/').filter(part => part !== '');
  if (!url.endsWith('/') && url.includes('.'))
    return { elements: parts, dropsLast: parts.at(-1) === 'index.html' };
  return { elements: [...parts, 'index.html'], dropsLast: true };
}

function finish(given: readonly string[], isUgly: boolean, hidesIndex: boolean): Elements {
  const elements = given.filter(element => element !== '' && element !== '/');
  if (!isUgly) return { elements: [...elements, 'index.html'], dropsLast: hidesIndex };
  const last = elements.at(-1);
  const ugly = last === undefined ? '.html' : `${last.replace(/\/$/, '')}.html`;
  return { elements: [...elements.slice(0, -1), ugly], dropsLast: hidesIndex && ugly === 'index.html' };
}

function joinElements(elements: readonly string[], raw: boolean): string {
  if (!raw) return `/${joinPath(...elements).replace(/^\//, '')}`.replace(/^\/\.$/, '/');
  let path = '';
  for (const element of elements)
    path += path.endsWith('/') || element.startsWith('/') ? element : `/${element}`;
  return path;
}

/** The same before Hugo 0.123. */
export function oldLinkOf(target: Target): string {
  const { kind, url, switches } = target;
  const path = oldPath(target);
  const prefixed = target.prefix !== '' && takesPrefix(target) ? joinKeeping(target.prefix, path) : path;
  const trimmed = withoutSlashes(prefixed);
  const link = `/${trimmed}${prefixed.endsWith('/') && trimmed !== '' ? '/' : ''}`;
  return escapeUrl(kind !== 'page' || url === '' ? sanitizePath(link, switches) : link) || '/';
}

const withoutSlashes = (path: string): string => path.replace(/^\/+|\/+$/g, '');

function oldPath(target: Target): string {
  const { kind, url, permalink, listPath } = target;
  if (kind !== 'home' && url !== '') return oldUrlLink(target);
  if (kind === 'page') return oldPageLink(target);
  if (listPath === '/' || url !== '') return '/';
  const path = joinKeeping('/', permalink ?? listPath);
  return target.isUgly ? `${withoutSlashes(path)}.html` : `${path}/`;
}

function oldUrlLink({ url }: Target): string {
  const path = joinKeeping('/', url);
  if (url.endsWith('/')) return path;
  if (!url.includes('.')) return `${path}/`;
  return path.endsWith('/index.html') ? `${path}/` : path;
}

function oldPageLink(target: Target): string {
  const { permalink, baseName } = target;
  const path = permalink === undefined ? joinPath('/', target.folder, baseName) : joinKeeping('/', permalink);
  const isIndex = baseName === 'index';
  if (!target.isUgly && !(permalink === undefined && isIndex))
    return `${isIndex ? withoutEnd(path, baseName) : path}/`;
  const file = `${withoutSlashes(path)}.html`;
  return file.endsWith('/index.html') ? `${isIndex ? withoutEnd(path, baseName) : path}/` : file;
}

/** Joined and cleaned, but for one slash at the end. */
function joinKeeping(...parts: readonly string[]): string {
  const joined = joinPath(...parts);
  return (parts.at(-1)?.endsWith('/') ?? false) && !joined.endsWith('/') ? `${joined}/` : joined;
}
