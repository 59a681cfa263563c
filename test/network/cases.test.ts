import { CancellationSource } from '../../src/core/images/cancellation.ts';
import { CASES } from '../unit/support/network-cases/index.ts';
import { expectVerdict, targetFor } from '../unit/support/network-expect.ts';
import { Lab } from './support/lab.ts';

/** Patience with servers that never answer; others get all the time there is. */
const SHORT = { connect: 2000, firstByte: 300, idle: 300, total: 900 };
const SILENT = new Set([6, 67, 68]);

describe('What servers do, over real sockets:', () => {
  const lab = new Lab();
  before(() => {
    lab.server.serve = ask => {
      const given = CASES.find(({ id }) => ask.host === `c${id}.pics.test`);
      return given?.serve(ask) ?? { status: 404 };
    };
    return lab.start();
  });
  after(() => lab.stop());

  for (const given of CASES) {
    it(`${given.id} ${given.name}`, async () => {
      const host = `c${given.id}.pics.test`;
      const checker = lab.checker(SILENT.has(given.id) ? { times: SHORT } : {});
      const target = targetFor(given, `${host}:${lab.server.port}`);
      const { token } = new CancellationSource();
      const { verdicts } = await checker.run({ targets: [target], site: 'https://site.test', cancel: token });
      checker.dispose();
      expectVerdict(given, verdicts.get(target.key), lab.server.to(host).length);
    });
  }
});
