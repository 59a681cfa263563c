import assert from 'node:assert/strict';
import { nearDuplicates } from '../../../src/core/terms/duplicates.ts';

const use = (term: string, count: number, lastUse = 0) => ({ term, count, lastUse });

describe('nearDuplicates', () => {
  it('groups spellings of one term, the most used and then the latest first', () => {
    const terms = [
      use('機器學習', 2, 10),
      use('github', 3),
      use('科技', 90),
      use('机器 学习', 2, 20),
      use('GitHub', 30),
      use('机器学习', 5),
      use('科学', 9),
      use('Git-Hub', 3),
    ];
    assert.deepEqual(
      nearDuplicates(terms).map(group => group.map(({ term }) => term)),
      [
        ['GitHub', 'Git-Hub', 'github'],
        ['机器学习', '机器 学习', '機器學習'],
      ],
    );
  });

  it('gives nothing for terms that all differ', () => {
    assert.deepEqual(nearDuplicates([use('C', 1), use('C++', 1)]), []);
  });
});
