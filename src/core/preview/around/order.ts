import { numberOf } from '../../hugo/config-value.ts';
import { lower } from '../../hugo/url-path.ts';
import type { Member } from './members.ts';
import { linkTitle } from './members.ts';

/**
 * Hugo's order of pages (resources/page/pages_sort.go): by weight, 0 last; then the newest first, by title, by path.
 *
 * @param language of the site, whose rules order titles
 */
export function pageOrder(language: string): (a: Member, b: Member) => number {
  const compareTitles = titleOrder(language);
  return (a, b) => {
    const weights = weightOf(a) - weightOf(b);
    if (weights !== 0) return weights;
    const dates = Math.floor(b.date / 1000) - Math.floor(a.date / 1000);
    if (dates !== 0) return dates;
    const titles = compareTitles(linkTitle(a.article), linkTitle(b.article));
    return titles || compareFolded(a.place.logicalPath, b.place.logicalPath);
  };
}

const weightOf = ({ article: { routing } }: Member): number => {
  const weight = numberOf(routing['weight']) ?? 0;
  return weight === 0 ? Number.MAX_SAFE_INTEGER : weight;
};

/** Chinese by pinyin behind all other scripts, as Go's tables have it; `Intl` puts it before Latin letters. */
function titleOrder(language: string): (a: string, b: string) => number {
  const { compare } = collatorFor(language);
  if (!/^zh\b/.test(language)) return compare;
  return (a, b) => {
    const [one, other] = firstDifference(a, b);
    const [isHan, isOtherHan] = [HAN.test(one), HAN.test(other)];
    if (isHan && isOtherHan) return compare(one, other);
    return isHan === isOtherHan || one === '' || other === '' ? compare(a, b) : isHan ? 1 : -1;
  };
}

const HAN = /\p{Script=Han}/u;

/** The first characters in which two texts differ; empty at an end. */
function firstDifference(a: string, b: string): readonly [string, string] {
  const [one, other] = [Array.from(a), Array.from(b)];
  const at = one.findIndex((char, index) => char !== other[index]);
  return at === -1 ? ['', other[one.length] ?? ''] : [one[at] ?? '', other[at] ?? ''];
}

function collatorFor(language: string): Intl.Collator {
  try {
    return new Intl.Collator(language);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new Intl.Collator('en');
  }
}

/** Small and capital letters alike (compare/compare_strings.go). */
export const compareFolded = (a: string, b: string): number =>
  compareTexts(lower(a), lower(b)) || compareTexts(a, b);

export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The first items in an order, without putting all of them in it. */
export function firstOf<T>(
  items: readonly T[],
  count: number,
  compare: (a: T, b: T) => number,
): readonly T[] {
  const first: T[] = [];
  for (const item of items) {
    const last = first.at(-1);
    if (first.length === count && (last === undefined || compare(item, last) >= 0)) continue;
    const at = first.findIndex(other => compare(item, other) < 0);
    first.splice(at === -1 ? first.length : at, 0, item);
    if (first.length > count) first.pop();
  }
  return first;
}

/** The items right before and right after one of them. */
export function neighboursOf<T>(
  own: T,
  items: readonly T[],
  compare: (a: T, b: T) => number,
): { readonly before: T | undefined; readonly after: T | undefined } {
  let before: T | undefined;
  let after: T | undefined;
  for (const item of items) {
    if (item === own) continue;
    if (compare(item, own) < 0) {
      if (before === undefined || compare(item, before) > 0) before = item;
    } else if (after === undefined || compare(item, after) < 0) after = item;
  }
  return { before, after };
}
