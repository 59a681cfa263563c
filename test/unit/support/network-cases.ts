import type { Severity } from '../../../src/core/problem.ts';
import type { Outcome } from '../../../src/core/images/verdict.ts';
import * as image from './images.ts';

/** What a server is asked. */
export interface Ask {
  readonly method: string;
  /** Names are lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly path: string;
  readonly isSecure: boolean;
  /** How many requests for this case came before. */
  readonly before: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The address of a path on another host of the case, `b.c18.test`; for `same`, on its own host. */
  readonly at: (host: string, path: string, scheme?: 'http' | 'https') => string;
}

/** What it answers. */
export interface Script {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Instead of an answer. */
  readonly fault?: 'hang' | 'drip' | 'reset' | 'garbage' | 'long-header';
  /** The body is announced to be so long, and the connection is closed behind what there is of it. */
  readonly announced?: number;
  readonly hints?: true;
}

export interface Case {
  /** Number of the situation, for talking about it. */
  readonly id: number;
  readonly name: string;
  readonly kind?: 'image' | 'link';
  readonly scheme?: 'http' | 'https';
  /** With query. */
  readonly path?: string;
  readonly isThumbnail?: boolean;
  readonly serve: (ask: Ask) => Script;
  readonly outcome: Outcome;
  readonly severity?: Severity;
  /** The message in Chinese. */
  readonly message?: string;
  /** Requests without the site as Referer. */
  readonly requests?: number;
}

const photo = image.jpeg(1000, 667);
const padded = image.jpeg(1000, 667, { padding: 90_000 });
const stuffed = image.jpeg(1000, 667, { padding: 2_000_000 });
const good: Script = { headers: { 'content-type': 'image/jpeg' }, body: photo };
const status = (code: number, headers: Script['headers'] = {}): Script => ({
  status: code,
  headers: { 'content-type': 'text/plain', ...headers },
  body: image.text(`status ${code}`),
});
const page = (content: string): Script => ({
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: image.text(content),
});
const typed = (type: string, body: Uint8Array): Script => ({ headers: { 'content-type': type }, body });
const isBrowser = ({ headers }: Ask): boolean => headers['user-agent']?.includes('Chrome/') === true;
const isReader = ({ headers }: Ask): boolean => headers['referer'] === 'https://site.test/';
const to = (location: string, code = 302): Script => ({ status: code, headers: { location } });

