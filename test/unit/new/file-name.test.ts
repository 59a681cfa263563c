import assert from 'node:assert/strict';
import { fileNameOf, nameFault, styleOf } from '../../../src/core/new/file-name.ts';
import type { FileNameStyle } from '../../../src/core/new/file-name.ts';

describe('the file name of a new article', () => {
  const cases: readonly (readonly [title: string, style: FileNameStyle, name: string])[] = [
    ['人工智能', 'pinyin', 'ren-gong-zhi-neng'],
    ['重庆银行的增长：2025 年', 'pinyin', 'chong-qing-yin-hang-de-zeng-zhang-2025-nian'],
    ['人工智能 AI 与Café', 'pinyin', 'ren-gong-zhi-neng-ai-yu-cafe'],
    ['绿地與臺灣', 'pinyin', 'lv-di-yu-tai-wan'],
    ["Don't Panic!", 'pinyin', 'dont-panic'],
    ['《校样》：第 1/2 版？', 'title', '校样-第-1-2-版'],
    ['人工智能', 'date-pinyin', '2025-02-13-ren-gong-zhi-neng'],
    ['人工智能', 'date-title', '2025-02-13-人工智能'],
    ['？？', 'pinyin', 'article'],
    ['Проверка', 'pinyin', 'article'],
    ['..', 'title', 'article'],
  ];
  for (const [title, style, name] of cases) {
    it(`of “${title}” as ${style} is ${name}`, () => {
      assert.equal(fileNameOf(title, style, '2025-02-13'), name);
      assert.equal(nameFault(name), undefined);
    });
  }

  it('is cut between words', () => {
    const name = 'yi-er-san-si-wu-liu-qi-ba-jiu-shi-yi-er-san-si-wu-liu-qi-ba';
    assert.equal(fileNameOf('一二三四五六七八九十'.repeat(4), 'pinyin', ''), name);
  });

  it('is made as most names of the site are', () => {
    assert.equal(styleOf([]), 'pinyin');
    assert.equal(styleOf(['cable-life', '2025-01-01-x']), 'pinyin');
    assert.equal(styleOf(['2025-01-02-城市', '2025-01-01-科技', 'x']), 'date-title');
    assert.equal(styleOf(['城市', '科技', 'x']), 'title');
  });

  it('is refused where a file system or Hugo would not take it', () => {
    for (const name of ['a/b', 'a:b', 'a?', '.a', 'a.', 'a#b', 'a~']) assert.equal(nameFault(name), 'signs');
    assert.equal(nameFault('_index'), 'reserved');
    assert.equal(nameFault(' '), 'empty');
  });
});
