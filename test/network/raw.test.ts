import assert from 'node:assert/strict';
import zlib from 'node:zlib';
import type { Script } from '../unit/support/network-cases/index.ts';
import { gif, jpeg } from '../unit/support/images.ts';
import { Fixture } from './support/fixture.ts';
import { Lab, one } from './support/lab.ts';

const photo = jpeg(1000, 667);
const latin1 = Buffer.from(photo).toString('latin1');
const answer = (head: string, body: string): Script => ({
  raw: `${head.replaceAll('\n', '\r\n')}\r\n\r\n${body}`,
});
const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;

/** Path, what the server does, outcome and code. */
const ROWS: readonly (readonly [name: string, script: Script, expected: string])[] = [
  ['HTTP 1.0 without a length', answer('HTTP/1.0 200 OK\nContent-Type: image/jpeg', latin1), 'ok'],
  [
    'HTTP 1.0 that ends early',
    answer('HTTP/1.0 200 OK\nContent-Type: image/jpeg', latin1.slice(0, -2)),
    'ok-note remote.maybe-truncated',
  ],
  [
    'chunks that stop',
    answer(
      'HTTP/1.1 200 OK\nContent-Type: image/jpeg\nTransfer-Encoding: chunked',
      chunk(latin1.slice(0, 30)),
    ),
    'broken remote.truncated',
  ],
  [
    'chunks up to the end',
    answer(
      'HTTP/1.1 200 OK\nContent-Type: image/jpeg\nTransfer-Encoding: chunked',
      `${chunk(latin1)}0\r\n\r\n`,
    ),
    'ok',
  ],
  [
    'a chunk of no length',
    answer('HTTP/1.1 200 OK\nTransfer-Encoding: chunked', `zz\r\n${latin1}`),
    'unverified remote.odd-answer',
  ],
  [
    'more bytes than announced',
    answer(`HTTP/1.1 200 OK\nContent-Type: image/jpeg\nContent-Length: ${photo.length}`, `${latin1}more`),
    'ok',
  ],
  [
    '104 a header that is none',
    answer('HTTP/1.1 200 OK\nBad Header\u0001: x\nContent-Length: 0', ''),
    'unverified remote.odd-answer',
  ],
  ['nothing at all', { raw: '' }, 'unverified remote.reset'],
  [
    'an encoding that is none',
    answer(
      `HTTP/1.1 200 OK\nContent-Type: image/jpeg\nContent-Encoding: utf-8\nContent-Length: ${photo.length}`,
      latin1,
    ),
    'ok',
  ],
  [
    'a body that is called gzip and is none',
    { headers: { 'content-type': 'image/jpeg', 'content-encoding': 'gzip' }, body: photo },
    'broken remote.truncated',
  ],
  [
    'a body in Brotli',
    {
      headers: { 'content-type': 'image/gif', 'content-encoding': 'br' },
      body: zlib.brotliCompressSync(gif(8, 8)),
    },
    'ok',
  ],
  [
    'a packed bomb',
    {
      headers: { 'content-type': 'image/jpeg', 'content-encoding': 'gzip' },
      body: zlib.gzipSync(Buffer.concat([jpeg(9, 9, { withEnd: false }), Buffer.alloc(50_000_000)])),
    },
    'ok',
  ],
  [
    'another protocol',
    answer('HTTP/1.1 101 Switching Protocols\nUpgrade: x\nConnection: Upgrade', ''),
    'unverified remote.reset',
  ],
];

describe('Answers as they come:', () => {
  const lab = new Lab();
  before(() => {
    lab.server.serve = ({ path }) => ROWS[Number(path.slice(1))]?.[1] ?? { status: 404 };
    return lab.start();
  });
  after(() => lab.stop());

  for (const [at, [name, , expected]] of ROWS.entries()) {
    it(`${name}: ${expected}`, async () => {
      assert.equal(await one(lab.checker(), lab.url('raw.pics.test', `/${at}`)), expected);
    });
  }
});

describe('Addresses of all kinds:', () => {
  const lab = new Lab();
  before(() => {
    lab.server.serve = () => ({ headers: { 'content-type': 'image/jpeg' }, body: photo });
    return lab.start();
  });
  after(() => lab.stop());
  const pathOf = async (path: string): Promise<string | undefined> => {
    const before = lab.server.seen.length;
    assert.equal(await one(lab.checker(), lab.url('paths.pics.test', path)), 'ok');
    return lab.server.seen[before]?.path;
  };

  it('paths keep what is escaped in them, and get the rest escaped', async () => {
    assert.equal(await pathOf('/图片/甲 乙.jpg'), '/%E5%9B%BE%E7%89%87/%E7%94%B2%20%E4%B9%99.jpg');
    assert.equal(await pathOf('/%CD%BC.jpg'), '/%CD%BC.jpg');
    assert.equal(await pathOf('/a%2Fb%20c.jpg?x=%26&y=图'), '/a%2Fb%20c.jpg?x=%26&y=%E5%9B%BE');
    assert.equal(await pathOf('/100%.jpg'), '/100%.jpg');
    assert.equal(await pathOf('/a[1]|{2}.jpg'), '/a[1]|%7B2%7D.jpg');
  });

  it('names of other scripts are asked for as the name system has them', async () => {
    const before = lab.server.seen.length;
    assert.equal(await one(lab.checker(), lab.url('图片.pics.test')), 'ok');
    assert.equal(lab.server.seen[before]?.host, 'xn--wcsw84d.pics.test');
  });

  it('a name may end in a dot', async () => {
    assert.equal(await one(lab.checker(), lab.url('dot.pics.test.')), 'ok');
  });

  it('an address of IPv6 is connected to as it is', async function () {
    const inner = new Fixture(lab.authority);
    inner.serve = () => ({ headers: { 'content-type': 'image/jpeg' }, body: photo });
    // Not every system has IPv6.
    const isThere = await inner.start('::1').then(
      () => true,
      () => false,
    );
    if (!isThere) return;
    const policy = { allowedHosts: ['[::1]'] };
    const plain = await one(
      lab.checker({}, { policy }),
      `http://[::1]:${inner.port}/a.jpg`,
      'http://site.test',
    );
    const secure = await one(lab.checker({}, { policy }), `https://[::1]:${inner.port}/a.jpg`);
    await inner.stop();
    assert.deepEqual([plain, secure], ['ok', 'broken remote.cert-name']);
  });

  it('headers that come letter by letter are waited for as long as any', async () => {
    lab.server.serve = () => ({ fault: 'slow-header' });
    const times = { connect: 2000, firstByte: 300, idle: 300, total: 900 };
    assert.equal(await one(lab.checker({ times }), lab.url('slow.pics.test')), 'unverified remote.timeout');
  });
});
