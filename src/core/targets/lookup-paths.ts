import { cleanPath, joinPath } from '../hugo/config-paths.ts';
import { normalise } from '../hugo/page-place.ts';
import type { Page } from '../hugo/page-types.ts';
import { lower } from '../hugo/url-path.ts';

/** A path that Hugo tries for a `ref`. */
export interface Candidate {
  /** In the form that pages are compared by: lower case, without extension. */
  readonly path: string;
  /**
   * What it may stand for beside pages: all lists, sections only; or nothing but a list (`only`), a list's file
   * (`branch`), a bundle's file (`leaf`).
   */
  readonly lists: 'all' | 'sections' | 'only' | 'branch' | 'leaf';
}

const INDEX = /\/_?index(?:\.[\w-]+)?$/;

/** From 0.123 on (hugolib/pagecollections.go, `getContentNodeForRef`). */
export function newCandidates(ref: string, page: Page): readonly Candidate[] {
  const all = (path: string): Candidate => ({ path: newPath(path), lists: 'all' });
  const fromRoot = all(joinPath('/', ref));
  if (ref.startsWith('/')) return [fromRoot];
  const folder = folderOf(page);
  const above = page.bundle === 'leaf' ? cleanPath(`${folder}/..`) : folder;
  const hasExtension = /\.[^./]+$/.test(ref);
  const first = hasExtension && ref.startsWith('../') ? folder : above;
  // With an extension the file itself is looked for as well, from the folder of the article's file.
  const bases = hasExtension ? [first, folder] : [first];
  const relative = bases.map(base => all(joinPath(base, ref)));
  return ref.startsWith('.') ? relative : [...relative, fromRoot];
}

/** Before 0.123 (`getContentNode`, `getSectionOrPage`). */
export function oldCandidates(ref: string, page: Page): readonly Candidate[] {
  const given = lower(ref);
  if (given.startsWith('/')) return [oldCandidate(given, 'all')];
  const folder = lower(folderOf(page));
  const base = page.bundle === 'leaf' && !given.startsWith('..') ? cleanPath(`${folder}/..`) : folder;
  const relative = oldCandidate(joinPath('/', base, given), 'all');
  return given.startsWith('.') ? [relative] : [relative, oldCandidate(`/${given}`, 'sections')];
}

function oldCandidate(path: string, lists: Candidate['lists']): Candidate {
  if (path.length > 1 && path.endsWith('/')) return { path: path.slice(0, -1), lists: 'only' };
  const name = path.replace(/\.[^./]*$/, '');
  const [index] = INDEX.exec(name) ?? [];
  if (index === undefined) return { path: name, lists };
  return { path: name.replace(INDEX, '') || '/', lists: index.startsWith('/_') ? 'branch' : 'leaf' };
}

const folderOf = ({ file }: Page): string => `/${file.slice(0, Math.max(0, file.lastIndexOf('/')))}`;

/** `/post/A b.zh.md` → /post/a-b.zh; `/post/x/index.md` → /post/x */
function newPath(path: string): string {
  const name = normalise(path).replace(/\.(?:md|markdown|mdown|html?|adoc|org|rst|pdc)$/, '');
  return name.replace(INDEX, '') || '/';
}

/** What pages are compared by. */
export const comparedPath = (page: Page, isNew: boolean): string =>
  isNew ? normalise(page.logicalPath) : lower(page.spelledPath);
