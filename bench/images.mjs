// Images of the network: 1,000 of them on 20 hosts, against the least time that the limits allow.
//   node bench/images.mjs [--gap 150] [--latency 100]
import { parseArgs } from 'node:util';
import { load } from './support.mjs';

const { values } = parseArgs({
  options: { gap: { type: 'string', default: '150' }, latency: { type: 'string', default: '100' } },
});
const gap = Number(values.gap);
const latency = Number(values.latency);
const HOSTS = 20;
const IMAGES = 1000;
const PER_HOST = 2;
const TOTAL = 40;

const { Authority, Fixture, jpeg, RemoteChecker, VerdictCache, CancellationSource, nodeNet } = await load(`
  export { Authority, Fixture } from './test/network/support/fixture.ts';
  export { jpeg } from './test/unit/support/images.ts';
  export { RemoteChecker } from './src/core/images/checker.ts';
  export { VerdictCache } from './src/core/images/cache.ts';
  export { CancellationSource } from './src/core/images/cancellation.ts';
  export { nodeNet } from './src/platform/node/net.ts';
`);

const server = new Fixture(new Authority());
const body = jpeg(1000, 667);
server.serve = async () => {
  await new Promise(resolve => setTimeout(resolve, latency));
  return { headers: { 'content-type': 'image/jpeg' }, body };
};
await server.start();
const targets = Array.from({ length: IMAGES }, (_, i) => {
  const href = `http://h${i % HOSTS}.pics.test:${server.port}/${i}.jpg`;
  return { kind: 'image', href, key: `image ${href}` };
});
const net = nodeNet({ lookup: () => Promise.resolve({ addresses: ['127.0.0.1'] }) });

async function run(cache, cancel = new CancellationSource()) {
  const checker = new RemoteChecker(net, cache, {
    policy: { allowedHosts: ['127.0.0.1'] },
    limits: { total: TOTAL, perHost: PER_HOST, gap },
  });
  const started = performance.now();
  const before = server.seen.length;
  const { verdicts } = await checker.run({ targets, site: undefined, cancel: cancel.token });
  checker.dispose();
  return { ms: performance.now() - started, requests: server.seen.length - before, verdicts: verdicts.size };
}

const each = IMAGES / HOSTS;
const least = Math.max((each - 1) * gap + latency, (each / PER_HOST) * latency, (IMAGES / TOTAL) * latency);
const cache = new VerdictCache();
const first = await run(cache);
const { connections } = server;
const second = await run(cache);

const cancel = new CancellationSource();
const half = new VerdictCache();
let stopped = 0;
setTimeout(() => {
  stopped = performance.now();
  cancel.cancel();
}, 1000);
const third = await run(half, cancel);
while (server.sockets.size > 0) await new Promise(resolve => setTimeout(resolve, 1));
const closed = performance.now() - stopped;
await server.stop();

console.log(
  `${IMAGES} images on ${HOSTS} hosts, ${latency} ms an answer, ${gap} ms between two starts on a host`,
);
console.log(`  least time of the limits   ${(least / 1000).toFixed(2)} s`);
console.log(
  `  first run                  ${(first.ms / 1000).toFixed(2)} s, ${(first.ms / least).toFixed(3)} times the least`,
);
console.log(
  `  requests                   ${first.requests} on ${connections} connections, at most ${Math.max(...server.most.values())} at a time on a host`,
);
console.log(`  second run                 ${second.requests} requests, ${second.ms.toFixed(0)} ms`);
console.log(
  `  cancelled after a second   sockets closed after ${closed.toFixed(0)} ms, ${third.verdicts} of ${third.requests} verdicts kept`,
);
if (first.ms > least * 1.3 || second.requests > 0 || closed > 200) process.exitCode = 1;
