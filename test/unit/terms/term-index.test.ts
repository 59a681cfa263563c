import assert from 'node:assert/strict';
import { TermIndex, type TermHit } from '../../../src/core/terms/term-index.ts';
import { normaliseTerm } from '../../../src/core/terms/normalise.ts';

const DAY = 24 * 3600_000;
const now = Date.UTC(2026, 0);

/** An index of terms used once each, at no known time. */
function indexOf(...terms: string[]): TermIndex {
  const index = new TermIndex();
  for (const term of terms) index.add(term);
  return index;
}

/** The term with the matched part in brackets. */
function marked({ term, match }: TermHit): string {
  const range = match?.range;
  return range
    ? `${term.slice(0, range.start)}[${term.slice(range.start, range.end)}]${term.slice(range.end)}`
    : term;
}

const found = (index: TermIndex, typed: string, limit = 100): string[] =>
  index.search(typed, { limit, now }).map(marked);

describe('TermIndex.search', () => {
  const cases: [typed: string, term: string, marked: string | undefined][] = [
    // as written
    ['人工', '人工智能', '[人工]智能'],
    ['智能', '人工智能', '人工[智能]'],
    ['ai', 'AI应用', '[AI]应用'],
    ['ＡＩ', 'AI应用', '[AI]应用'],
    ['AI', 'ＡＩ 应用', '[ＡＩ] 应用'],
    ['machine l', 'Machine-Learning', '[Machine-L]earning'],
    ['machinel', 'machine learning', '[machine l]earning'],
    ['喬布', '史蒂夫·乔布斯', '史蒂夫·[乔布]斯'],
    ['机器', '機器學習', '[機器]學習'],
    ['學習', '机器学习', '机器[学习]'],
    ['𠮷', '𠮷野家', '[𠮷]野家'],
    ['野', '𠮷野家', '𠮷[野]家'],
    ['ffi', 'oﬃce', 'o[ﬃ]ce'],
    ['e', 'CAFE\u0301', undefined],
    // pinyin in full
    ['rengongzhineng', '人工智能', '[人工智能]'],
    ['rengongzhin', '人工智能', '[人工智能]'],
    ['rengong zhineng', '人工智能', '[人工智能]'],
    ["ren'gong", '人工智能', '[人工]智能'],
    ['RenGong', '人工智能', '[人工]智能'],
    ['zhineng', '人工智能', '人工[智能]'],
    ['xuexi', '機器學習', '機器[學習]'],
    ['xian', '西安', '[西安]'],
    ['xian', '先进', '[先]进'],
    ["xi'an", '西安', '[西安]'],
    ["xi'an", '先进', undefined],
    ["fan'gan", '方案', undefined],
    ["fang'an", '方案', '[方案]'],
    // initials
    ['rgzn', '人工智能', '[人工智能]'],
    ['zn', '人工智能', '人工[智能]'],
    ['rengzn', '人工智能', '[人工智能]'],
    ['rgzhineng', '人工智能', '[人工智能]'],
    ['rengong zn', '人工智能', '[人工智能]'],
    ['zhn', '智能', '[智能]'],
    ['shzhch', '时装城', '[时装城]'],
    ['rgzx', '人工智能', undefined],
    ['rnzn', '人工智能', undefined],
    // both, and with Hanzi
    ['人工zn', '人工智能', '[人工智能]'],
    ['r工zhi能', '人工智能', '[人工智能]'],
    ['aiyy', 'AI应用', '[AI应用]'],
    ['AIying', 'AI应用', '[AI应]用'],
    ['5gwl', '5G网络', '[5G网络]'],
    ['kpdf', '看PDF', '[看PDF]'],
    // any reading
    ['chongqing', '重庆', '[重庆]'],
    ['zhongqing', '重庆', '[重庆]'],
    ['changsha', '长沙', '[长沙]'],
    ['yinhang', '银行', '[银行]'],
    ['yinxing', '银行', '[银行]'],
    ['yueqi', '乐器', '[乐器]'],
    ['qiankun', '乾坤', '[乾坤]'],
    ['gankun', '乾坤', '[乾坤]'],
    // ü
    ['lvxing', '旅行', '[旅行]'],
    ['luxing', '旅行', '[旅行]'],
    ['lüxing', '旅行', '[旅行]'],
    ['nüxing', '女性', '[女性]'],
    ['zhanlve', '战略', '[战略]'],
    ['zhanlue', '战略', '[战略]'],
    ['jvji', '聚集', '[聚集]'],
    ['müller', 'Müller', '[Müller]'],
    // no fuzziness
    ['renggong', '人工智能', undefined],
    ['sen', '森林', '[森]林'],
    ['shen', '森林', undefined],
    ['人智', '人工智能', undefined],
    ['kj', '科技', '[科技]'],
  ];
  for (const [typed, term, expected] of cases) {
    it(`${expected === undefined ? 'does not find' : 'finds'} ${term} by ${typed}`, () => {
      assert.deepEqual(found(indexOf('别的', term), typed), expected === undefined ? [] : [expected]);
    });
  }

  it('says how a hit was found', () => {
    const kinds = (typed: string) => indexOf('人工智能').search(typed, { limit: 1, now })[0]?.match?.kind;
    assert.equal(kinds('人工'), 'literal');
    assert.equal(kinds('rengo'), 'pinyin');
    assert.equal(kinds('人gong'), 'pinyin');
    assert.equal(kinds('rgo'), 'initials');
    assert.equal(kinds(''), undefined);
  });

  it('ranks the start before the inside; as written, by pinyin, by initials; the whole before its beginning', () => {
    const ranked = [
      'ge',
      '[Ge]mini',
      '[歌]',
      '[歌]曲',
      '[孤儿]',
      '[孤儿]院',
      'ima[ge]',
      '国[歌]赛',
      '小[孤儿]',
    ];
    const index = indexOf(...ranked.map(text => text.replace(/[[\]]/g, '')).reverse());
    assert.deepEqual(found(index, 'ge'), ['[ge]', ...ranked.slice(1)]);
  });

  it('ranks equal matches by use, and age like less use', () => {
    const index = new TermIndex();
    // 5.4 - 2.9, 2 - 0.4, 3 - 2, 1 and 1
    index.set({ term: '科学', count: 1, lastUse: now });
    index.set({ term: '科幻', count: 3, lastUse: now - 91 * DAY });
    index.set({ term: '科普', count: 6, lastUse: now - 1096 * DAY });
    index.set({ term: '科技', count: 40, lastUse: 0 });
    index.set({ term: '科研', count: 1, lastUse: now });
    const expected = ['科技', '科幻', '科学', '科研', '科普'];
    assert.deepEqual(
      index.search('科', { limit: 9, now }).map(hit => hit.term),
      expected,
    );
    assert.deepEqual(found(index, ''), expected);
    assert.deepEqual(found(index, ' - '), expected);
    assert.deepEqual(found(index, 'k', 2), ['[科]技', '[科]幻']);
    assert.deepEqual(found(index, 'k', 0), []);
  });

  it('does not let a date of the far future make all others old', () => {
    const index = new TermIndex();
    index.set({ term: '笔误', count: 1, lastUse: Date.UTC(2205, 0) });
    index.set({ term: '旧的', count: 2, lastUse: now - 365 * DAY });
    index.set({ term: '新的', count: 2, lastUse: now });
    assert.deepEqual(
      index.search('', { limit: 9, now }).map(hit => hit.term),
      ['新的', '笔误', '旧的'],
    );
  });

  it('leaves out the terms of the list in all their spellings', () => {
    const index = indexOf('人工智能', '人工 智能', '人工智慧', '機器學習');
    const search = (typed: string, exclude: string[]): string[] =>
      index.search(typed, { limit: 9, now, exclude }).map(hit => hit.term);
    assert.deepEqual(search('rg', ['人工智能']), ['人工智慧']);
    assert.deepEqual(search('', ['人工智能', '机器学习', '没有']), ['人工智慧']);
  });

  it('looks at the first thirty characters of what was typed', () => {
    const term = '中华人民共和国全国人民代表大会常务委员会';
    const typed = 'zhonghuarenmingongheguoquanguorenmindaibiaodahui';
    assert.deepEqual(found(indexOf(term), typed), ['[中华人民共和国全国]人民代表大会常务委员会']);
    assert.deepEqual(found(indexOf(term), term), [`[${term}]`]);
  });

  it('finds no part where pieces fold otherwise than the whole', () => {
    assert.deepEqual(found(indexOf('ｶﾞﾗｽ'), 'ガ'), ['ｶﾞﾗｽ']);
  });
});

