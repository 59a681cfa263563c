import { cleanPath, joinPath } from '../hugo/config-paths.ts';
import { normalise } from '../hugo/page-place.ts';
import type { Page } from '../hugo/page-types.ts';
import { pageDoes } from '../hugo/page-versions.ts';
import { isPublished } from './pages.ts';
import type { Surroundings } from './places.ts';
import type { Origin } from './resolve.ts';
import type { LookUp } from './target.ts';

export interface Asker {
  readonly origin: Origin;
  readonly around: Surroundings;
  /** `ref` takes a bare name for any page of that name. */
  readonly isRef: boolean;
  /** Of the page that is looked for, if it is another than the asking page's. */
  readonly language?: string;
}

/** Hugo's page lookup: hugolib/pagecollections.go, as it is from 0.123 on and as it was before. */
export function lookUp(given: string, asker: Asker): LookUp {
  const { around, origin } = asker;
  const isNew = pageDoes(origin.hugo, 'normalisedPaths');
  const ref = (isNew ? given : given.trim()).replaceAll('\\', '/').replace(/(?<=.)\/$/, '') || '/';
  const extension = /\.([^./]+)$/.exec(ref)?.[1]?.toLowerCase();
  const paths = logicalPaths(ref, origin.page, isNew);
  const found = paths.map(path => pageNamed(path, asker)).find(result => result !== undefined);
  if (found) return found;
  const isBare = isNew ? !ref.includes('/') : !/^\.|.\//.test(ref);
  if (asker.isRef && isBare) {
    const named = byName(ref.replace(/^\//, ''), asker);
    if (named) return named;
  }
  if (extension !== undefined && !MARKDOWN.test(extension)) return { is: 'unknown' };
  return paths.some(path => isMadeOtherwise(path, around)) ? { is: 'unknown' } : { is: 'missing' };
}

const MARKDOWN = /^(?:md|markdown|mdown)$/;

/** Logical paths that are tried, in their order. */
function logicalPaths(ref: string, page: Page, isNew: boolean): readonly string[] {
  const fromRoot = joinPath('/', ref);
  if (ref.startsWith('/')) return [pathOf(fromRoot)];
  const folder = `/${page.file.slice(0, Math.max(0, page.file.lastIndexOf('/')))}`;
  const above = cleanPath(`${folder}/..`);
  const isLeaf = page.bundle === 'leaf';
  const hasExtension = /\.[^./]+$/.test(ref);
  const bases = isNew
    ? basesOf({ folder, above, isLeaf, goesUp: hasExtension && ref.startsWith('../') })
    : [isLeaf && !ref.startsWith('..') ? above : folder];
  const relative = bases.map(base => pathOf(joinPath(base, ref)));
  return isNew && ref.startsWith('.') ? relative : [...relative, pathOf(fromRoot)];
}

interface Bases {
  readonly folder: string;
  readonly above: string;
  readonly isLeaf: boolean;
  readonly goesUp: boolean;
}

/** A bundle's path is its folder, so its container is the folder above; with an extension the file counts, too. */
const basesOf = ({ folder, above, isLeaf, goesUp }: Bases): readonly string[] =>
  isLeaf ? (goesUp ? [folder] : [above, folder]) : [folder];

/** `/post/A b.zh.md` → /post/a-b.zh; `/post/x/index.md` → /post/x */
function pathOf(path: string): string {
  const name = normalise(path).replace(/\.(?:md|markdown|mdown|html?|adoc|org|rst|pdc)$/, '');
  return name.replace(/\/_?index(?:\.[\w-]+)?$/, '') || '/';
}

function pageNamed(path: string, asker: Asker): LookUp | undefined {
  const { around } = asker;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const known = around.known.pages;
  const same = known
    .names()
    .named(name)
    .filter(file => {
      const page = known.page(file);
      return page !== undefined && isAt(page, path, asker);
    });
  return (
    settled(same, asker) ?? (isListPath(path, around) ? { is: 'there' } : undefined)
  );
}

/** The path may name the language, as the file does. */
function isAt(page: Page, path: string, { origin, language }: Asker): boolean {
  const logical = normalise(page.logicalPath);
  const wanted = language ?? origin.page.language;
  if (page.language !== wanted) return false;
  return logical === path || `${logical}.${page.language}` === path;
}

/** One page, or none that the build publishes. */
function settled(files: readonly string[], { origin, around }: Asker): LookUp | undefined {
  const published = files.filter(file => {
    const page = around.known.pages.page(file);
    return page !== undefined && isPublished(page, origin.page, around);
  });
  const [file] = published;
  if (file !== undefined) return { is: 'there', file };
  return files[0] === undefined ? undefined : { is: 'missing', file: files[0] };
}

/** A name without folder stands for the one page that has it. */
function byName(name: string, asker: Asker): LookUp | undefined {
  const { around, origin, language } = asker;
  const wanted = pathOf(`/${name}`).slice(1);
  const files = around.known.pages
    .names()
    .named(wanted)
    .filter(file => {
      const page = around.known.pages.page(file);
      if (page?.language !== (language ?? origin.page.language)) return false;
      const own = normalise(page.logicalPath);
      return [wanted, wanted.replace(`.${page.language}`, '')].includes(own.slice(own.lastIndexOf('/') + 1));
    });
  const published = files.filter(file => {
    const page = around.known.pages.page(file);
    return page !== undefined && isPublished(page, origin.page, around);
  });
  if (published.length > 1) return { is: 'ambiguous', files: published };
  return settled(files, asker);
}

/** Lists that Hugo makes by itself: home, sections, taxonomies and terms. */
function isListPath(path: string, { site, known }: Surroundings): boolean {
  if (path === '/') return true;
  const [, first = '', ...rest] = path.split('/');
  if (rest.length === 0 && known.pages.names().sections().some(section => normalise(section) === `${first}/`))
    return true;
  const taxonomy = Object.values(site.config.taxonomies).find(plural => normalise(plural) === first);
  if (taxonomy === undefined) return false;
  const term = rest.join('/');
  if (term === '') return true;
  return Array.from(known.index.terms(taxonomy.toLowerCase()).all()).some(
    ({ term: name }) => normalise(name) === term,
  );
}

/** Content that the index does not hold: other formats, and pages that a content adapter makes. */
function isMadeOtherwise(path: string, { site, listings }: Surroundings): boolean {
  if (site.config.mounts.some(({ component, module }) => component === 'content' && module !== undefined))
    return true;
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  return site.contentFolders.some(folder => {
    for (let above = slash; above >= 0; above = above === 0 ? -1 : path.lastIndexOf('/', above - 1)) {
      const names = listings.folder(joinPath(folder, path.slice(0, above)))?.folded;
      if (!names) continue;
      if (names.has('_content.gotmpl')) return true;
      if (above === slash && OTHERS.some(extension => names.has(`${name}.${extension}`))) return true;
    }
    return false;
  });
}

const OTHERS = ['html', 'htm', 'adoc', 'asciidoc', 'org', 'rst', 'pdc', 'pandoc', 'md'];
