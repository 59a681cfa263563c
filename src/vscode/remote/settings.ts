import * as vscode from 'vscode';
import { DEFAULT_IMAGE_LIMITS } from '../../core/images/image-notes.ts';
import type { ImageLimits } from '../../core/images/image-notes.ts';
import type { UrlPolicy } from '../../core/images/url-policy.ts';

/** When the network is asked for images: `onSave` when an article is shown or saved, `onDemand` by commands only. */
export type When = 'off' | 'onDemand' | 'onSave';

/** The settings under `galley.images.`, read once into a value. */
export interface RemoteSettings {
  readonly when: When;
  readonly policy: UrlPolicy;
  readonly limits: ImageLimits;
}

export function readRemoteSettings(scope?: vscode.Uri): RemoteSettings {
  const settings = vscode.workspace.getConfiguration('galley.images', scope);
  const number = (name: string, otherwise: number): number => {
    const value = settings.get<unknown>(name);
    return typeof value === 'number' && value >= 0 ? value : otherwise;
  };
  const when = settings.get<unknown>('check');
  const hosts = settings.get<unknown>('allowedPrivateHosts');
  const ratio = settings.get<unknown>('thumbnailRatio');
  const { maxSize, maxPixels, thumbnailWidth } = DEFAULT_IMAGE_LIMITS;
  return {
    when: when === 'off' || when === 'onDemand' ? when : 'onSave',
    policy: { allowedHosts: Array.isArray(hosts) ? hosts.filter(host => typeof host === 'string') : [] },
    limits: {
      maxSize: number('maxSize', maxSize / KILO) * KILO,
      maxPixels: number('maxMegapixels', maxPixels / MEGA) * MEGA,
      thumbnailWidth: number('thumbnailWidth', thumbnailWidth),
      thumbnailRatio: typeof ratio === 'string' && RATIO.test(ratio) ? ratio : undefined,
    },
  };
}

const KILO = 1024;
const MEGA = 1_000_000;

const RATIO = /^[1-9]\d{0,3}:[1-9]\d{0,3}$/;

/** The proxy of VS Code's own settings; empty: none is set there. */
export function readProxy(): { readonly proxy: string; readonly exceptions: readonly string[] } {
  const http = vscode.workspace.getConfiguration('http');
  const isOff = http.get<unknown>('proxySupport') === 'off';
  return {
    proxy: isOff ? '' : http.get('proxy', ''),
    exceptions: http.get<readonly string[]>('noProxy', []),
  };
}
