import assert from 'node:assert/strict';
import { groupResults } from '../../../src/core/images/results.ts';
import type { GroupBy, Result, Shown } from '../../../src/core/images/results.ts';
import { verdict } from '../../../src/core/images/verdict.ts';

const result = (article: string, href: string, found?: Result['verdict']): Result => ({
  article,
  kind: 'image',
  href,
  verdict: found,
});
const RESULTS: readonly Result[] = [
  result('a.md', 'https://one.test/fine.jpg', { outcome: 'ok', notes: [] }),
  result('b.md', 'https://one.test/gone.jpg', verdict('broken', 'remote.missing')),
  result('b.md', 'https://two.test/slow.jpg', verdict('unverified', 'remote.timeout')),
  result('c.md', 'https://two.test/old.jpg', verdict('suspicious', 'remote.refused')),
  result('c.md', 'https://two.test/later.jpg'),
];

const said = (by: GroupBy, shown: Shown = 'all'): string[] =>
  groupResults(RESULTS, { by, shown }).map(({ key, results }) => `${key} ${results.length}`);

describe('results of asking for images and links', () => {
  it('stand by article, host or verdict, the gravest first', () => {
    assert.deepEqual(said('article'), ['b.md 2', 'c.md 2', 'a.md 1']);
    assert.deepEqual(said('host'), ['one.test 2', 'two.test 3']);
    assert.deepEqual(said('level'), ['error 1', 'warning 1', 'unverified 1', 'unchecked 1', 'fine 1']);
    const [first] = groupResults(RESULTS, { by: 'host', shown: 'all' });
    assert.equal(first?.results[0]?.href, 'https://one.test/gone.jpg');
  });

  it('can be narrowed to those with problems, or to those that nothing is known of', () => {
    assert.deepEqual(said('article', 'problems'), ['b.md 1', 'c.md 1']);
    assert.deepEqual(said('level', 'unverified'), ['unverified 1', 'unchecked 1']);
  });
});
