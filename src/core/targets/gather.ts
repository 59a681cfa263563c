import type { Article } from '../article/article.ts';
import type { Facts } from '../check/facts.ts';
import type { Reference } from '../images/reference.ts';
import { references } from '../images/references.ts';
import { refsOf } from './refs.ts';
import { originOf, outcomeOf } from './resolve.ts';
import type { Surroundings } from './places.ts';
import type { Targets } from './target.ts';

const NONE: Targets = { references: [], refs: [] };

/** Looks at what an article refers to; reads the folders that it needs and that are not known yet. */
export async function gatherTargets(article: Article, facts: Facts, around: Surroundings): Promise<Targets> {
  const { made, site, hugo } = facts;
  // What is missing from the disk may hold anything; hosts of their own have folders of their own.
  if (!site?.isWhole || site.config.isMultihost || !made || made.relPermalink === '') return NONE;
  const origin = originOf(made, site, hugo);
  const wanted = references(article, facts);
  let targets: Targets;
  do {
    targets = {
      references: wanted.map(reference => ({
        reference,
        outcome: isWritten(reference, article.text)
          ? { is: 'unknown' }
          : outcomeOf(reference, origin, around),
      })),
      refs: refsOf(article, origin, around),
    };
  } while (await around.listings.load());
  return targets;
}

/** A shortcode writes the address, or a part of it. */
const isWritten = ({ form, isVerbatim, range, url }: Reference, text: string): boolean =>
  form !== 'shortcode' && /\{\{[<%]/.test(isVerbatim ? url : text.slice(range.start, range.end));
