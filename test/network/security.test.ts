import assert from 'node:assert/strict';
import http from 'node:http';
import https from 'node:https';
import { VerdictCache } from '../../src/core/images/cache.ts';
import { RemoteChecker } from '../../src/core/images/checker.ts';
import type { Net } from '../../src/core/images/net.ts';
import { Fixture } from './support/fixture.ts';
import { ALLOWED, check, Lab, one } from './support/lab.ts';
import { jpeg } from '../unit/support/images.ts';

const photo = { headers: { 'content-type': 'image/jpeg' }, body: jpeg(1000, 667) };

describe('Certificates:', () => {
  const lab = new Lab();
  before(() => {
    lab.server.serve = () => photo;
    return lab.start();
  });
  after(() => lab.stop());

  const cases: readonly [name: string, host: string, expected: string][] = [
    ['74 an expired one is broken', 'expired', 'broken remote.cert-expired'],
    ['75 one for another host is broken', 'wrong', 'broken remote.cert-name'],
    ['76 one that signs itself is broken', 'selfsigned', 'broken remote.cert-untrusted'],
    ['one that begins tomorrow is broken', 'early', 'broken remote.cert-early'],
    ['77 a chain that lacks its middle is a warning', 'chain', 'suspicious remote.cert-chain'],
    ['one of an unknown authority cannot be verified', 'company', 'unverified remote.cert-company'],
  ];
  for (const [name, host, expected] of cases) {
    it(name, async () => assert.equal(await one(lab.checker(), lab.url(`${host}.pics.test`)), expected));
  }

  it('78 https on a port of plain http is broken', async () => {
    const server = http.createServer((_, response) => response.end());
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    assert.equal(await one(lab.checker(), `https://plain.pics.test:${port}/`), 'broken remote.not-https');
    server.closeAllConnections();
    server.close();
  });
});

describe('Encryption', () => {
  const lab = new Lab();
  const { cert, key } = lab.authority.proper;

  it('that is outdated is refused by browsers', async () => {
    const options = {
      cert,
      key,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    } as const;
    const server = https.createServer(options, (_, response) => response.end());
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    assert.equal(await one(lab.checker(), `https://old.pics.test:${port}/`), 'broken remote.tls-old');
    server.close();
  });

  it('for who has a certificate of his own says nothing of others', async () => {
    const options = { cert, key, ca: [lab.authority.root.cert], requestCert: true, rejectUnauthorized: true };
    const server = https.createServer(options, (_, response) => response.end());
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const found = await one(lab.checker(), `https://client.pics.test:${port}/`);
    assert.match(found, /^unverified /);
    server.close();
  });
});

describe('Addresses that may not be asked:', () => {
  const lab = new Lab();
  const inner = new Fixture(lab.authority);
  before(async () => {
    lab.server.serve = ask =>
      ask.host === 'hop.pics.test'
        ? { status: 302, headers: { location: `http://127.0.0.2:${lab.server.port}/x.jpg` } }
        : photo;
    await lab.start();
    inner.serve = () => photo;
    // Not every system has this address; then there is nothing that could be connected to.
    await inner.start('127.0.0.2', lab.server.port).catch(() => undefined);
  });
  after(() => Promise.all([lab.stop(), inner.stop()]));
  const answering = (...answers: string[][]) => {
    let at = 0;
    return () => Promise.resolve({ addresses: answers[Math.min(at++, answers.length - 1)] ?? [] });
  };

  it('64 a redirect into a private network is not followed', async () => {
    assert.equal(await one(lab.checker(), lab.url('hop.pics.test')), 'not-checked remote.redirect-private');
    assert.equal(inner.connections, 0);
  });

  it('83 a name with a private address is not connected to', async () => {
    const { connections } = lab.server;
    const checker = lab.checker({ lookup: answering(['10.0.0.5']) });
    assert.equal(await one(checker, lab.url('private.pics.test')), 'not-checked remote.private');
    assert.equal(lab.server.connections, connections);
  });

  it('84 a name that changes its address is connected to where it was checked', async () => {
    const checker = lab.checker({ lookup: answering(['127.0.0.1'], ['127.0.0.2']) });
    assert.equal(await one(checker, lab.url('rebind.pics.test')), 'ok');
    assert.equal(lab.server.to('rebind.pics.test').length, 1);
    assert.equal(inner.connections, 0);
  });

  it('of several addresses only public ones are tried', async () => {
    const checker = lab.checker({ lookup: answering(['127.0.0.2', '127.0.0.1']) });
    assert.equal(await one(checker, lab.url('mixed.pics.test')), 'ok');
    assert.equal(inner.connections, 0);
  });

  it('85 a name that a proxy answers with 198.18.0.0/15 is connected to', async () => {
    const asked: (readonly string[] | undefined)[] = [];
    const net = lab.net({ lookup: answering(['198.18.0.7']) });
    const redirected: Net = {
      ...net,
      request: (request, cancel) => {
        asked.push(request.addresses);
        return net.request({ ...request, addresses: ['127.0.0.1'] }, cancel);
      },
    };
    const checker = new RemoteChecker(redirected, new VerdictCache(), { policy: ALLOWED });
    assert.equal(await one(checker, lab.url('tunnel.pics.test')), 'ok');
    assert.deepEqual(asked[0], ['198.18.0.7']);
  });

  it('a name that the name server of this computer blocks is no fault of the image', async () => {
    const { connections } = lab.server;
    const checker = lab.checker({ lookup: answering(['0.0.0.0']) });
    assert.equal(await one(checker, lab.url('ads.pics.test')), 'unverified remote.name-blocked');
    assert.equal(lab.server.connections, connections);
  });

  it('87 in a workspace that is not trusted nothing is asked, not even for names', async () => {
    let lookups = 0;
    const lookup = () => {
      lookups++;
      return Promise.resolve({ addresses: ['127.0.0.1'] });
    };
    const { connections } = lab.server;
    const checker = lab.checker({ lookup }, { isTrusted: false });
    assert.equal(await one(checker, lab.url('t.pics.test')), 'not-checked remote.untrusted');
    assert.deepEqual([lookups, lab.server.connections - connections], [0, 0]);
  });

  it('108 no cookie is sent back', async () => {
    const before = lab.server.serve;
    lab.server.serve = ({ path }) =>
      path === '/b.jpg' ? photo : { status: 302, headers: { location: '/b.jpg', 'set-cookie': 'a=b' } };
    assert.equal(await one(lab.checker(), lab.url('cookie.pics.test', '/a.jpg')), 'ok');
    const seen = lab.server.to('cookie.pics.test');
    assert.ok(seen.length >= 2 && seen.every(({ headers }) => headers['cookie'] === undefined));
    lab.server.serve = before;
  });

  it('the site is told nothing of the article but its own address', async () => {
    await check(lab.checker(), [lab.url('referer.pics.test', '/a.jpg?secret=1')]);
    const referers = lab.server.to('referer.pics.test').map(({ headers }) => headers['referer']);
    assert.deepEqual(referers, [undefined, 'https://site.test/']);
  });
});
