import type { Article } from '../article/article.ts';
import { bodyOf, knownLength } from './body.ts';
import type { BodyPart } from './body.ts';
import { referencesOf } from '../images/references-body.ts';
import { RULES } from '../rules/index.ts';
import type { Context } from '../rules/rule.ts';
import type { Facts } from './facts.ts';

/** Of a body, what is read in one step, UTF-16 units: some milliseconds. */
const STEP = 4 * 1024;

/**
 * Reads and judges a long body that has not been read before, a step longer each time, so that the caller may pause in
 * between. The verdicts are of no use; but what was found of each part is kept, and the check that follows has only the
 * rest to do. A body that was read already, an edited one too, takes no step.
 */
export function* readAhead(article: Article, facts: Facts): Generator<undefined, void> {
  const { text, body } = article;
  const judged = new WeakSet<BodyPart>();
  let end = body.start + knownLength(article, facts) + STEP;
  while (end < body.end) {
    const feed = text.indexOf('\n', end);
    if (feed === -1) return;
    const start = { ...article, text: text.slice(0, feed + 1), body: { start: body.start, end: feed + 1 } };
    judgeParts(start, facts, judged);
    yield;
    end = feed + 1 + STEP;
  }
}

/** Looks at the parts of a body that have not been looked at; the last two may be read again when it goes on. */
function judgeParts(article: Article, facts: Facts, judged: WeakSet<BodyPart>): void {
  const body = bodyOf(article, facts);
  const parts = body.parts.slice(0, -2).filter(({ part }) => !judged.has(part));
  const source = parts.map(({ part }) => part.source).join('');
  const context: Context = {
    article,
    facts,
    schema: [],
    markdown: () => ({ ...body, source, parts }),
    references: () => [],
    terms: () => [],
  };
  for (const rule of PART_RULES) Array.from(rule.check(context));
  for (const { part } of parts) {
    referencesOf(part);
    judged.add(part);
  }
}

/** Rules that read nothing but the parts of the body, and remember what they found in each. */
const PART_RULES = RULES.filter(({ id }) => id.startsWith('body-'));
