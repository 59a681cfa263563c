import type { Article } from '../article/article.ts';
import type { Facts } from '../check/facts.ts';
import type { Reference } from '../images/reference.ts';
import { references } from '../images/references.ts';
import { refsOf } from './refs.ts';
import { originOf, outcomeOf } from './resolve.ts';
import type { Surroundings } from './places.ts';
import type { Outcome, Targets } from './target.ts';

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
  return {
    references: references(article, facts).map(reference => ({ reference, outcome: outcome(reference) })),
    refs: refsOf(article, origin, around),
  };
}

/** A shortcode writes the address, or a part of it. */
const isWritten = ({ form, isVerbatim, range, url }: Reference, text: string): boolean =>
  form !== 'shortcode' && /\{\{[<%]/.test(isVerbatim ? url : text.slice(range.start, range.end));
