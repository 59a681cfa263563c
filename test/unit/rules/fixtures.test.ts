import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { localiser } from '../../../src/core/messages.ts';
import { RULES } from '../../../src/core/rules/index.ts';
import { expectProblems, problemsOf } from '../support/markers.ts';

const folder = path.resolve('test/fixtures/rules');
const read = (rule: string, name: string): string =>
  fs.readFileSync(path.join(folder, rule, `${name}.md`), 'utf8');

/** Rules that no text alone can show: they judge bytes or sizes, and have tests of their own. */
const WITHOUT_FIXTURE = new Set(['encoding', 'front-matter-limit', 'user-schema', 'house-word']);

describe('every rule', () => {
  for (const { id } of RULES.filter(rule => !WITHOUT_FIXTURE.has(rule.id))) {
    it(`${id} reports its wrong article, at the marked place`, () => {
      const wrong = read(id, 'wrong');
      assert.ok(wrong.includes(`⟦${id}`));
      expectProblems(wrong);
    });
    it(`${id} is silent about its right article`, () => assert.deepEqual(problemsOf(read(id, 'right')), []));
  }

  it('says something else in Chinese than in English, and leaves no place open', () => {
    for (const { id } of RULES.filter(rule => !WITHOUT_FIXTURE.has(rule.id))) {
      const text = read(id, 'wrong').replace(/⟦[^|]*\||⟧/g, '');
      for (const { message } of problemsOf(text)) {
        const [english, chinese] = [localiser('en')(message), localiser('zh-CN')(message)];
        assert.notEqual(english, chinese);
        assert.match(chinese, /\p{Script=Han}/u);
        assert.doesNotMatch(english + chinese, /\{\w+\}/);
      }
    }
  });

  it('has an id of its own', () => {
    assert.equal(new Set(RULES.map(({ id }) => id)).size, RULES.length);
  });
});
