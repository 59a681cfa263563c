import http from 'node:http';
import type { Socket } from 'node:net';

/** A way through a proxy (`CONNECT`, RFC 9110, 9.3.6) to the host of an https address. */
export function openTunnel(
  url: string,
  proxy: string,
  done: (result: { readonly socket: Socket } | { readonly failure: string }) => void,
): { destroy(): unknown } {
  const { hostname, port } = new URL(url);
  const target = `${hostname}:${port === '' ? '443' : port}`;
  const way = new URL(proxy);
  const request = http.request({
    method: 'CONNECT',
    agent: false,
    host: way.hostname.replace(/^\[|\]$/g, ''),
    port: way.port === '' ? 80 : way.port,
    path: target,
    headers: { Host: target },
  });
  request.on('connect', (response, socket) => {
    if (response.statusCode === 200) done({ socket });
    else {
      socket.destroy();
      done({ failure: response.statusCode === 407 ? 'PROXY_AUTH' : 'ECONNRESET' });
    }
  });
  // A proxy that is not there says nothing of the server.
  request.on('error', () => done({ failure: 'ENETUNREACH' }));
  request.end();
  return request;
}
