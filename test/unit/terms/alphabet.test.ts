import assert from 'node:assert/strict';
import { Alphabet } from '../../../src/core/terms/alphabet.ts';

describe('Alphabet', () => {
  it('numbers characters as they come, and finds them by their simplified form', () => {
    const alphabet = new Alphabet();
    const numbers = Array.from('机機器机', char => alphabet.idOf(char.codePointAt(0) ?? 0));
    assert.deepEqual(numbers, [1, 2, 3, 1]);
    assert.deepEqual(alphabet.withLiteral(0x673a), [1, 2]);
    assert.equal(alphabet.size, 4);
  });

  it('matches nothing by a character for which there is no number left', () => {
    const alphabet = new Alphabet();
    for (let code = 0x10000; code < 0x20000; code++) alphabet.idOf(code);
    assert.equal(alphabet.idOf(0x4eba), 0);
    assert.equal(alphabet.idOf(0x10000), 1);
    assert.deepEqual(alphabet.withLiteral(0x4eba), []);
  });
});
