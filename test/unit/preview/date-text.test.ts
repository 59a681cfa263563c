import assert from 'node:assert/strict';
import { dateText, isoText } from '../../../src/core/preview/date-text.ts';

/** 2025-02-08 21:05:07.25 in a zone that is `offset` hours east. */
function date(offset = 8) {
  const wall = { year: 2025, month: 2, day: 8, hour: 21, minute: 5, second: 7, nanosecond: 250_000_000 };
  return { instant: Date.UTC(2025, 1, 8, 21, 5, 7, 250) - offset * 3_600_000, wall, source: 'date' };
}

const layouts: readonly (readonly [layout: string, language: string, text: string])[] = [
  ['January 02, 2006', 'en', 'February 08, 2025'],
  ['January 02, 2006', 'zh-cn', 'February 08, 2025'],
  ['January 02, 2006', 'zh', '二月 08, 2025'],
  ['January 02, 2006', 'zh-hans', '二月 08, 2025'],
  ['2006年1月2日', 'zh-cn', '2025年2月8日'],
  ['Jan _2, 2006 15:04', 'en', 'Feb  8, 2025 21:05'],
  ['Monday, 2 January 2006', 'de', 'Samstag, 8 Februar 2025'],
  ['2 January 2006', 'ru', '8 февраля 2025'],
  ['02.01.06 03:04 PM Z07:00', 'en', '08.02.25 09:05 PM +08:00'],
  ['3:4:5pm -0700', 'en', '9:5:7pm +0800'],
  ['05.000 05.999 05,9', 'en', '07.250 07.25 07,2'],
  ['002 __2 Month', 'en', '039  39 Month'],
  [':date_long', 'en', 'February 8, 2025'],
  [':date_long', 'zh', '2025年2月8日'],
  [':date_none', 'en', ':date_none'],
];

describe('dates on the page', () => {
  for (const [layout, language, text] of layouts) {
    it(`are “${text}” by ${layout} in ${language}`, () => {
      assert.equal(dateText(date(), layout, language), text);
    });
  }

  it('say their zone in the attribute', () => {
    assert.equal(isoText(date()), '2025-02-08T21:05:07+08:00');
    assert.equal(isoText(date(0)), '2025-02-08T21:05:07Z');
    assert.equal(isoText(date(-3.5)), '2025-02-08T21:05:07-03:30');
  });
});
