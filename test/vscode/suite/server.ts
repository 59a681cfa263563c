import dns from 'node:dns/promises';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { folder } from './support.ts';

/** A server on this machine that has one picture, and counts what it is asked for. */
export interface PictureServer {
  readonly asked: readonly string[];
  /** `127.0.0.1:PORT` */
  readonly host: string;
  readonly close: () => void;
}

/** `/picture.png` is there, everything else is missing. */
export async function servePicture(): Promise<PictureServer> {
  const bytes = fs.readFileSync(path.join(folder().fsPath, 'static/img/bus.png'));
  const asked: string[] = [];
  const server = http.createServer(({ url = '' }, response) => {
    asked.push(url);
    const isThere = url.startsWith('/picture.png');
    response.writeHead(isThere ? 200 : 404, { 'content-type': isThere ? 'image/png' : 'text/plain' });
    response.end(isThere ? bytes : 'gone');
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { asked, host: `127.0.0.1:${port}`, close: () => server.close() };
}

/** Notes the names that this process asks name servers for, until it is disposed of; nobody answers. */
export function watchLookups(): { readonly names: readonly string[]; readonly dispose: () => void } {
  const names: string[] = [];
  const real = dns.lookup;
  const watched = (name: string): Promise<never> => {
    names.push(name);
    return Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }));
  };
  Object.assign(dns, { lookup: watched });
  return { names, dispose: () => void Object.assign(dns, { lookup: real }) };
}
