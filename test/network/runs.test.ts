import assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import net from 'node:net';
import type { Duplex } from 'node:stream';
import zlib from 'node:zlib';
import { VerdictCache } from '../../src/core/images/cache.ts';
import { CancellationSource } from '../../src/core/images/cancellation.ts';
import { RemoteChecker } from '../../src/core/images/checker.ts';
import { cancellationOf, nodeNet } from '../../src/platform/node/net.ts';
import { ALLOWED, check, image, Lab, one } from './support/lab.ts';
import { gif, jpeg } from '../unit/support/images.ts';

const photo = { headers: { 'content-type': 'image/jpeg' }, body: jpeg(1000, 667) };

describe('Runs over real sockets:', () => {
  const lab = new Lab();
  before(() => lab.start());
  beforeEach(() => {
    lab.server.serve = () => photo;
    lab.server.seen.length = 0;
  });
  after(() => lab.stop());

  it('3 of a file of 50 MB only the start is read', async () => {
    lab.server.serve = () => ({ headers: { 'content-type': 'image/jpeg' }, body: huge });
    const huge = new Uint8Array(50 * 1024 * 1024);
    huge.set(jpeg(1000, 667));
    const real = lab.net();
    let most = 0;
    const counting = {
      ...real,
      request: async (...given: Parameters<typeof real.request>) => {
        const answer = await real.request(...given);
        if ('body' in answer) most = Math.max(most, answer.body.length);
        return answer;
      },
    };
    const checker = new RemoteChecker(counting, new VerdictCache(), { policy: ALLOWED });
    const { verdicts } = await check(checker, [lab.url('huge.pics.test')]);
    const [verdict] = verdicts.values();
    assert.equal(verdict?.image?.size, huge.length);
    assert.ok(most <= 131_072);
  });

  it('25 a host is asked at most two things at a time, 150 ms apart', async () => {
    lab.server.serve = async () => {
      await new Promise(resolve => setTimeout(resolve, 250));
      return photo;
    };
    const { now, wait } = nodeNet();
    const urls = Array.from({ length: 8 }, (_, i) => lab.url('queue.pics.test', `/${i}.jpg`, 'https'));
    await check(lab.checker({ now, wait }), urls, null);
    const starts = lab.server.to('queue.pics.test').map(({ at }) => at);
    assert.equal(starts.length, 8);
    assert.equal(lab.server.most.get('queue.pics.test'), 2);
    const gaps = starts.slice(1).map((at, i) => at - (starts[i] ?? 0));
    // Connections of their own take their own time to be made.
    assert.ok(
      starts.every((at, i) => i === 0 || at - (starts[0] ?? 0) >= 150 * i - 60),
      gaps.join(' '),
    );
  });

  it('26, 93, 94 one request an address: its query counts, its fragment does not', async () => {
    const checker = lab.checker();
    const targets = ['/a.jpg', '/a.jpg', '/a.jpg?x=1', '/a.jpg?x=2'].map(path =>
      image(lab.url('same.pics.test', path)),
    );
    const run = { targets, site: undefined, cancel: new CancellationSource().token };
    await Promise.all([1, 2, 3, 4, 5].map(() => checker.run(run)));
    checker.dispose();
    assert.deepEqual(
      lab.server
        .to('same.pics.test')
        .map(({ path }) => path)
        .sort(),
      ['/a.jpg', '/a.jpg?x=1', '/a.jpg?x=2'],
    );
  });

  it('55 a body that is compressed although nobody asked for it is read', async () => {
    lab.server.serve = () => ({
      headers: { 'content-type': 'image/gif', 'content-encoding': 'gzip' },
      body: zlib.gzipSync(gif(800, 600)),
    });
    const { verdicts } = await check(lab.checker(), [lab.url('gzip.pics.test')]);
    const [verdict] = verdicts.values();
    assert.deepEqual([verdict?.outcome, verdict?.image?.width, verdict?.image?.height], ['ok', 800, 600]);
  });

  it('51 a photo on its side has its sides changed', async () => {
    lab.server.serve = () => ({ ...photo, body: jpeg(1000, 667, { orientation: 6 }) });
    const { verdicts } = await check(lab.checker(), [lab.url('side.pics.test')]);
    const [verdict] = verdicts.values();
    assert.deepEqual([verdict?.image?.width, verdict?.image?.height], [667, 1000]);
  });

  it('70 a port that is closed is a warning, after two tries', async () => {
    const free = net.createServer().listen(0, '127.0.0.1');
    await new Promise(resolve => free.once('listening', resolve));
    const { port } = free.address() as AddressInfo;
    await new Promise(resolve => free.close(resolve));
    assert.equal(await one(lab.checker(), `https://closed.pics.test:${port}/`), 'suspicious remote.refused');
  });

  it('105 early hints come before the answer', async () => {
    lab.server.serve = () => ({ ...photo, hints: true });
    assert.equal(await one(lab.checker(), lab.url('hints.pics.test')), 'ok');
  });

  it('90 an image that has not changed is asked for once, and sends no bytes', async () => {
    lab.server.serve = ({ headers }) =>
      headers['if-none-match'] === '"v1"'
        ? { status: 304 }
        : { ...photo, headers: { ...photo.headers, etag: '"v1"' } };
    const cache = new VerdictCache();
    const url = lab.url('etag.pics.test');
    assert.equal(await one(lab.checker({}, {}, cache), url), 'ok');
    lab.skip(25 * 3_600_000);
    lab.server.seen.length = 0;
    assert.equal(await one(lab.checker({}, {}, cache), url), 'ok');
    assert.deepEqual(
      lab.server.seen.map(({ headers }) => headers['if-none-match']),
      ['"v1"'],
    );
  });

  it('91 inside the time to live nothing is asked', async () => {
    const cache = new VerdictCache();
    const urls = ['a', 'b', 'c'].map(name => lab.url(`${name}.pics.test`));
    await check(lab.checker({}, {}, cache), urls);
    lab.server.seen.length = 0;
    const { verdicts } = await check(lab.checker({}, {}, new VerdictCache(cache.toData())), urls);
    assert.equal(verdicts.size, 3);
    assert.equal(lab.server.seen.length, 0);
  });

  it('88 a run that is cancelled closes its sockets within 200 ms and keeps what it learned', async () => {
    lab.server.serve = ({ path }) => (path === '/quick.jpg' ? photo : { fault: 'hang' });
    const cache = new VerdictCache();
    const checker = lab.checker({}, {}, cache);
    const abort = new AbortController();
    const quick = lab.url('quick.pics.test', '/quick.jpg');
    const slow = ['a', 'b', 'c', 'd'].map(name => lab.url(`${name}.slow.pics.test`, '/slow.jpg', 'http'));
    const run = checker.run({
      targets: [quick, ...slow].map(image),
      site: undefined,
      cancel: cancellationOf(abort.signal),
    });
    while (lab.server.seen.length < 5) await new Promise(resolve => setTimeout(resolve, 5));
    await new Promise(resolve => setTimeout(resolve, 50));
    const started = performance.now();
    abort.abort();
    const { verdicts, unchecked } = await run;
    while (lab.server.sockets.size > 0) await new Promise(resolve => setTimeout(resolve, 2));
    assert.ok(performance.now() - started < 200);
    checker.dispose();
    assert.deepEqual([[...verdicts.keys()], unchecked], [[`image ${quick}`], 4]);
    assert.deepEqual(
      cache.toData().entries.map(({ key }) => key),
      [`image ${quick}`],
    );
  });
});

