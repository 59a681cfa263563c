import { joinPath } from '../hugo/config-paths.ts';
import { normalise } from '../hugo/page-place.ts';
import type { Page } from '../hugo/page-types.ts';
import { doesNow } from '../hugo/behaviour.ts';
import { comparedPath, newCandidates, oldCandidates } from './lookup-paths.ts';
import type { Candidate } from './lookup-paths.ts';
import { isBuilt } from './pages.ts';
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

const MARKDOWN = /^(?:md|markdown|mdown)$/;

/** Hugo's page lookup: hugolib/pagecollections.go, as it is from 0.123 on and as it was before. */
export function lookUp(given: string, asker: Asker): LookUp {
  const { around, origin } = asker;
  const isNew = doesNow(origin.hugo, 'normalisedPaths');
  const slashed = given.replaceAll('\\', '/');
  const ref = isNew ? slashed.replace(/(?<=.)\/$/, '') : slashed.trim() || '/';
  const candidates = isNew ? newCandidates(ref, origin.page) : oldCandidates(ref, origin.page);
  const found = candidates
    .map(candidate => pageNamed(candidate, asker, isNew))
    .find(result => result !== undefined);
  if (found) return found;
  const isBare = isNew ? !ref.includes('/') : !/^\.|.\//.test(ref);
  const named = asker.isRef && isBare ? byName(ref.replace(/^\//, ''), asker, isNew) : undefined;
  if (named) return named;
  const extension = /\.([^./]+)$/.exec(ref)?.[1]?.toLowerCase();
  if (extension !== undefined && !MARKDOWN.test(extension)) return { is: 'unknown' };
  return candidates.some(({ path }) => isMadeOtherwise(path, around)) ? { is: 'unknown' } : { is: 'missing' };
}

function pageNamed({ path, lists }: Candidate, asker: Asker, isNew: boolean): LookUp | undefined {
  const { known } = asker.around;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const wanted = languageOf(asker);
  const codes = codesFor(asker, isNew);
  const same = known.pages
    .names()
    .named(name)
    .filter(file => {
      const page = known.pages.page(file);
      if (page?.language !== wanted || !isOf(lists, page.bundle)) return false;
      const own = comparedPath(page, isNew);
      return own === path || codes.some(code => `${own}.${code}` === path);
    });
  const found = settled(same, asker);
  if (found || lists === 'leaf') return found;
  if (lists === 'branch') return path === '/' ? { is: 'unknown' } : undefined;
  return isListPath(path, lists !== 'sections', asker.around) ? { is: 'there' } : undefined;
}

function isOf(lists: Candidate['lists'], bundle: Page['bundle']): boolean {
  if (lists === 'leaf') return bundle === 'leaf';
  return (lists !== 'only' && lists !== 'branch') || bundle === 'branch';
}

/** Languages that a path may name, as the file does. */
const codesFor = (asker: Asker, isNew: boolean): readonly string[] =>
  isNew ? asker.around.site.config.languages.map(({ code }) => code) : [languageOf(asker)];

const languageOf = ({ language, origin }: Asker): string => language ?? origin.page.language;

/** One page, or none that the build makes. */
function settled(files: readonly string[], asker: Asker): LookUp | undefined {
  const [first] = files;
  if (first === undefined) return undefined;
  const [file] = built(files, asker);
  return file === undefined ? { is: 'missing', file: first } : { is: 'there', file };
}

const built = (files: readonly string[], { origin, around }: Asker): readonly string[] =>
  files.filter(file => {
    const page = around.known.pages.page(file);
    return page !== undefined && isBuilt(page, origin.page, around);
  });

/** A name without folder stands for the one page that has it. */
function byName(name: string, asker: Asker, isNew: boolean): LookUp | undefined {
  const { pages } = asker.around.known;
  const wanted = languageOf(asker);
  const codes = codesFor(asker, isNew);
  const bare = (isNew ? normalise(name) : name.toLowerCase()).replace(/\.(?:md|markdown|mdown)$/, '');
  const files = pages
    .names()
    .named(bare)
    .filter(file => {
      const page = pages.page(file);
      if (page?.language !== wanted) return false;
      const own = comparedPath(page, isNew);
      const last = own.slice(own.lastIndexOf('/') + 1);
      return last === bare || codes.some(code => `${last}.${code}` === bare);
    });
  const candidates = built(files, asker);
  if (candidates.length > 1) return { is: 'ambiguous', files: candidates };
  const found = settled(files, asker);
  return found ?? (!isNew && isListPath(`/${bare}`, true, asker.around) ? { is: 'there' } : undefined);
}

/** Lists that Hugo makes by itself: home, sections, taxonomies and terms. */
function isListPath(path: string, takesTaxonomies: boolean, { site, known }: Surroundings): boolean {
  if (path === '/') return true;
  const [, first = '', ...rest] = path.split('/');
  const isSection = known.pages
    .names()
    .sections()
    .some(section => normalise(section) === `${first}/`);
  if (rest.length === 0 && isSection) return true;
  const taxonomy = Object.values(site.config.taxonomies).find(plural => normalise(plural) === first);
  if (taxonomy === undefined || !takesTaxonomies) return false;
  const term = rest.join('/');
  const terms = Array.from(known.index.terms(taxonomy.toLowerCase()).all());
  return term === '' || terms.some(({ term: name }) => normalise(name) === term);
}

/** Content that the index does not hold: other formats, excluded files, and pages that a content adapter makes. */
function isMadeOtherwise(path: string, { site, known, listings }: Surroundings): boolean {
  if (site.config.mounts.some(({ component, module }) => component === 'content' && module !== undefined))
    return true;
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  return site.contentFolders.some(folder => {
    for (let above = slash; above >= 0; above = above === 0 ? -1 : path.lastIndexOf('/', above - 1)) {
      const inside = joinPath(folder, path.slice(0, above));
      const names = listings.folder(inside)?.folded;
      if (!names) continue;
      if (names.has('_content.gotmpl')) return true;
      const isLeft = (file: string): boolean => !known.index.get(joinPath(inside, file));
      if (above === slash && OTHERS.some(extension => names.get(`${name}.${extension}`)?.some(isLeft)))
        return true;
    }
    return false;
  });
}

const OTHERS = ['md', 'markdown', 'html', 'htm', 'adoc', 'asciidoc', 'org', 'rst', 'pdc', 'pandoc'];
