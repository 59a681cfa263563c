import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import zlib from 'node:zlib';
import { Cancelled } from '../../core/images/cancellation.ts';
import type { Cancellation } from '../../core/images/cancellation.ts';
import type { NetAnswer, NetFailure, NetRequest } from '../../core/images/net.ts';
import { openTunnel } from './net-tunnel.ts';

/** Limits of patience, milliseconds: to be connected, to the first byte, between two parts, for everything. */
export interface Times {
  readonly connect: number;
  readonly firstByte: number;
  readonly idle: number;
  readonly total: number;
}

/** What keeps connections for further requests to the same host; `false`: nothing does. */
export interface Kept {
  readonly http: http.Agent | false;
  readonly https: https.Agent | false;
}

/** How requests reach the network. */
export interface Route {
  readonly proxy: string | undefined;
  readonly times: Times;
  readonly ca: readonly string[] | undefined;
  readonly kept: Kept;
}

/** One request. Its connection is closed when this ends, unless all of the answer has come and it may be kept. */
export function requestOnce(
  request: NetRequest,
  route: Route,
  cancel: Cancellation,
): Promise<NetAnswer | NetFailure> {
  return new Promise((resolve, reject) => {
    if (cancel.isCancellationRequested) {
      reject(new Cancelled());
      return;
    }
    const { times } = route;
    const sockets = new Set<{ destroy(): unknown }>();
    let isDone = false;
    const finish = (settle: () => void, isKept = false): void => {
      if (isDone) return;
      isDone = true;
      clearTimeout(total);
      clearTimeout(silence);
      listener.dispose();
      if (!isKept) for (const socket of sockets) socket.destroy();
      settle();
    };
    const fail = (failure: string): void => finish(() => resolve({ failure }));
    const total = setTimeout(() => fail('TIMEOUT_TOTAL'), times.total);
    let silence = setTimeout(() => fail('TIMEOUT'), times.connect);
    const expect = (ms: number): void => {
      if (isDone) return;
      clearTimeout(silence);
      silence = setTimeout(() => fail('TIMEOUT'), ms);
    };
    const listener = cancel.onCancellationRequested(() => finish(() => reject(new Cancelled())));
    const steps: Steps = {
      opened: socket => {
        if (isDone) socket.destroy();
        else sockets.add(socket);
      },
      connected: () => expect(times.firstByte),
      heard: () => expect(times.idle),
      answered: (answer, isKept) => finish(() => resolve(answer), isKept),
      failed: fail,
    };
    start(request, route, steps);
  });
}

/** What happens on the way, as the limits of time need it. */
interface Steps {
  readonly opened: (socket: { destroy(): unknown }) => void;
  readonly connected: () => void;
  readonly heard: () => void;
  /** `isKept`: nothing more will come of it, and its connection may serve another request. */
  readonly answered: (answer: NetAnswer, isKept: boolean) => void;
  readonly failed: (failure: string) => void;
}

function start(request: NetRequest, route: Route, steps: Steps): void {
  const isTls = request.url.startsWith('https:');
  if (route.proxy !== undefined && isTls) {
    const tunnel = openTunnel(request.url, route.proxy, result => {
      if ('failure' in result) steps.failed(result.failure);
      else send(request, { ...route, kept: NOTHING, socket: result.socket }, steps);
    });
    steps.opened(tunnel);
  } else {
    send(request, route.proxy === undefined ? route : { ...route, kept: NOTHING }, steps);
  }
}

const NOTHING: Kept = { http: false, https: false };

function send(request: NetRequest, route: Route & { readonly socket?: Socket }, steps: Steps): void {
  const { proxy, ca, socket, kept } = route;
  const { url, method, headers, addresses } = request;
  const target = new URL(url);
  const isTls = target.protocol === 'https:';
  const isByProxy = proxy !== undefined && !isTls;
  const { hostname, port, pathname, search } = isByProxy ? new URL(proxy) : target;
  const client = (isTls ? https : http).request({
    method,
    headers: { ...headers, Host: target.host },
    agent: isTls ? kept.https : kept.http,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isTls ? 443 : 80) : port,
    path: isByProxy ? url : pathname + search,
    ...(isTls && !isNumber(target.hostname) ? { servername: target.hostname.replace(/\.$/, '') } : {}),
    ...(ca === undefined ? {} : { ca: [...ca] }),
    ...(addresses === undefined ? {} : { lookup: pinned(addresses) }),
    ...(socket ? { socket } : {}),
  } as https.RequestOptions);
  steps.opened(client);
  let hasAnswer = false;
  client.on('socket', found => {
    steps.opened(found);
    if (client.reusedSocket) steps.connected();
    else found.once(isTls ? 'secureConnect' : 'connect', steps.connected);
  });
  client.on('error', error => {
    const code = codeOf(error);
    // A connection that was kept may be closed by the server at any time (RFC 9112, 9.3.1).
    if (client.reusedSocket && !hasAnswer && (code === 'ECONNRESET' || code === 'EPIPE'))
      send(request, { ...route, kept: NOTHING }, steps);
    // What came before the fault may be all there is to come.
    else if (hasAnswer) setImmediate(() => steps.failed(code));
    // A proxy that is not there says nothing of the server.
    else steps.failed(isByProxy && code === 'ECONNREFUSED' ? 'ENETUNREACH' : code);
  });
  client.on('response', response => {
    hasAnswer = true;
    receive(response, request, steps);
  });
  client.on('upgrade', () => steps.failed('ECONNRESET'));
  client.end();
}

