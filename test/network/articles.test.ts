import assert from 'node:assert/strict';
import { parseArticle } from '../../src/core/article/article.ts';
import { check } from '../../src/core/check/check.ts';
import type { Facts } from '../../src/core/check/facts.ts';
import { VerdictCache } from '../../src/core/images/cache.ts';
import { CancellationSource } from '../../src/core/images/cancellation.ts';
import { DEFAULT_IMAGE_LIMITS } from '../../src/core/images/image-notes.ts';
import { targetsOf } from '../../src/core/images/targets-of.ts';
import { localiser } from '../../src/core/messages.ts';
import type { NodeNetOptions } from '../../src/platform/node/net.ts';
import { inSite } from '../unit/support/in-site.ts';
import { jpeg, png } from '../unit/support/images.ts';
import { ALLOWED, Lab } from './support/lab.ts';

const photo = { headers: { 'content-type': 'image/jpeg' }, body: jpeg(1000, 667) };
const HEAD = '---\ntitle: 甲\ndate: 2025-02-13\n---\n';
const config = 'baseURL = "https://site.test/"\n';

describe('What an editor is told of an article, over real sockets:', () => {
  const lab = new Lab();
  const cache = new VerdictCache();
  before(() => lab.start());
  beforeEach(() => {
    lab.server.serve = () => photo;
    lab.server.seen.length = 0;
  });
  after(() => lab.stop());

  /** `severity|address|message` of all problems of images and links, with what was asked for. */
  async function told(
    body: string,
    options: NodeNetOptions = {},
    kept = new VerdictCache(),
  ): Promise<string[]> {
    const text = `${HEAD}${body}\n`;
    const facts = inSite(text, { config });
    const kinds = new Set(['image', 'link'] as const);
    const targets = targetsOf(parseArticle(text), facts, { kinds, policy: ALLOWED });
    const checker = lab.checker(options, {}, kept);
    const { token } = new CancellationSource();
    const { verdicts } = await checker.run({ targets, site: 'https://site.test', cancel: token });
    checker.dispose();
    const given: Facts = { ...facts, remote: { verdicts, policy: ALLOWED, limits: DEFAULT_IMAGE_LIMITS } };
    return check(parseArticle(text), given)
      .filter(({ rule }) => /^(?:image|link)-(?:remote|address|content)|^body-address/.test(rule))
      .map(({ severity, range, message }) =>
        [severity, text.slice(range.start, range.end), localiser('zh-CN')(message)].join('|'),
      );
  }

  it('3 an image of 50 MB is a warning of its size', async () => {
    const huge = new Uint8Array(50 * 1024 * 1024);
    huge.set(jpeg(1000, 667));
    lab.server.serve = () => ({ headers: { 'content-type': 'image/jpeg' }, body: huge });
    const url = lab.url('huge.pics.test');
    assert.deepEqual(await told(`![](${url})`), [`warning|${url}|图片过大（50 MB），建议压缩`]);
  });

  it('28 a server that fails ten minutes later, too, is a warning', async () => {
    lab.server.serve = () => ({ status: 503 });
    const url = lab.url('down.pics.test');
    assert.deepEqual(await told(`![](${url})`, {}, cache), []);
    lab.skip(11 * 60_000);
    assert.deepEqual(await told(`![](${url})`, {}, cache), [`warning|${url}|图片服务器持续出错（503）`]);
  });

  it('92 and nothing of it is kept for the next session', async () => {
    lab.server.serve = () => ({ status: 503 });
    const url = lab.url('down2.pics.test');
    const own = new VerdictCache();
    await told(`![](${url})`, {}, own);
    const { length } = lab.server.seen;
    await told(`![](${url})`, {}, new VerdictCache(own.toData()));
    assert.equal(lab.server.seen.length, length * 2);
  });

  it('71 a host that is gone is an error where others answer', async () => {
    const lookup: NodeNetOptions['lookup'] = host =>
      Promise.resolve(host === 'gone.test' ? { failure: 'ENOTFOUND' } : { addresses: ['127.0.0.1'] });
    assert.deepEqual(await told(`![](https://gone.test/1.jpg) ![](${lab.url('a.pics.test')})`, { lookup }), [
      'error|https://gone.test/1.jpg|域名不存在：gone.test',
    ]);
  });

  it('72, 73 without a network nothing is said, and when it is back all is asked', async () => {
    let isOnline = false;
    const lookup: NodeNetOptions['lookup'] = () =>
      Promise.resolve(isOnline ? { addresses: ['127.0.0.1'] } : { failure: 'EAI_AGAIN' });
    lab.server.serve = () => ({ status: 404 });
    const urls = ['a', 'b', 'c', 'd'].map(name => lab.url(`${name}.pics.test`));
    setTimeout(() => (isOnline = true), 100);
    const found = await told(urls.map(url => `![](${url})`).join(' '), { lookup });
    // The first two that fail are not known to fail for all; they come with the next run.
    assert.ok(found.length >= 2 && found.every(line => line.endsWith('图片不存在（404）')), found.join('\n'));
  });

  it('81 an address without a protocol is checked by https', async () => {
    const url = lab.url('a.pics.test').slice('https:'.length);
    assert.deepEqual(await told(`![](${url})`), [`info|${url}|省略了协议，建议写 https`]);
    assert.ok(lab.server.seen.every(({ isSecure }) => isSecure));
  });

  it('82, 86, 97 to 103 what is wrong as it stands is told without any request', async () => {
    const { connections } = lab.server;
    let lookups = 0;
    const lookup: NodeNetOptions['lookup'] = () => {
      lookups++;
      return Promise.resolve({ addresses: ['127.0.0.1'] });
    };
    const rows: Readonly<Record<string, string>> = {
      'http://192.168.1.10/a.jpg': 'warning|内网地址，读者无法访问',
      'http://169.254.169.254/a.jpg': 'warning|内网地址，读者无法访问',
      'http://[::1]/a.jpg': 'warning|内网地址，读者无法访问',
      'http://0x7f000002/a.jpg': 'warning|内网地址，读者无法访问',
      'http://①②⑦.0.0.2/a.jpg': 'warning|内网地址，读者无法访问',
      'http://198.18.0.7/a.jpg': 'warning|内网地址，读者无法访问',
      'http://u:p@a.test/x.jpg': 'warning|链接中含有密码，请删除',
      'https://a.test/x.jpg\u200b': 'warning|链接末尾有不可见字符（可一键删除）',
      'https：//a.test/x.jpg': 'warning|这个地址会指向本站内的路径。是否应为 https://a.test/x.jpg？',
      'inews.gtimg.com/om_bt/X/641': 'warning|缺少 https://',
      'data:text/html,x': 'warning|不是图片',
      'data:image/png;base64,AAAA': 'warning|内嵌图片损坏',
      [`data:image/png;base64,${Buffer.from(png(9, 9)).toString('base64')}`]: '',
      'blob:https://a.test/1': 'warning|本机路径，读者无法访问',
      'file:///C:/a.jpg': 'warning|Hugo 会去掉这个地址：本地电脑上的文件不在网站上。',
    };
    for (const [url, expected] of Object.entries(rows)) {
      const found = await told(`![x](<${url}>)`, { lookup });
      assert.deepEqual(
        found.map(line =>
          line
            .split('|')
            .filter((_, i) => i !== 1)
            .join('|'),
        ),
        expected === '' ? [] : [expected],
        url,
      );
    }
    assert.deepEqual([lookups, lab.server.connections - connections], [0, 0]);
  });

  it('20, 22, 23 a host that is busy is left alone for as long as it says, a minute at most', async () => {
    for (const [asked, least, most] of [
      ['1', 1000, 5000],
      ['1m30s', 60_000, 70_000],
    ] as const) {
      const net = lab.net();
      lab.server.serve = ({ before }) =>
        before === 0 ? { status: 429, headers: { 'retry-after': asked } } : photo;
      const started = net.now();
      assert.deepEqual(await told(`![](${lab.url(`busy-${asked}.pics.test`)})`), []);
      const waited = net.now() - started;
      assert.ok(waited >= least && waited < most + 20_000, `${asked}: ${waited}`);
    }
  });
});
