import assert from 'node:assert/strict';
import { readAddress } from '../../../src/core/images/address.ts';
import { siteOrigin } from '../../../src/core/images/target.ts';
import { publicAnswers } from '../../../src/core/images/url-policy.ts';

const nobody = { allowedHosts: [] };

/** `kind`, then the address to ask for, or code and replacement. */
function read(url: string, kind: 'image' | 'link' = 'image', policy = nobody): string {
  const address = readAddress(url, kind, policy);
  switch (address.kind) {
    case 'remote':
      return `remote ${address.href}${address.note ? ` ${address.note.code}` : ''}`;
    case 'fault': {
      const { code, replacement } = address.note;
      return `${address.outcome} ${code.replace('remote.', '')}${replacement === undefined ? '' : ` → ${replacement}`}`;
    }
    default:
      return address.kind;
  }
}

describe('An address', () => {
  const cases: Readonly<Record<string, string>> = {
    'https://a.cn/图 片.jpg?x=1&y=2#top': 'remote https://a.cn/%E5%9B%BE%20%E7%89%87.jpg?x=1&y=2',
    '//a.cn/x.jpg': 'remote https://a.cn/x.jpg remote.no-scheme',
    'img/a.jpg': 'local',
    '/img/a.jpg': 'local',
    '../a.com.jpg': 'local',
    'data:image/png;base64,AAAA': 'inline',
    // 82, 86: private by their text, however it is written.
    'http://192.168.1.10/a.jpg': 'not-checked private',
    'http://169.254.169.254/latest': 'not-checked private',
    'http://[::1]/a.jpg': 'not-checked private',
    'http://[::ffff:127.0.0.1]/a.jpg': 'not-checked private',
    'http://[64:ff9b::7f00:1]/a.jpg': 'not-checked private',
    'http://0x7f000001/a.jpg': 'not-checked private',
    'http://2130706433/a.jpg': 'not-checked private',
    'http://127.1/a.jpg': 'not-checked private',
    'http://①②⑦.0.0.1/a.jpg': 'not-checked private',
    'http://localhost./a.jpg': 'not-checked private',
    'http://x.localhost/a.jpg': 'not-checked private',
    'http://198.18.0.7/a.jpg': 'not-checked private',
    'http://100.64.0.1/a.jpg': 'not-checked private',
    'http://8.8.8.8/a.jpg': 'remote http://8.8.8.8/a.jpg',
    'https://a.cn:6667/a.jpg': 'broken bad-port',
    'https://a.cn:8443/a.jpg': 'remote https://a.cn:8443/a.jpg',
    // 97 to 100
    'http://u:p@a.cn/x.jpg': 'not-checked credentials',
    'https://a.cn/x.jpg\u200b': 'broken invisible-end → https://a.cn/x.jpg',
    'https://a.cn/x.jpg%E2%80%8B': 'broken invisible-end → https://a.cn/x.jpg',
    'https://a.cn/x.jpg\u3000': 'broken invisible-end → https://a.cn/x.jpg',
    'https://a.cn/\ufeffx.jpg': 'broken invisible → https://a.cn/x.jpg',
    'https://a.cn/x\u00a0y.jpg': 'broken invisible → https://a.cn/xy.jpg',
    'img/甲\u3000乙.jpg': 'local',
    'img/👨\u200d👩.jpg': 'local',
    'https：//a.cn/x.jpg': 'broken full-width → https://a.cn/x.jpg',
    'https://a.cn／x.jpg': 'broken full-width → https://a.cn/x.jpg',
    'https:／／a.cn/x.jpg': 'broken full-width → https://a.cn/x.jpg',
    'https://a.cn/全角：名.jpg': 'remote https://a.cn/%E5%85%A8%E8%A7%92%EF%BC%9A%E5%90%8D.jpg',
    'inews.gtimg.com/om_bt/X/641': 'broken scheme → https://inews.gtimg.com/om_bt/X/641',
    'a.com.jpg': 'local',
    'https:/a.com/x.jpg': 'broken slashes → https://a.com/x.jpg',
    'https:a.com/x.jpg': 'broken slashes → https://a.com/x.jpg',
    'https//a.com/x.jpg': 'broken slashes → https://a.com/x.jpg',
    'ttps://a.cn/x.jpg': 'broken scheme-typo → https://a.cn/x.jpg',
    'htps://a.cn/x.jpg': 'broken scheme-typo → https://a.cn/x.jpg',
    'https://https://a.cn/x.jpg': 'broken scheme-twice → https://a.cn/x.jpg',
    'https:///a.cn': 'remote https://a.cn/',
    'http://': 'broken bad-address',
    'https://a b/x.jpg': 'broken bad-address',
    // 103
    'blob:https://a.cn/1': 'broken local-path',
    'file:///C:/a.jpg': 'broken local-path',
    'C:\\a.jpg': 'broken local-path',
    'C:/a.jpg': 'broken local-path',
    '\\\\server\\a.jpg': 'broken local-path',
    'command:x': 'broken local-path',
    'javascript:alert(1)': 'broken not-image',
  };
  for (const [url, expected] of Object.entries(cases)) {
    it(`${JSON.stringify(url)} is ${expected}`, () => assert.equal(read(url), expected));
  }

  it('of a link may be mail, a command or another scheme', () => {
    for (const url of ['mailto:a@b.cn', 'tel:1', '#a', 'vscode:x', '', 'readme.md'])
      assert.equal(read(url, 'link'), 'local');
    assert.equal(read('www.baidu.com', 'link'), 'broken scheme → https://www.baidu.com');
  });

  it('is asked where the machine allows it', () => {
    assert.equal(
      read('http://127.0.0.1:80/a', 'image', { allowedHosts: ['127.0.0.1'] } as never),
      'remote http://127.0.0.1/a',
    );
  });

  it('of a site that readers cannot reach is none', () => {
    assert.equal(siteOrigin('https://a.cn/sub/'), 'https://a.cn');
    for (const url of ['', '/', 'http://localhost:1313/', 'a.cn']) assert.equal(siteOrigin(url), undefined);
  });

  it('in numbers is connected to if it is public, or stands for a name in a tunnel', () => {
    const answers = ['10.0.0.5', '198.18.0.7', '8.8.8.8', 'fc00::1', '::1', '2606:4700::1', '0.0.0.0'];
    assert.deepEqual(publicAnswers(answers, nobody), ['198.18.0.7', '8.8.8.8', '2606:4700::1']);
    assert.deepEqual(publicAnswers(['10.0.0.5'], { allowedHosts: ['10.0.0.5'] }), ['10.0.0.5']);
  });
});
