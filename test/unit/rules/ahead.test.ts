import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import { readAhead } from '../../../src/core/check/ahead.ts';
import { knownLength } from '../../../src/core/check/body.ts';
import { check } from '../../../src/core/check/check.ts';
import type { Facts } from '../../../src/core/check/facts.ts';
import { facts } from '../support/markers.ts';

const paragraph = `${'一段文字，长到一行能装下的样子。'.repeat(40)}称为**“重点”**内容[甲]。\n\n`;
const text = `---\ntitle: 甲\ndate: 2025-02-13\n---\n\n${paragraph.repeat(60)}\`\`\`\n代码\n\n[甲]: /a\n`;

/** Other facts have another parser, which has read nothing yet. */
const fresh = (): Facts => ({ ...facts, site: facts.site && { ...facts.site } });

describe('a long body that is read ahead', () => {
  it('takes steps, and has the problems of one that is not', () => {
    const given = fresh();
    const article = parseArticle(text);
    const steps = [...readAhead(article, given)].length;
    assert.ok(steps >= 3, String(steps));
    const problems = check(article, given);
    assert.ok(problems.length >= 60);
    assert.deepEqual(problems, check(article, fresh()));
  });

  it('leaves little to read', () => {
    const given = fresh();
    const article = parseArticle(text);
    for (const step of readAhead(article, given)) assert.equal(step, undefined);
    const left = text.length - article.body.start - knownLength(article, given);
    assert.ok(left > 0 && left < 20_000, String(left));
  });

  it('takes no step where the body was read before, nor where it is short', () => {
    const given = fresh();
    check(parseArticle(text), given);
    assert.deepEqual([...readAhead(parseArticle(text.replace('称为', '称作')), given)], []);
    assert.deepEqual([...readAhead(parseArticle(text.slice(0, 3000)), fresh())], []);
  });
});
