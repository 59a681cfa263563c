import type { Net } from '../../core/images/net.ts';
import { nodeNet } from './net.ts';
import { proxyFromEnvironment } from './proxy.ts';

/** What the editor's settings say of a proxy. */
export interface EditorProxy {
  /** `http://host:port`; empty: what the environment says. */
  readonly proxy: string;
  readonly exceptions: readonly string[];
}

/** The network for the editor's extension host. */
export function editorNet({ proxy, exceptions }: EditorProxy): Net {
  const env =
    proxy === '' ? process.env : { http_proxy: proxy, https_proxy: proxy, no_proxy: exceptions.join(',') };
  return nodeNet({ proxy: proxyFromEnvironment(env) });
}
