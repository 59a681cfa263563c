import assert from 'node:assert/strict';
import { normaliseTerm } from '../../../src/core/terms/normalise.ts';
import { simplify } from '../../../src/core/terms/simplified.ts';

describe('normaliseTerm', () => {
  const same: [what: string, ...spellings: string[]][] = [
    ['case', 'GitHub', 'github', 'GITHUB'],
    ['width', 'ＡＩ', 'AI', 'ai'],
    ['spaces, ideographic ones too', '人工 智能', '人工　智能', '人工智能', ' 人工智能 '],
    [
      'hyphens, dashes and underscores',
      'machine-learning',
      'machine_learning',
      'Machine Learning',
      'machine–learning',
    ],
    [
      'middle dots of all kinds',
      '史蒂夫·乔布斯',
      '史蒂夫・乔布斯',
      '史蒂夫•乔布斯',
      '史蒂夫乔布斯',
      '史蒂夫‧喬布斯',
    ],
    ['apostrophes', 'Let’s Encrypt', "Let's Encrypt", 'lets-encrypt'],
    ['traditional and simplified characters', '人工智慧與機器學習', '人工智慧与机器学习'],
    ['variants of Taiwan and Hong Kong', '臺灣', '台灣', '台湾'],
    ['characters whose simplified form hangs on the word', '瞭解', '了解'],
    ['one of them', '關於', '关于'],
    ['and another', '執著', '执着'],
    ['composed and decomposed letters', 'Café', 'Cafe\u0301'],
    ['compatibility characters', '⼈⼯', '人工'],
    ['what nobody sees', '人工\u200b智能', '人工智能'],
  ];
  for (const [what, first = '', ...others] of same) {
    it(`takes spellings for one term that differ in ${what}`, () => {
      for (const other of others)
        assert.equal(normaliseTerm(other), normaliseTerm(first), `${other} and ${first}`);
    });
  }

  it('keeps apart what differs in more', () => {
    for (const [a, b] of [
      ['C', 'C++'],
      ['C', 'C#'],
      ['Node.js', 'Nodejs'],
      ['图像', '图象'],
      ['科技', '科学'],
      ['カー', 'カ'],
    ] as const) {
      assert.notEqual(normaliseTerm(a), normaliseTerm(b), `${a} and ${b}`);
    }
  });

  it('never gives an empty key but for an empty term', () => {
    assert.equal(normaliseTerm('—'), '—');
    assert.equal(normaliseTerm('_'), '_');
    assert.equal(normaliseTerm(''), '');
  });

  it('changes nothing the second time', () => {
    for (const term of ['İstanbul', 'e-\u0301', 'ﬃ', '㍿', 'ｶﾞ', '𠮷野', '乾燥', 'ΣΑΣ', '👩‍💻', '\ud800']) {
      assert.equal(normaliseTerm(normaliseTerm(term)), normaliseTerm(term), term);
    }
  });
});

describe('simplify', () => {
  it('replaces characters one by one and leaves all others', () => {
    assert.equal(
      simplify('資料庫設計：從後端到雲端，發現頭髮乾麵裡的隻言片語 ABC 𠮷'),
      '资料库设计：从后端到云端，发现头发干面里的只言片语 ABC 𠮷',
    );
  });

  it('leaves simplified text as it is', () => {
    const text = '长江后浪推前浪，乐于参与行业会计，藏族宝藏，重庆朝阳区都在这里着重调查';
    assert.equal(simplify(text), text);
  });
});
