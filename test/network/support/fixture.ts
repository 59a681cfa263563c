import { once } from 'node:events';
import http from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import tls from 'node:tls';
import type { Ask, Script } from '../../unit/support/network-cases/index.ts';
import { certify } from './certificates.ts';
import type { Certificate } from './certificates.ts';

/** One request that came. */
export interface Seen {
  readonly host: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly isSecure: boolean;
  readonly at: number;
}

export type Serve = (ask: Ask & { readonly host: string }) => Script | Promise<Script>;

/** Certificates of the fixture: one authority, and servers that get something wrong. */
export class Authority {
  readonly root = certify({ name: 'fixture root', isAuthority: true });
  readonly proper = this.server('*.pics.test');
  private readonly middle = certify({ name: 'fixture middle', issuer: this.root, isAuthority: true });
  private readonly stranger = certify({ name: 'strange root', isAuthority: true });
  private readonly contexts = new Map<string, tls.SecureContext>([
    ['expired.pics.test', contextOf(this.server('*.pics.test', new Date(Date.now() - 1000)))],
    [
      'early.pics.test',
      contextOf(
        certify({
          ...this.proper,
          issuer: this.root,
          hosts: ['*.pics.test'],
          validFrom: new Date(Date.now() + 86_400_000),
        }),
      ),
    ],
    ['wrong.pics.test', contextOf(this.server('elsewhere.test'))],
    ['selfsigned.pics.test', contextOf(certify({ name: 'self', hosts: ['*.pics.test'] }))],
    ['chain.pics.test', contextOf(certify({ name: 'leaf', issuer: this.middle, hosts: ['*.pics.test'] }))],
    [
      'company.pics.test',
      contextOf(certify({ name: 'company', issuer: this.stranger, hosts: ['*.pics.test'] }), this.stranger),
    ],
  ]);

  contextFor(host: string): tls.SecureContext {
    return this.contexts.get(host) ?? contextOf(this.proper);
  }

  private server(host: string, validTo?: Date): Certificate {
    return certify({ name: host, issuer: this.root, hosts: [host], ...(validTo ? { validTo } : {}) });
  }
}

const contextOf = ({ cert, key }: Certificate, ...chain: readonly Certificate[]): tls.SecureContext =>
  tls.createSecureContext({ cert: [cert, ...chain.map(other => other.cert)].join(''), key });

/** A server on this machine that speaks HTTP and HTTPS on one port, and answers as it is told. */
export class Fixture {
  readonly seen: Seen[] = [];
  readonly sockets = new Set<Socket>();
  /** The most requests of a host that were under way at a time. */
  readonly most = new Map<string, number>();
  connections = 0;
  port = 0;
  serve: Serve = () => ({ status: 404 });
  private readonly active = new Map<string, number>();
  private readonly entry: net.Server;

  constructor(authority: Authority) {
    const answer = (request: IncomingMessage, response: ServerResponse): void =>
      void this.answer(request, response);
    const plain = http.createServer(answer);
    const secure = https.createServer(
      {
        key: authority.proper.key,
        cert: authority.proper.cert,
        SNICallback: (name, done) => done(null, authority.contextFor(name)),
      },
      answer,
    );
    for (const server of [plain, secure]) server.keepAliveTimeout = 0;
    secure.on('tlsClientError', () => undefined);
    this.entry = net.createServer(socket => {
      this.connections++;
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      socket.on('error', () => undefined);
      socket.once('data', first => {
        socket.pause();
        socket.unshift(first);
        (first[0] === 0x16 ? secure : plain).emit('connection', socket);
        process.nextTick(() => socket.resume());
      });
    });
  }

  async start(address = '127.0.0.1', port = 0): Promise<void> {
    this.entry.listen(port, address);
    await once(this.entry, 'listening');
    this.port = (this.entry.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    if (!this.entry.listening) return;
    this.entry.close();
    await once(this.entry, 'close');
  }

  /** Requests to a host without port. */
  to(host: string): readonly Seen[] {
    return this.seen.filter(one => one.host === host);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = request.headers.host ?? '';
    const host = name.replace(/:\d+$/, '');
    const isSecure = request.socket instanceof tls.TLSSocket;
    const path = request.url ?? '';
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([key, value]) => [
        key,
        Array.isArray(value) ? value.join(', ') : value,
      ]),
    );
    const before = this.to(host).length;
    this.seen.push({ host, path, headers, isSecure, at: Date.now() });
    this.enter(host, 1);
    response.on('close', () => this.enter(host, -1));
    const script = await this.serve({
      host,
      method: request.method ?? '',
      headers,
      path,
      isSecure,
      before,
      now: Date.now(),
      at: (other, target, scheme = 'https') =>
        `${scheme}://${other === 'same' ? name : `${other}:${this.port}`}${target}`,
    });
    play(script, request, response);
  }

  private enter(host: string, step: 1 | -1): void {
    const active = (this.active.get(host) ?? 0) + step;
    this.active.set(host, active);
    this.most.set(host, Math.max(this.most.get(host) ?? 0, active));
  }
}

function play(script: Script, { socket }: IncomingMessage, response: ServerResponse): void {
  if (script.fault) {
    fail(script.fault, socket, response);
    return;
  }
  if (script.raw !== undefined) {
    socket.end(typeof script.raw === 'string' ? Buffer.from(script.raw, 'latin1') : script.raw);
    return;
  }
  const { status = 200, headers = {}, body = new Uint8Array(), announced } = script;
  if (script.hints) response.writeEarlyHints({ link: '</a.css>; rel=preload; as=style' });
  const latin1 = Object.entries(headers).map(([name, value]) => [
    name,
    Buffer.from(value, 'utf8').toString('latin1'),
  ]);
  const length = status === 204 ? {} : { 'content-length': announced ?? body.length };
  response.writeHead(status, { ...length, ...(Object.fromEntries(latin1) as Record<string, string>) });
  if (announced === undefined) response.end(body);
  else response.write(body, () => socket.destroy());
}

function fail(fault: NonNullable<Script['fault']>, socket: Socket, response: ServerResponse): void {
  switch (fault) {
    case 'hang':
      return;
    case 'reset':
      if (socket instanceof tls.TLSSocket) socket.destroy();
      else socket.resetAndDestroy();
      return;
    case 'garbage':
      socket.end('no http at all\r\n\r\n');
      return;
    case 'long-header':
      socket.end(`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
      return;
    case 'slow-header': {
      socket.write('HTTP/1.1 200 OK\r\nX-');
      const timer = setInterval(() => socket.write('H'), 100);
      socket.on('close', () => clearInterval(timer));
      return;
    }
    case 'drip': {
      response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': 100_000 });
      const timer = setInterval(() => response.write('0123456789'), 20);
      response.on('close', () => clearInterval(timer));
    }
  }
}
