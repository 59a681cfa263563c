import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import { check } from '../../../src/core/check/check.ts';
import type { Facts } from '../../../src/core/check/facts.ts';
import { DEFAULT_IMAGE_LIMITS } from '../../../src/core/images/image-notes.ts';
import { verdict, verdictOf } from '../../../src/core/images/verdict.ts';
import type { Verdict } from '../../../src/core/images/verdict.ts';
import type { Problem } from '../../../src/core/problem.ts';
import { localiser } from '../../../src/core/messages.ts';
import { applyEdits } from '../../../src/core/edit/apply.ts';
import { facts } from '../support/markers.ts';

const head = '---\ntitle: 甲\ndate: 2025-02-13\n';

const withRemote = (verdicts: Readonly<Record<string, Verdict>>, limits = DEFAULT_IMAGE_LIMITS): Facts => ({
  ...facts,
  remote: { verdicts: new Map(Object.entries(verdicts)), policy: { allowedHosts: [] }, limits },
});

/** What is said of images and links; other rules speak of alternative text. */
const problemsOf = (text: string, given: Facts): Problem[] =>
  check(parseArticle(text), given).filter(({ rule }) => /^(?:image|link|body-address)/.test(rule));

/** `rule severity|marked text|message` in Chinese. */
function found(text: string, given: Facts): string[] {
  return problemsOf(text, given).map(({ rule, severity, range, message }) =>
    [`${rule} ${severity}`, text.slice(range.start, range.end), localiser('zh-CN')(message)].join('|'),
  );
}

/** The article after all fixes. */
function fixed(text: string, given: Facts): string {
  const edits = problemsOf(text, given).flatMap(({ fixes }) => fixes.flatMap(fix => fix.edits));
  return applyEdits(text, edits);
}

describe('What the network says of an article', () => {
  it('is told at the address, in front matter and body, as often as it is written', () => {
    const url = 'https://a.cn/1.jpg';
    const text = `${head}thumbnail: "${url}"\n---\n![](${url}#x) [x](${url})\n`;
    const given = withRemote({ [`image ${url}`]: verdict('broken', 'remote.missing', { status: 404 }) });
    assert.deepEqual(found(text, given), [
      `image-remote error|${url}|图片不存在（404）`,
      `image-remote error|${url}#x|图片不存在（404）`,
    ]);
  });

  it('of a link is told apart from what it says of an image', () => {
    const text = `${head}---\n[x](https://a.cn/1)\n`;
    const given = withRemote({ 'link https://a.cn/1': verdict('broken', 'remote.page-gone') });
    assert.deepEqual(found(text, given), ['link-remote error|https://a.cn/1|链接的网页已被删除（410）']);
  });

  it('is silence where nothing is certain', () => {
    const text = `${head}---\n![](https://a.cn/1.jpg) ![](https://a.cn/2.jpg)\n`;
    const unverified = verdict('unverified', 'remote.forbidden');
    assert.deepEqual(found(text, withRemote({ 'image https://a.cn/1.jpg': unverified })), []);
  });

  it('89 is not told of an address that has been edited meanwhile', () => {
    const given = withRemote({ 'image https://a.cn/1.jpg': verdict('broken', 'remote.empty') });
    assert.deepEqual(found(`${head}---\n![](https://a.cn/12.jpg)\n`, given), []);
  });

  it('comes with the better address, which replaces only the address', () => {
    const moved = verdictOf([{ code: 'remote.moved', severity: 'info', replacement: 'https://b.cn/2.jpg' }]);
    const secure = verdictOf([
      { code: 'remote.use-https', severity: 'info', replacement: 'https://a.cn/3.jpg' },
    ]);
    const given = withRemote({ 'image https://a.cn/1.jpg': moved, 'image http://a.cn/3.jpg': secure });
    const text = `${head}thumbnail: 'https://a.cn/1.jpg' # x\n---\n![甲](<https://a.cn/1.jpg> "题") ![][r]\n\n[r]: http://a.cn/3.jpg\n`;
    assert.equal(
      fixed(text, given),
      `${head}thumbnail: 'https://b.cn/2.jpg' # x\n---\n![甲](<https://b.cn/2.jpg> "题") ![][r]\n\n[r]: https://a.cn/3.jpg\n`,
    );
  });

  it('does not offer an address that would mean something else where it stands', () => {
    const odd = verdictOf([{ code: 'remote.moved', severity: 'info', replacement: 'https://b.cn/2(1).jpg' }]);
    const given = withRemote({ 'image https://a.cn/1.jpg': odd });
    const text = `${head}---\n![](https://a.cn/1.jpg)\n`;
    assert.equal(fixed(text, given), text);
  });

  it('speaks of size and format, of thumbnails by the settings', () => {
    const limits = { ...DEFAULT_IMAGE_LIMITS, thumbnailWidth: 800, thumbnailRatio: '16:9' };
    const text = `${head}thumbnail: https://a.cn/1.jpg\n---\n![](https://a.cn/1.jpg) ![](https://a.cn/2.jpg)\n`;
    const given = withRemote(
      {
        'image https://a.cn/1.jpg': verdictOf([], {
          format: 'JPEG',
          width: 300,
          height: 900,
          size: 6_000_000,
        }),
        'image https://a.cn/2.jpg': verdictOf([], { format: 'TIFF', width: 10_000, height: 5000 }),
      },
      limits,
    );
    assert.deepEqual(found(text, given), [
      'image-content warning|https://a.cn/1.jpg|图片过大（5.7 MB），建议压缩',
      'image-content warning|https://a.cn/1.jpg|缩略图 300×900，要求宽 ≥ 800、比例约 16:9',
      'image-content warning|https://a.cn/1.jpg|图片过大（5.7 MB），建议压缩',
      'image-content warning|https://a.cn/2.jpg|TIFF 格式多数浏览器无法显示',
      'image-content warning|https://a.cn/2.jpg|图片像素过多（10000×5000），建议缩小',
    ]);
  });
});

describe('Fixes of addresses', () => {
  it('98 to 100 mend what is sure', () => {
    const text = `${head}---\n![](inews.gtimg.com/om_bt/641) ![](https：//a.cn/x.jpg) ![](https://a.cn/x.jpg\u200b)\n`;
    assert.equal(
      fixed(text, facts),
      `${head}---\n![](https://inews.gtimg.com/om_bt/641) ![](https://a.cn/x.jpg) ![](https://a.cn/x.jpg)\n`,
    );
  });
});