/** Situations that a server alone makes, one host each; in our own words, numbered as in the study of the field. */
export const CASES: readonly Case[] = [
  {
    id: 1,
    name: 'a JPEG without an extension',
    path: '/om_bt/X/641',
    serve: () => good,
    outcome: 'ok',
    requests: 1,
  },
  {
    id: 2,
    name: 'a part with Content-Range',
    serve: () => ({
      ...good,
      status: 206,
      headers: { ...good.headers, 'content-range': `bytes 0-${photo.length - 1}/${photo.length}` },
    }),
    outcome: 'ok',
    requests: 1,
  },
  {
    id: 4,
    name: 'HEAD not allowed',
    serve: ({ method }) => (method === 'HEAD' ? status(405) : good),
    outcome: 'ok',
    requests: 1,
  },
  {
    id: 5,
    name: 'a page whose HEAD is missing',
    kind: 'link',
    serve: ({ method }) => (method === 'HEAD' ? status(404) : page('<p>')),
    outcome: 'ok',
    requests: 2,
  },
  {
    id: 6,
    name: 'a page whose HEAD hangs',
    kind: 'link',
    serve: ({ method }) => (method === 'HEAD' ? { fault: 'hang' } : page('<p>')),
    outcome: 'ok',
    requests: 2,
  },
  {
    id: 7,
    name: 'not there',
    serve: () => status(404),
    outcome: 'broken',
    severity: 'error',
    message: '图片不存在（404）',
    requests: 2,
  },
  {
    id: 8,
    name: 'not there for Range alone',
    serve: ({ headers }) => (headers['range'] ? status(404) : good),
    outcome: 'ok',
    requests: 2,
  },
  {
    id: 9,
    name: 'deleted',
    serve: () => status(410),
    outcome: 'broken',
    severity: 'error',
    message: '图片已被删除（410）',
    requests: 2,
  },
  {
    id: 10,
    name: 'always forbidden',
    serve: () => status(403),
    outcome: 'unverified',
    message: '服务器拒绝访问（403），无法确认，请在浏览器中查看',
    requests: 3,
  },
  {
    id: 11,
    name: 'forbidden for all but Chrome',
    serve: ask => (isBrowser(ask) ? good : status(403)),
    outcome: 'ok',
    requests: 2,
  },
  {
    id: 12,
    name: 'forbidden for who calls himself a link checker',
    serve: ({ headers }) =>
      /link|bot|check|crawl/i.test(headers['user-agent'] ?? 'bot') ? status(403) : good,
    outcome: 'ok',
    requests: 1,
  },
  {
    id: 13,
    name: 'a wall against bots',
    serve: () => status(403, { 'cf-mitigated': 'challenge' }),
    outcome: 'unverified',
    message: '对方网站有防爬验证，无法确认',
    requests: 1,
  },
  {
    id: 14,
    name: 'with its own Referer only',
    serve: ({ headers, at }) => (headers['referer'] === at('same', '/') ? good : status(403)),
    outcome: 'reader-blocked',
    severity: 'error',
    message: '该图片只允许在原网站显示（防盗链）',
    requests: 3,
  },
  {
    id: 15,
    name: 'forbidden with the site as Referer',
    serve: ask => (isReader(ask) ? status(403) : good),
    outcome: 'reader-blocked',
    severity: 'error',
    message: '防盗链：读者在本站看不到这张图',
    requests: 1,
  },
  {
    id: 16,
    name: 'a placeholder with the site as Referer',
    serve: ask => (isReader(ask) ? typed('image/jpeg', image.jpeg(200, 200)) : good),
    outcome: 'reader-placeholder',
    severity: 'error',
    message: '防盗链：读者看到的是“不可引用”占位图',
  },
  { id: 17, name: 'the same for everybody', serve: () => good, outcome: 'ok', requests: 1 },
  {
    id: 18,
    name: 'an advertisement with the site as Referer',
    serve: ask =>
      ask.path === '/ad.jpg'
        ? typed('image/jpeg', image.jpeg(300, 100))
        : isReader(ask)
          ? to('/ad.jpg')
          : good,
    outcome: 'reader-placeholder',
    severity: 'error',
    message: '读者会被跳转到另一张图',
  },
  {
    id: 19,
    name: 'behind a sign-in',
    serve: () => status(401),
    outcome: 'unverified',
    message: '需要登录才能访问',
    requests: 1,
  },
  {
    id: 20,
    name: 'busy for a second',
    serve: ({ before }) => (before === 0 ? status(429, { 'retry-after': '1' }) : good),
    outcome: 'ok',
    requests: 2,
  },
  {
    id: 21,
    name: 'busy up to a date',
    serve: ({ before, now }) =>
      before === 0 ? status(429, { 'retry-after': new Date(now + 2000).toUTCString() }) : good,
    outcome: 'ok',
    requests: 2,
  },
  {
    id: 22,
    name: 'busy for 1m30s',
    serve: ({ before }) => (before === 0 ? status(429, { 'retry-after': '1m30s' }) : good),
    outcome: 'ok',
    requests: 2,
  },
  {
    id: 23,
    name: 'busy for a day',
    serve: () => status(429, { 'retry-after': '99999' }),
    outcome: 'unverified',
    message: '请求过于频繁，稍后再查',
    requests: 1,
  },
  {
    id: 24,
    name: 'busy without end',
    serve: () => status(429),
    outcome: 'unverified',
    message: '请求过于频繁，稍后再查',
    requests: 3,
  },
  {
    id: 27,
    name: 'an error once',
    serve: ({ before }) => (before === 0 ? status(500) : good),
    outcome: 'ok',
    requests: 2,
  },
  {
    id: 28,
    name: 'an error always',
    serve: () => status(503),
    outcome: 'unverified',
    message: '图片服务器暂时出错（503），稍后再查',
    requests: 3,
  },
  {
    id: 29,
    name: '999',
    serve: () => status(999),
    outcome: 'unverified',
    message: '服务器拒绝自动检查（999）',
    requests: 1,
  },
  {
    id: 30,
    name: 'legal reasons',
    serve: () => status(451),
    outcome: 'suspicious',
    severity: 'warning',
    message: '因法律原因不可用（451）',
    requests: 1,
  },
  {
    id: 31,
    name: 'no content',
    serve: () => ({ status: 204 }),
    outcome: 'broken',
    severity: 'error',
    message: '图片内容为空',
    requests: 2,
  },
  {
    id: 32,
    name: '0 bytes',
    serve: () => typed('image/jpeg', new Uint8Array()),
    outcome: 'broken',
    severity: 'error',
    message: '图片内容为空（0 字节）',
    requests: 2,
  },
  {
    id: 33,
    name: '416 of 0 bytes',
    serve: () => status(416, { 'content-range': 'bytes */0' }),
    outcome: 'broken',
    severity: 'error',
    message: '图片内容为空（0 字节）',
    requests: 1,
  },
  {
    id: 34,
    name: '416 for Range alone',
    serve: ({ headers }) => (headers['range'] ? status(416) : good),
    outcome: 'ok',
    requests: 2,
  },
  {
    id: 35,
    name: 'a page that says it is not there',
    serve: () => page('<!DOCTYPE html><html><body>页面不存在</body></html>'),
    outcome: 'broken',
    severity: 'error',
    message: '链接返回的是网页，不是图片',
  },
  {
    id: 36,
    name: 'a page with an SVG in it',
    serve: () => page('<html><svg width="10" height="10"></svg></html>'),
    outcome: 'broken',
    severity: 'error',
    message: '链接返回的是网页，不是图片',
  },
  {
    id: 37,
    name: 'JSON that calls itself a JPEG',
    serve: () => typed('image/jpeg', image.text('{"error":"not found"}')),
    outcome: 'broken',
    severity: 'error',
    message: '链接返回的是数据，不是图片',
  },
  {
    id: 38,
    name: 'a storage without the file',
    serve: () =>
      typed('application/xml', image.text('<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>')),
    outcome: 'broken',
    severity: 'error',
    message: '存储中没有这个文件',
  },
  {
    id: 39,
    name: 'a storage that denies access',
    serve: () => typed('application/xml', image.text('<Error><Code>AccessDenied</Code></Error>')),
    outcome: 'broken',
    severity: 'error',
    message: '图片链接已过期或无权限',
  },
  {
    id: 40,
    name: 'a JPEG of no type',
    serve: () => typed('application/octet-stream', photo),
    outcome: 'ok-note',
  },
  {
    id: 41,
    name: 'a JPEG that browsers block',
    serve: () => ({
      ...typed('text/html', photo),
      headers: { 'content-type': 'text/html', 'x-content-type-options': 'nosniff' },
    }),
    outcome: 'suspicious',
    severity: 'warning',
    message: '服务器声明类型错误，部分浏览器会拦截',
  },
  {
    id: 42,
    name: 'an SVG as text',
    serve: () => typed('text/plain', image.svg()),
    outcome: 'broken',
    severity: 'error',
    message: 'SVG 类型声明错误，浏览器不会显示',
  },
  {
    id: 43,
    name: 'an SVG without a size',
    serve: () => typed('image/svg+xml', image.svg('<path/>')),
    outcome: 'ok',
  },
  {
    id: 44,
    name: 'an SVG with a script',
    serve: () => typed('image/svg+xml', image.svg('<script>1</script>')),
    outcome: 'ok-note',
  },
  {
    id: 45,
    name: 'an AVIF',
    serve: () => typed('image/avif', image.isoImage('avif', 800, 600)),
    outcome: 'ok',
  },
  { id: 451, name: 'a WebP', serve: () => typed('image/webp', image.webp(800, 600)), outcome: 'ok' },
  { id: 452, name: 'a GIF', serve: () => typed('image/gif', image.gif(800, 600)), outcome: 'ok' },
  {
    id: 46,
    name: 'a HEIC',
    serve: () => typed('image/heic', image.isoImage('heic', 800, 600)),
    outcome: 'suspicious',
    severity: 'warning',
    message: 'HEIC 格式多数浏览器无法显示',
  },
  {
    id: 47,
    name: 'a PNG of 0×0',
    serve: () => typed('image/png', image.png(0, 0)),
    outcome: 'broken',
    severity: 'error',
    message: '图片损坏（尺寸为 0）',
  },
  {
    id: 48,
    name: 'a single pixel',
    serve: () => typed('image/gif', image.gif(1, 1)),
    outcome: 'suspicious',
    severity: 'warning',
    message: '只有 1×1 像素，可能是占位图',
  },
  {
    id: 49,
    name: 'a size beyond 90 KB',
    serve: () => typed('image/jpeg', padded),
    outcome: 'ok',
    requests: 2,
  },
  {
    id: 50,
    name: 'a size beyond 2 MB',
    serve: () => typed('image/jpeg', stuffed),
    outcome: 'ok-note',
    message: '未能读出像素尺寸',
    requests: 3,
  },
  {
    id: 51,
    name: 'a photo on its side',
    serve: () => typed('image/jpeg', image.jpeg(1000, 667, { orientation: 6 })),
    outcome: 'ok',
  },
  {
    id: 52,
    name: 'a transfer that breaks off',
    serve: () => ({ ...typed('image/jpeg', photo.subarray(0, 40)), announced: 1000 }),
    outcome: 'broken',
    severity: 'error',
    message: '图片不完整（传输中断）',
    requests: 2,
  },
  {
    id: 53,
    name: 'a JPEG without its end',
    serve: () => typed('image/jpeg', image.jpeg(1000, 667, { withEnd: false })),
    outcome: 'ok-note',
    severity: 'info',
    message: '图片可能不完整',
  },
  {
    id: 54,
    name: 'a tall thumbnail',
    isThumbnail: true,
    serve: () => typed('image/jpeg', image.jpeg(300, 900)),
    outcome: 'suspicious',
    severity: 'warning',
    message: '缩略图 300×900，要求宽 ≥ 800、比例约 16:9',
  },
  {
    id: 56,
    name: 'a box of zero bytes',
    serve: () => typed('image/heic', image.zeroBox()),
    outcome: 'broken',
    severity: 'error',
    message: '图片损坏',
  },
  {
    id: 57,
    name: 'moved for good',
    serve: ({ path }) => (path === '/new.jpg' ? good : to('/new.jpg', 301)),
    outcome: 'ok-note',
    severity: 'info',
    message: '链接已永久跳转，可替换为新地址',
    requests: 2,
  },
  {
    id: 58,
    name: 'moved for now',
    serve: ({ path }) => (path === '/new.jpg' ? good : to('/new.jpg')),
    outcome: 'ok',
    requests: 2,
  },
  {
    id: 59,
    name: 'a circle',
    serve: ({ path }) => to(path === '/a' ? '/b' : '/a'),
    outcome: 'broken',
    severity: 'error',
    message: '跳转循环',
  },
  {
    id: 60,
    name: 'eleven redirects',
    serve: ({ path }) => to(`/${Number(/^\/(\d+)$/.exec(path)?.[1] ?? 0) + 1}`),
    outcome: 'broken',
    severity: 'error',
    message: '跳转次数过多',
  },
  {
    id: 61,
    name: 'a redirect to nowhere',
    serve: () => ({ status: 302 }),
    outcome: 'broken',
    severity: 'error',
    message: '跳转地址缺失',
    requests: 1,
  },
  {
    id: 62,
    name: 'a redirect in raw UTF-8',
    serve: ({ path }) => (decodeURIComponent(path) === '/图片.jpg' ? good : to('/图片.jpg')),
    outcome: 'ok',
    requests: 2,
  },
  {
    id: 63,
    name: 'a relative redirect',
    path: '/x/y/1.jpg',
    serve: ({ path }) => (path === '/x/a.jpg' ? good : to('../a.jpg')),
    outcome: 'ok',
    requests: 2,
  },
  {
    id: 65,
    name: 'a redirect to http',
    serve: ({ isSecure, at }) => (isSecure ? to(at('same', '/x.jpg', 'http')) : good),
    outcome: 'suspicious',
    severity: 'warning',
    message: '跳转到不安全的 http',
    requests: 2,
  },
  {
    id: 66,
    name: 'a redirect to the home page',
    serve: ({ path }) => (path === '/' ? page('<!doctype html><title>首页</title>') : to('/')),
    outcome: 'broken',
    severity: 'error',
    message: '图片已失效（跳转到首页）',
  },
  {
    id: 67,
    name: 'silence',
    serve: () => ({ fault: 'hang' }),
    outcome: 'unverified',
    message: '连接超时，无法确认',
    requests: 2,
  },
  {
    id: 68,
    name: 'a drop now and then',
    serve: () => ({ fault: 'drip' }),
    outcome: 'unverified',
    message: '连接超时，无法确认',
    requests: 1,
  },
  {
    id: 69,
    name: 'a reset',
    serve: () => ({ fault: 'reset' }),
    outcome: 'unverified',
    message: '连接被重置',
    requests: 3,
  },
  {
    id: 79,
    name: 'http where https works',
    scheme: 'http',
    serve: () => good,
    outcome: 'ok-note',
    severity: 'info',
    message: '建议改为 https（可一键替换）',
  },
  {
    id: 80,
    name: 'http where https fails',
    scheme: 'http',
    serve: ({ isSecure }) => (isSecure ? status(404) : good),
    outcome: 'broken',
    severity: 'error',
    message: '本站是 https，浏览器不会加载 http 图片',
  },
  {
    id: 95,
    name: 'a signed address that has ended',
    path: '/a.jpg?Expires=1500000000&Signature=x',
    serve: () => status(403),
    outcome: 'broken',
    severity: 'error',
    message: '临时链接已于 2017-07-14 02:40 UTC 过期',
    requests: 1,
  },
  {
    id: 951,
    name: 'a signed address that has ended and works',
    path: '/a.jpg?Expires=1500000000',
    serve: () => good,
    outcome: 'ok',
    requests: 1,
  },
  {
    id: 96,
    name: 'a signed address that will end',
    path: '/a.jpg?q-sign-time=1700000000;1798761600',
    serve: () => good,
    outcome: 'suspicious',
    severity: 'warning',
    message: '临时链接，将于 2027-01-01 00:00 UTC 失效',
  },
  {
    id: 104,
    name: 'a header of 20 KB',
    serve: () => ({ fault: 'long-header' }),
    outcome: 'unverified',
    message: '服务器响应异常',
    requests: 1,
  },
  {
    id: 1041,
    name: 'no HTTP at all',
    serve: () => ({ fault: 'garbage' }),
    outcome: 'unverified',
    message: '服务器响应异常',
    requests: 1,
  },
  {
    id: 1081,
    name: 'another image each time',
    serve: ({ before }) => typed('image/jpeg', image.jpeg(1000, 667, { seed: before + 1 })),
    outcome: 'ok',
  },
  {
    id: 1082,
    name: 'a page for all but Chrome',
    serve: ask => (isBrowser(ask) ? good : page('<html>')),
    outcome: 'ok',
    requests: 2,
  },
  {
    id: 1083,
    name: 'a question whether one is human',
    serve: () => page('<html><title>安全验证</title>'),
    outcome: 'unverified',
    message: '对方网站有防爬验证，无法确认',
  },
  {
    id: 1084,
    name: 'Range that is not understood',
    serve: ({ headers }) => (headers['range'] ? status(400) : good),
    outcome: 'ok',
    requests: 2,
  },
  {
    id: 1085,
    name: 'busy readers',
    serve: ask => (isReader(ask) ? status(503) : good),
    outcome: 'ok',
    requests: 1,
  },
  {
    id: 1086,
    name: 'a page that is gone',
    kind: 'link',
    serve: () => status(404),
    outcome: 'broken',
    severity: 'error',
    message: '链接的网页不存在（404）',
    requests: 2,
  },
  {
    id: 1087,
    name: 'a page that keeps programs out',
    kind: 'link',
    serve: () => status(403),
    outcome: 'unverified',
    message: '服务器拒绝访问（403），无法确认，请在浏览器中查看',
  },
  {
    id: 1088,
    name: 'a bad request',
    serve: () => status(400),
    outcome: 'broken',
    severity: 'error',
    message: '服务器拒绝提供这张图片（400）',
    requests: 2,
  },
  {
    id: 1089,
    name: 'bytes nobody knows',
    serve: () => typed('image/x-new', Uint8Array.from([1, 2, 3, 0, 5])),
    outcome: 'unverified',
  },
  {
    id: 1090,
    name: 'plain text',
    serve: () => typed('text/plain', image.text('Not Found')),
    outcome: 'broken',
    severity: 'error',
    message: '链接返回的是文字，不是图片',
  },
  {
    id: 1091,
    name: 'a PDF',
    serve: () => typed('application/pdf', image.text('%PDF-1.7')),
    outcome: 'broken',
    severity: 'error',
    message: '不是图片',
  },
];
