import assert from 'node:assert/strict';
import { VerdictCache } from '../../../src/core/images/cache.ts';
import { CancellationSource } from '../../../src/core/images/cancellation.ts';
import { RemoteChecker } from '../../../src/core/images/checker.ts';
import { FakeNet } from '../support/fake-net.ts';
import { expectVerdict, targetFor } from '../support/network-expect.ts';
import { CASES } from '../support/network-cases/index.ts';

describe('What servers do, without sockets:', () => {
  for (const given of CASES) {
    it(`${given.id} ${given.name}`, async () => {
      const net = new FakeNet({ serve: given.serve });
      const checker = new RemoteChecker(net, new VerdictCache(), { policy: { allowedHosts: [] } });
      const target = targetFor(given, `c${given.id}.pics.test`);
      const { token } = new CancellationSource();
      const { verdicts } = await checker.run({ targets: [target], site: 'https://site.test', cancel: token });
      checker.dispose();
      expectVerdict(given, verdicts.get(target.key), net.requests.length);
      assert.ok(net.requests.every(({ headers }) => !('Cookie' in headers) && !('Authorization' in headers)));
    });
  }
});
