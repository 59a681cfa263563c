import { parseArticle } from '../article/article.ts';
import type { Article } from '../article/article.ts';
import type { Range } from '../article/tree.ts';
import type { Facts } from '../check/facts.ts';
import type { Reference } from '../images/reference.ts';
import { references } from '../images/references.ts';
import { remember } from '../remember.ts';
import { fragmentOf, judgeAnchor } from './anchors.ts';
import { refsOf } from './refs.ts';
import { originOf, outcomeOf } from './resolve.ts';
import type { Surroundings } from './places.ts';
import type { Contents } from './listings.ts';
import type { MissingAnchor, Outcome, Target, Targets } from './target.ts';

const NONE: Targets = { references: [], refs: [] };

/** Looks at what an article refers to; reads the folders that it needs and that are not known yet. */
export async function gatherTargets(article: Article, facts: Facts, around: Surroundings): Promise<Targets> {
  for (;;) {
    const targets = targetsSoFar(article, facts, around);
    if (!(await around.listings.load())) return targets;
  }
}

/** The same without reading; `undefined` if a folder that matters has not been read. */
export function targetsNow(article: Article, facts: Facts, around: Surroundings): Targets | undefined {
  const targets = targetsSoFar(article, facts, around);
  return around.listings.isComplete ? targets : undefined;
}

function targetsSoFar(article: Article, facts: Facts, around: Surroundings): Targets {
  const { made, site, hugo } = facts;
  // What is missing from the disk may hold anything; hosts of their own have folders of their own.
  if (!site?.isWhole || site.config.isMultihost || !made || made.relPermalink === '') return NONE;
  const origin = originOf(made, site, hugo);
  const outcome = (reference: Reference): Outcome =>
    isWritten(reference, article.text) ? { is: 'unknown' } : outcomeOf(reference, origin, around);
  const found = references(article, facts).map((reference): Target => {
    const got = outcome(reference);
    return { reference, outcome: got, holds: heldBy(reference, got, around) };
  });
  const refs = refsOf(article, origin, around);
  return {
    references: found,
    refs,
    anchors: missingAnchors(article, facts, around, { references: found, refs }),
  };
}

function heldBy({ kind }: Reference, outcome: Outcome, { listings }: Surroundings): Contents | undefined {
  const isFile = kind === 'image' && outcome.is === 'there' && outcome.file !== undefined;
  return isFile ? listings.holds(outcome.file) : undefined;
}

/** Links with `#` to other pages; those of the page itself a rule judges, without other files. */
function missingAnchors(
  article: Article,
  { page }: Facts,
  around: Surroundings,
  { references: links, refs }: Targets,
): MissingAnchor[] {
  const missing: MissingAnchor[] = [];
  const pages = new Map<string, Article>();
  const judge = (file: string | undefined, url: string, range: Range): void => {
    const fragment = fragmentOf(url);
    if (
      fragment === undefined ||
      file === undefined ||
      file === page.path ||
      !/\.(?:md|markdown)$/i.test(file)
    )
      return;
    const text = around.listings.text(file);
    const other = text === undefined ? undefined : remember(pages, file, () => parseArticle(text));
    const verdict = other && judgeAnchor(fragment, other, around);
    if (verdict) missing.push({ range, fragment, file, near: verdict.near });
  };
  for (const { reference, outcome } of links) {
    if (reference.kind !== 'link' || outcome.is !== 'there' || !reference.isVerbatim) continue;
    const { url, range } = reference;
    judge(outcome.file, url, { start: range.start + url.indexOf('#'), end: range.end });
  }
  for (const { path, range, outcome } of refs) {
    const hash = article.text.slice(range.start, range.end).indexOf('#');
    if (outcome.is !== 'there' || hash < 0 || path.startsWith('#')) continue;
    const start = range.start + hash;
    const length = /^[^"`\s]*/.exec(article.text.slice(start, range.end))?.[0].length ?? 0;
    judge(outcome.file, path, { start, end: start + length });
  }
  return missing;
}

/** A shortcode writes the address, or a part of it. */
const isWritten = ({ form, isVerbatim, range, url }: Reference, text: string): boolean =>
  form !== 'shortcode' && /\{\{[<%]/.test(isVerbatim ? url : text.slice(range.start, range.end));
