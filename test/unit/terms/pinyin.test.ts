import assert from 'node:assert/strict';
import { loadPinyin, readingsOf } from '../../../src/core/terms/pinyin.ts';

describe('readingsOf', () => {
  const readings: Record<string, string> = {
    人: 'ren',
    重: 'chong zhong',
    长: 'chang zhang',
    行: 'hang heng xing',
    乐: 'le yue',
    女: 'nv',
    略: 'lve',
    额: 'e',
    〇: 'ling',
    囧: 'jiong',
    // Traditional: the readings of the simplified character, and its own.
    長: 'chang zhang',
    樂: 'le yue',
    乾: 'gan qian',
    著: 'zhao zhe zhu zhuo',
    // Beyond 16 bits, from the standard's third list.
    𫓧: 'fu',
    A: '',
    あ: '',
    '': '',
  };
  for (const [char, expected] of Object.entries(readings)) {
    it(`gives ${char || 'nothing'} ${expected ? `the readings ${expected}` : 'no reading'}`, () => {
      assert.equal([...readingsOf(char)].sort().join(' '), expected);
    });
  }

  it('knows the characters of GB 2312 all but for radicals', () => {
    const decoder = new TextDecoder('gbk');
    const unknown: string[] = [];
    for (let lead = 0xb0; lead <= 0xf7; lead++) {
      for (let trail = 0xa1; trail <= 0xfe; trail++) {
        const char = decoder.decode(new Uint8Array([lead, trail]));
        if (/^\p{Script=Han}$/u.test(char) && readingsOf(char).length === 0) unknown.push(char);
      }
    }
    assert.deepEqual(unknown, []);
  });

  it('has every syllable once, of letters only', () => {
    const { syllables } = loadPinyin();
    assert.equal(new Set(syllables).size, syllables.length);
    for (const syllable of syllables) assert.match(syllable, /^[a-z]{1,6}$/);
  });
});
