import assert from 'node:assert/strict';
import { VerdictCache } from '../../../src/core/images/cache.ts';
import { CancellationSource } from '../../../src/core/images/cancellation.ts';
import { RemoteChecker } from '../../../src/core/images/checker.ts';
import type { CheckerOptions } from '../../../src/core/images/checker.ts';
import type { Target } from '../../../src/core/images/target.ts';
import type { Verdict } from '../../../src/core/images/verdict.ts';
import { FakeNet } from '../support/fake-net.ts';
import { jpeg } from '../support/images.ts';

const body = jpeg(1000, 667);
const photo = { headers: { 'content-type': 'image/jpeg' }, body };
const image = (href: string): Target => ({ kind: 'image', href, key: `image ${href}` });
const MINUTE = 60_000;

const checkerOf = (net: FakeNet, cache = new VerdictCache(), options: Partial<CheckerOptions> = {}) =>
  new RemoteChecker(net, cache, { policy: { allowedHosts: [] }, ...options });

async function run(checker: RemoteChecker, urls: readonly string[], more: object = {}): Promise<string[]> {
  const { token } = new CancellationSource();
  const { verdicts } = await checker.run({
    targets: urls.map(image),
    site: 'https://site.test',
    cancel: token,
    ...more,
  });
  return urls.map(url => said(verdicts.get(`image ${url}`)));
}

const said = (verdict: Verdict | undefined): string =>
  verdict ? [verdict.outcome, verdict.notes[0]?.code].filter(Boolean).join(' ') : 'none';

describe('A checker of images', () => {
  it('28 takes errors of a server that last ten minutes for a warning, and asks ever more seldom', async () => {
    const net = new FakeNet({ serve: () => ({ status: 503 }) });
    const cache = new VerdictCache();
    const checker = checkerOf(net, cache);
    const url = 'https://a.test/1.jpg';
    assert.deepEqual(await run(checker, [url]), ['unverified remote.server-error-now']);
    net.clock.advance(3 * MINUTE);
    assert.deepEqual(await run(checker, [url]), ['unverified remote.server-error-now']);
    const { length } = net.requests;
    net.clock.advance(3 * MINUTE);
    await run(checker, [url]);
    assert.equal(net.requests.length, length);
    net.clock.advance(8 * MINUTE);
    assert.deepEqual(await run(checker, [url]), ['suspicious remote.server-error']);
    checker.dispose();
    // 92: not for the next session.
    assert.deepEqual(cache.toData().entries, []);
  });

  it('71 says that a host is gone where others answer', async () => {
    const net = new FakeNet({
      serve: () => photo,
      lookup: host =>
        Promise.resolve(host === 'gone.test' ? { failure: 'ENOTFOUND' } : { addresses: ['203.0.114.7'] }),
    });
    const checker = checkerOf(net);
    const found = await run(checker, ['https://gone.test/1.jpg', 'https://a.test/1.jpg']);
    assert.deepEqual(found, ['broken remote.no-host', 'ok']);
    assert.equal(net.lookups.filter(host => host === 'gone.test').length, 2);
    checker.dispose();
  });

  it('says nothing of a host where nobody answers, not even the site', async () => {
    const net = new FakeNet({ lookup: () => Promise.resolve({ failure: 'ENOTFOUND' }) });
    const cache = new VerdictCache();
    const checker = checkerOf(net, cache);
    assert.deepEqual(await run(checker, ['https://gone.test/1.jpg']), ['unverified remote.no-network']);
    assert.deepEqual(cache.toData().entries, []);
    checker.dispose();
  });

  it('72, 73 pauses without a network, and goes on when it is back', async () => {
    const net = new FakeNet({ serve: () => photo });
    net.isOnline = false;
    const checker = checkerOf(net);
    const started = net.now();
    const urls = ['a', 'b', 'c', 'd', 'e'].map(name => `https://${name}.test/1.jpg`);
    const going = run(checker, urls);
    void net.wait(100_000).then(() => {
      assert.equal(checker.isPaused, true);
      assert.equal(net.requests.length, 0);
      net.isOnline = true;
    });
    const found = await going;
    assert.deepEqual(new Set(found), new Set(['unverified remote.no-network', 'ok']));
    assert.equal(found.filter(verdict => verdict === 'ok').length, 3);
    assert.ok(net.now() - started >= 100_000);
    checker.dispose();
  });

  it('72 gives up without a network where nobody wants to wait', async () => {
    const net = new FakeNet({ serve: () => photo });
    net.isOnline = false;
    const checker = checkerOf(net, new VerdictCache(), { withoutNetwork: 'unchecked' });
    const urls = ['a', 'b', 'c', 'd'].map(name => `https://${name}.test/1.jpg`);
    const { token } = new CancellationSource();
    const { isOffline, verdicts } = await checker.run({
      targets: urls.map(image),
      site: undefined,
      cancel: token,
    });
    assert.equal(isOffline, true);
    assert.ok([...verdicts.values()].every(({ outcome }) => outcome === 'unverified'));
    assert.equal(net.requests.length, 0);
    checker.dispose();
  });

  it('26 asks once for whoever wants to know, and ends only when nobody does', async () => {
    const net = new FakeNet({ serve: () => photo, latency: 1000 });
    const checker = checkerOf(net);
    const [one, other] = [new CancellationSource(), new CancellationSource()];
    const targets = [image('https://a.test/1.jpg')];
    const first = checker.run({ targets, site: undefined, cancel: one.token });
    const second = checker.run({ targets, site: undefined, cancel: other.token, priority: 5 });
    one.cancel();
    assert.equal((await second).verdicts.size, 1);
    assert.equal((await first).verdicts.size, 1);
    assert.equal(net.requests.length, 1);
    checker.dispose();
  });

  it('88 learns nothing from a run that was cancelled', async () => {
    const net = new FakeNet({ serve: () => photo, latency: 1000 });
    const cache = new VerdictCache();
    const checker = checkerOf(net, cache);
    const source = new CancellationSource();
    const going = checker.run({
      targets: [image('https://a.test/1.jpg')],
      site: undefined,
      cancel: source.token,
    });
    void net.wait(100).then(() => source.cancel());
    const { verdicts, unchecked } = await going;
    assert.deepEqual([verdicts.size, unchecked, cache.toData().entries.length], [0, 1, 0]);
    checker.dispose();
  });

  it('asks anew where somebody wants to know anew', async () => {
    const net = new FakeNet({ serve: () => photo });
    const checker = checkerOf(net);
    const url = 'https://a.test/1.jpg';
    await run(checker, [url], { site: undefined });
    await run(checker, [url], { site: undefined });
    assert.equal(net.requests.length, 1);
    await run(checker, [url], { site: undefined, anew: true });
    assert.equal(net.requests.length, 2);
    checker.dispose();
  });

  it('tells how far it is', async () => {
    const net = new FakeNet({ serve: () => photo });
    const checker = checkerOf(net);
    const seen: string[] = [];
    const onProgress = ({ done, total, host }: { done: number; total: number; host: string }) =>
      seen.push(`${done}/${total} ${host}`);
    await run(checker, ['https://a.test/1.jpg', 'https://a.test/2.jpg'], { onProgress });
    assert.deepEqual(seen, ['1/2 a.test', '2/2 a.test']);
    checker.dispose();
  });

  it('asks as a reader for three images of a host, then for each fifth', async () => {
    const net = new FakeNet({ serve: () => photo });
    const checker = checkerOf(net);
    for (let i = 0; i < 13; i++) await run(checker, [`https://a.test/${i}.jpg`]);
    const readers = net.requests.filter(({ headers }) => 'Referer' in headers);
    assert.deepEqual(
      readers.map(({ url }) => url.replace('https://a.test/', '')),
      ['0.jpg', '1.jpg', '2.jpg', '7.jpg', '12.jpg'],
    );
    checker.dispose();
  });

  it('warns of hosts with hot-link protection where the site is not known', async () => {
    const net = new FakeNet({ serve: () => photo });
    const checker = checkerOf(net);
    const found = await run(checker, ['https://mmbiz.qpic.cn/1/640'], { site: undefined });
    assert.deepEqual(found, ['suspicious remote.protected-host']);
    checker.dispose();
  });
});

