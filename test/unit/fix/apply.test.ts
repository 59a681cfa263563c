import assert from 'node:assert/strict';
import { applyFixes, fixAll } from '../../../src/core/fix/apply.ts';
import { fix, offer, replacing } from '../../../src/core/fix/fix.ts';
import { message } from '../../../src/core/messages.ts';
import type { Fix, Problem } from '../../../src/core/problem.ts';

const say = message('fix.write', { text: 'x' });

const problem = (start: number, end: number, fixes: readonly Fix[]): Problem => ({
  rule: 'date-format',
  severity: 'error',
  message: say,
  range: { start, end },
  fixes,
});

const write = (start: number, end: number, text: string): Problem =>
  problem(start, end, fix(say, [replacing({ start, end }, text)]));

/** A problem for each `wrong`, with a fix that writes `right` in its place. */
const wrongs = (text: string): Problem[] =>
  Array.from(text.matchAll(/wrong/g), ({ index }) => write(index, index + 5, 'right'));

describe('applying fixes', () => {
  it('changes each line that has one', () =>
    assert.equal(applyFixes('wrong\nb\nwrong\n', wrongs('wrong\nb\nwrong\n')).text, 'right\nb\nright\n'));

  it('takes one fix for a line, as the other was made for the line as it was', () => {
    const fixed = applyFixes('wrong wrong\n', wrongs('wrong wrong\n'));
    assert.equal(fixed.text, 'right wrong\n');
    assert.equal(fixed.applied.length, 1);
  });

  it('counts a fix that two problems share for both, and applies it once', () => {
    const shared = [write(0, 1, 'b'), write(0, 1, 'b')];
    assert.deepEqual(applyFixes('a\n', shared), { text: 'b\n', applied: shared });
  });

  it('leaves what is only offered', () => {
    const offered = problem(0, 1, offer(say, [replacing({ start: 0, end: 1 }, 'b')]));
    assert.deepEqual(applyFixes('a\n', [offered]), { text: 'a\n', applied: [] });
  });

  it('goes on until there is nothing to fix', () => {
    const fixed = fixAll('wrong wrong wrong\n', wrongs);
    assert.equal(fixed.text, 'right right right\n');
    assert.equal(fixed.applied.length, 3);
  });

  it('ends where fixes go round in a circle', () => {
    const swap = (text: string): Problem[] => [write(0, 1, text.startsWith('a') ? 'b' : 'a')];
    assert.equal(fixAll('a\n', swap).text, 'b\n');
  });
});
