import type { Article } from '../article/article.ts';
import { knownLength } from './body.ts';
import { check } from './check.ts';
import type { Facts } from './facts.ts';

/** Of a body, what is read in one step, UTF-16 units: some ten milliseconds. */
const STEP = 16 * 1024;

/**
 * Reads and judges a long body that has not been read before, a step longer each time, so that the caller may pause in
 * between. The verdicts are of no use; but what was found of each part is kept, and the check that follows has only the
 * rest to do. A body that was read already, an edited one too, takes no step.
 */
export function* readAhead(article: Article, facts: Facts): Generator<undefined, void> {
  const { text, body } = article;
  let end = body.start + knownLength(article, facts) + STEP;
  while (end < body.end) {
    const feed = text.indexOf('\n', end);
    if (feed === -1) return;
    const start = { ...article, text: text.slice(0, feed + 1), body: { start: body.start, end: feed + 1 } };
    check(start, facts, ['body']);
    yield;
    end = feed + 1 + STEP;
  }
}
