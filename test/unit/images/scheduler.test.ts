import assert from 'node:assert/strict';
import { VerdictCache } from '../../../src/core/images/cache.ts';
import { CancellationSource, Cancelled } from '../../../src/core/images/cancellation.ts';
import { RemoteChecker } from '../../../src/core/images/checker.ts';
import { Scheduler } from '../../../src/core/images/scheduler.ts';
import type { Target } from '../../../src/core/images/target.ts';
import { FakeNet } from '../support/fake-net.ts';
import { jpeg } from '../support/images.ts';

const body = jpeg(1000, 667);
const serve = () => ({ headers: { 'content-type': 'image/jpeg' }, body });
const images = (count: number, hosts: number): Target[] =>
  Array.from({ length: count }, (_, i) => {
    const href = `https://h${i % hosts}.test/${i}.jpg`;
    return { kind: 'image', href, key: `image ${href}` };
  });
const { token } = new CancellationSource();

describe('The queue of requests', () => {
  it('takes 1,000 images of 20 hosts at most two at a time each, in the least time that this allows', async () => {
    const net = new FakeNet({ serve, latency: 500 });
    const checker = new RemoteChecker(net, new VerdictCache(), { policy: { allowedHosts: [] } });
    const started = net.now();
    const { verdicts } = await checker.run({ targets: images(1000, 20), site: undefined, cancel: token });
    checker.dispose();
    assert.equal(verdicts.size, 1000);
    assert.ok([...net.most.values()].every(most => most === 2));
    for (const starts of net.starts.values()) {
      assert.ok(starts.every((at, i) => i === 0 || at - (starts[i - 1] ?? 0) >= 150));
    }
    const least = (1000 / 20 / 2) * 500;
    assert.ok(net.now() - started <= least * 1.3, `${net.now() - started} of ${least} ms`);
  });

  it('never has more under way than the limit for all', async () => {
    const net = new FakeNet();
    const scheduler = new Scheduler(net, { total: 3, perHost: 2, gap: 0 });
    let [active, most] = [0, 0];
    await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        scheduler.run(`h${i % 10}`, { priority: 0 }, token, async () => {
          most = Math.max(most, ++active);
          await net.wait(10, token);
          active--;
        }),
      ),
    );
    assert.equal(most, 3);
  });

  it('takes what is urgent first, and what has become urgent', async () => {
    const net = new FakeNet();
    const scheduler = new Scheduler(net, { total: 1, perHost: 1, gap: 0 });
    const order: string[] = [];
    const job = (name: string, urgency: { priority: number }) =>
      scheduler.run('h', urgency, token, async () => {
        order.push(name);
        await net.wait(10, token);
      });
    const late = { priority: 0 };
    const all = [
      job('a', { priority: 0 }),
      job('b', { priority: 0 }),
      job('c', { priority: 2 }),
      job('d', late),
    ];
    late.priority = 3;
    await Promise.all(all);
    assert.deepEqual(order, ['a', 'd', 'c', 'b']);
  });

  it('leaves a host alone for as long as it is told, and no other', async () => {
    const net = new FakeNet();
    const scheduler = new Scheduler(net, { total: 9, perHost: 2, gap: 0 });
    const started = net.now();
    scheduler.pause('a', 60_000);
    const times = await Promise.all(
      ['a', 'b'].map(host =>
        scheduler.run(host, { priority: 0 }, token, () => Promise.resolve(net.now() - started)),
      ),
    );
    assert.deepEqual(times, [60_000, 0]);
  });

  it('drops what is wanted no more before it starts', async () => {
    const net = new FakeNet();
    const scheduler = new Scheduler(net, { total: 1, perHost: 1, gap: 0 });
    const source = new CancellationSource();
    const first = scheduler.run('h', { priority: 0 }, token, () => net.wait(10, token));
    const second = scheduler.run('h', { priority: 0 }, source.token, () =>
      Promise.reject(new Error('started')),
    );
    source.cancel();
    await assert.rejects(second, Cancelled);
    await first;
    await assert.rejects(
      scheduler.run('h', { priority: 0 }, source.token, () => Promise.resolve()),
      Cancelled,
    );
  });
});