const isNumber = (hostname: string): boolean => net.isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;

/** The words of OpenSSL and of BoringSSL, which VS Code has, by what they mean. */
const TLS_FAULTS: readonly (readonly [words: RegExp, code: string])[] = [
  [
    /wrong[ _]version[ _]number|packet[ _]length[ _]too[ _]long|http[ _]request/i,
    'ERR_SSL_WRONG_VERSION_NUMBER',
  ],
  [/alert[ _]protocol[ _]version|unsupported[ _]protocol/i, 'ERR_SSL_UNSUPPORTED_PROTOCOL'],
];

function codeOf(error: Error): string {
  const named = TLS_FAULTS.find(([words]) => words.test(error.message))?.[1];
  return named ?? ('code' in error ? String(error.code) : 'ECONNRESET');
}

/** Answers with addresses that were held against the policy, so that nothing else is connected to. */
function pinned(addresses: readonly string[]): net.LookupFunction {
  return (_host, options, answer) => {
    const all = addresses.map(address => ({ address, family: net.isIP(address) }));
    const [first] = all;
    if (options.all) answer(null, all);
    else if (first) answer(null, first.address, first.family);
    else answer(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '');
  };
}

function receive(response: http.IncomingMessage, { limit, method }: NetRequest, steps: Steps): void {
  const status = response.statusCode ?? 0;
  const headers = plainHeaders(response.headers);
  const chunks: Uint8Array[] = [];
  let length = 0;
  let hasEnded = false;
  const end = (how: NetAnswer['end']): void => {
    if (hasEnded) return;
    hasEnded = true;
    const bytes = new Uint8Array(Buffer.concat(chunks).subarray(0, limit));
    steps.answered({ status, headers, body: bytes, end: how }, response.complete);
    // A few packed bytes may hold gigabytes.
    if (body !== response) body.destroy();
  };
  const body = method === 'HEAD' ? response : decoded(response, headers['content-encoding']);
  if (method === 'HEAD') {
    response.on('end', () => end('whole'));
    response.resume();
    return;
  }
  // Of a part that is exactly as long as what was asked for, the end comes next.
  const isPart = headers['content-length'] === String(limit) && headers['content-encoding'] === undefined;
  steps.heard();
  response.on('data', steps.heard);
  body.on('data', (chunk: Uint8Array) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= limit && !isPart) end('limit');
  });
  body.on('end', () => {
    const isCut = isPart && headers['content-range'] !== undefined;
    end(!response.complete ? 'aborted' : isCut ? 'limit' : 'whole');
  });
  body.on('error', () => end('aborted'));
  response.on('error', () => end('aborted'));
  response.on('aborted', () => end('aborted'));
}

/** Some servers compress although they are asked not to. */
function decoded(response: http.IncomingMessage, encoding = ''): Readable {
  const tolerant = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
  switch (encoding.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return response.pipe(zlib.createGunzip(tolerant));
    case 'deflate':
      return response.pipe(zlib.createInflate(tolerant));
    case 'br':
      return response.pipe(zlib.createBrotliDecompress());
    default:
      return response;
  }
}

function plainHeaders(headers: http.IncomingHttpHeaders): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  if (plain['location'] !== undefined) plain['location'] = fromUtf8(plain['location']);
  return plain;
}

/** Node reads headers as Latin-1; addresses in them are UTF-8 where they are not ASCII. */
function fromUtf8(text: string): string {
  const bytes = Buffer.from(text, 'latin1');
  const decodedText = bytes.toString('utf8');
  return decodedText.includes('\ufffd') ? text : decodedText;
}