describe('The cache of verdicts', () => {
  const verdict = (outcome: Verdict['outcome'], code?: Verdict['notes'][number]['code']): Verdict => ({
    outcome,
    notes: code ? [{ code, severity: undefined }] : [],
    ...(outcome === 'ok' ? { image: { format: 'PNG' } } : {}),
  });

  it('believes each verdict for its time', () => {
    const lives: [Verdict, number][] = [
      [verdict('ok'), 24 * 60],
      [verdict('reader-blocked', 'remote.hotlink'), 24 * 60],
      [verdict('broken', 'remote.missing'), 10],
      [verdict('broken', 'remote.web-page'), 60],
      [verdict('broken', 'remote.cert-expired'), 6 * 60],
      [verdict('broken', 'remote.no-host'), 5],
      [verdict('unverified', 'remote.forbidden'), 30],
      [verdict('unverified', 'remote.timeout'), 2],
      [verdict('not-checked', 'remote.private'), 0],
    ];
    for (const [given, minutes] of lives) {
      const cache = new VerdictCache();
      cache.put('k', given, 0);
      assert.ok('stale' in (cache.get('k', minutes * MINUTE) ?? {}), given.notes[0]?.code);
      if (minutes > 0)
        assert.ok('fresh' in (cache.get('k', minutes * MINUTE - 1) ?? {}), given.notes[0]?.code);
    }
  });

  it('keeps for the next session what will not pass by itself', () => {
    const cache = new VerdictCache();
    const all: Verdict[] = [
      verdict('ok'),
      verdict('broken', 'remote.missing'),
      verdict('reader-placeholder', 'remote.placeholder'),
      verdict('broken', 'remote.web-page'),
      verdict('unverified', 'remote.timeout'),
      verdict('unverified', 'remote.forbidden'),
      verdict('suspicious', 'remote.refused'),
    ];
    for (const [i, given] of all.entries()) cache.put(String(i), given, i);
    const data: unknown = JSON.parse(JSON.stringify(cache.toData()));
    const keys = new VerdictCache(data).toData().entries.map(({ key }) => key);
    assert.deepEqual(keys.sort(), ['0', '1', '2']);
  });

  it('keeps at most 5,000 entries, the newest', () => {
    const cache = new VerdictCache();
    for (let i = 0; i < 5100; i++) cache.put(String(i), verdict('ok'), i);
    const { entries } = cache.toData();
    assert.deepEqual([entries.length, entries[0]?.key, entries.at(-1)?.key], [5000, '5099', '100']);
  });

  it('takes nothing from a file that is none of its own', () => {
    const bad: unknown[] = [
      undefined,
      null,
      'x',
      { version: 2, entries: [] },
      { version: 1 },
      {
        version: 1,
        entries: [null, 1, {}, { key: 'a', at: 1, verdict: { outcome: 'ok', notes: [{ code: 'no.such' }] } }],
      },
      { version: 1, entries: [{ key: 'a', at: 'x', verdict: { outcome: 'ok', notes: [] } }] },
      { version: 1, entries: [{ key: 'a', at: 1, verdict: { outcome: 'odd', notes: [] } }] },
    ];
    for (const data of bad) assert.deepEqual(new VerdictCache(data).toData().entries, []);
  });
});