describe('A proxy', () => {
  const lab = new Lab();
  const asked: string[] = [];
  /** Both ends; the server of the proxy knows nothing of them any more. */
  const tunnels: Duplex[] = [];
  let needsPassword = false;
  const proxy = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(needsPassword ? 407 : 200, { 'content-type': 'image/jpeg' });
    response.end(Buffer.from(photo.body));
  });
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    if (needsPassword) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    const onward = net.connect(lab.server.port, '127.0.0.1');
    socket.pipe(onward).pipe(socket);
    for (const one of [socket, onward]) {
      tunnels.push(one);
      one.on('error', () => undefined);
    }
  });
  let address = '';
  before(async () => {
    lab.server.serve = () => photo;
    await lab.start();
    await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    asked.length = 0;
  });
  after(() => {
    for (const end of tunnels) end.destroy();
    proxy.closeAllConnections();
    proxy.close();
    return lab.stop();
  });
  const options = () => ({
    proxy: () => address,
    lookup: () => Promise.reject(new Error('the proxy knows names')),
  });

  it('106 is asked for http by the whole address, without a look-up', async () => {
    assert.equal(await one(lab.checker(options()), 'http://far.pics.test/a.jpg', 'http://site.test'), 'ok');
    assert.equal(asked[0], 'http://far.pics.test/a.jpg');
  });

  it('106 opens a tunnel for https', async () => {
    assert.equal(await one(lab.checker(options()), lab.url('far.pics.test')), 'ok');
    assert.equal(asked[0], `far.pics.test:${lab.server.port}`);
  });

  it('107 that wants a password is no fault of the image', async () => {
    needsPassword = true;
    const http1 = await one(lab.checker(options()), 'http://far.pics.test/a.jpg', 'http://site.test');
    const https1 = await one(lab.checker(options()), lab.url('far.pics.test'));
    needsPassword = false;
    assert.deepEqual([http1, https1], ['unverified remote.proxy-login', 'unverified remote.proxy-login']);
  });

  it('that is not there says nothing of the image', async () => {
    const gone = { ...options(), proxy: () => 'http://127.0.0.1:1' };
    assert.equal(await one(lab.checker(gone), lab.url('far.pics.test')), 'unverified remote.no-network');
  });
});

describe('Connections', () => {
  const lab = new Lab();
  before(() => lab.start());
  after(() => lab.stop());

  it('are kept from one image of a host to the next, and closed at the end', async () => {
    lab.server.serve = () => photo;
    const urls = Array.from({ length: 20 }, (_, i) => lab.url('kept.pics.test', `/${i}.jpg`));
    const before = lab.server.connections;
    await check(lab.checker(), urls, null);
    assert.equal(lab.server.to('kept.pics.test').length, 20);
    assert.ok(lab.server.connections - before <= 2);
    while (lab.server.sockets.size > 0) await new Promise(resolve => setTimeout(resolve, 1));
  });

  it('that the server closes meanwhile are made anew', async () => {
    let answers = 0;
    lab.server.serve = () => {
      answers++;
      setTimeout(() => {
        for (const socket of lab.server.sockets) socket.destroy();
      }, 4);
      return photo;
    };
    const urls = Array.from({ length: 10 }, (_, i) => lab.url('closing.pics.test', `/${i}.jpg`, 'http'));
    const { verdicts } = await check(
      lab.checker({}, { limits: { total: 1, perHost: 1, gap: 4000 } }),
      urls,
      null,
    );
    assert.deepEqual(new Set(Array.from(verdicts.values(), ({ outcome }) => outcome)), new Set(['ok']));
    assert.ok(answers >= 10);
  });
});
