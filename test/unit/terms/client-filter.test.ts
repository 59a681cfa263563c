import assert from 'node:assert/strict';
import { filterTextFor, sortTextFor } from '../../../src/core/terms/client-filter.ts';

/** What VS Code asks of `filterText` at least: the typed characters in order, whatever their case. */
function survives(filterText: string, typed: string): boolean {
  let at = 0;
  for (const char of filterText.toLowerCase()) if (char === typed.toLowerCase()[at]) at++;
  return at === typed.length;
}

describe('filterTextFor', () => {
  it("lets every hit through VS Code's own filter", () => {
    for (const [term, typed] of [
      ['人工智能', 'rgzn'],
      ['人工智能', "'ren"],
      ['机器学习', '機器'],
      ['AI应用', 'ai'],
      ['AI应用', '"AI'],
      ['科技', ''],
    ] as const) {
      assert.ok(survives(filterTextFor(term, typed), typed), `${term} for ${typed}`);
      assert.ok(filterTextFor(term, typed).startsWith(typed));
    }
  });

  it('is the term itself where that begins with what was typed', () => {
    assert.equal(filterTextFor('人工智能', '人工'), '人工智能');
    assert.equal(filterTextFor('人工智能', ''), '人工智能');
  });
});

describe('sortTextFor', () => {
  it('keeps the order of the hits', () => {
    const texts = [0, 1, 9, 10, 99, 199].map(sortTextFor);
    assert.deepEqual([...texts].sort(), texts);
  });
});