describe('TermIndex', () => {
  it('counts articles and keeps the latest use', () => {
    const index = new TermIndex();
    index.add('甲', 5);
    index.add('甲', 3);
    index.add('乙');
    assert.deepEqual(index.get('甲'), { term: '甲', count: 2, lastUse: 5 });
    index.remove('甲', 3);
    assert.deepEqual(index.get('甲'), { term: '甲', count: 1, lastUse: 3 });
    index.remove('甲');
    index.remove('甲');
    assert.equal(index.get('甲'), undefined);
    assert.equal(index.size, 1);
    assert.deepEqual(found(index, ''), ['乙']);
    index.add('甲', 1);
    assert.deepEqual(index.get('甲'), { term: '甲', count: 1, lastUse: 1 });
  });

  it('after any changes answers like one made from nothing', () => {
    let state = 42;
    const random = (limit: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * limit);
    };
    const chars = Array.from('人工智能機器学习AI重庆长沙-乐 ');
    const index = new TermIndex();
    const uses = new Map<string, number>();
    for (let i = 0; i < 3000; i++) {
      const term = Array.from({ length: 1 + random(4) }, () => chars[random(chars.length)]).join('');
      const count = uses.get(term) ?? 0;
      if (random(2) === 0) {
        index.add(term, 7);
        uses.set(term, count + 1);
      } else {
        index.remove(term);
        if (count > 1) uses.set(term, count - 1);
        else uses.delete(term);
      }
    }
    const fresh = new TermIndex();
    for (const [term, count] of uses) fresh.set({ term, count, lastUse: 7 });
    assert.equal(index.size, uses.size);
    assert.ok(uses.size > 100);
    for (const typed of ['', '人', 'rg', 'zhong', 'z', 'a', '机', 'cs', 'l重']) {
      const options = { limit: 50, now, exclude: ['AI'] };
      const hits = index.search(typed, options);
      assert.deepEqual(hits, fresh.search(typed, options), typed);
      assert.ok(hits.every(hit => normaliseTerm(hit.term) !== 'ai'));
    }
    for (const { term } of Array.from(index.all())) index.set({ term, count: 0, lastUse: 0 });
    assert.equal(index.size, 0);
    assert.deepEqual(found(index, ''), []);
  });
});
