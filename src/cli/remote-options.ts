import { DEFAULT_IMAGE_LIMITS } from '../core/images/image-notes.ts';
import { message } from '../core/messages.ts';
import type { Arguments } from './arguments.ts';
import { UsageError } from './io.ts';
import type { RemoteOptions } from './remote.ts';

/** Options of `check` that say how images and links are asked for. */
export const REMOTE_VALUES = ['cache', 'allow-host', 'thumbnail-width', 'thumbnail-ratio'] as const;
export const REMOTE_FLAGS = ['images', 'links', 'offline'] as const;

/** `undefined`: neither images nor links are asked for. */
export function readRemoteOptions({ values, flags }: Arguments): RemoteOptions | undefined {
  const { 'thumbnail-width': width = '0', 'thumbnail-ratio': ratio } = values;
  if (!/^\d{1,5}$/.test(width))
    throw new UsageError(message('cli.bad-number', { option: '--thumbnail-width', value: width }));
  if (ratio !== undefined && !/^[1-9]\d{0,3}:[1-9]\d{0,3}$/.test(ratio))
    throw new UsageError(message('cli.bad-ratio', { value: ratio }));
  if (!flags.has('images') && !flags.has('links')) return undefined;
  return {
    kinds: new Set([
      ...(flags.has('images') ? (['image'] as const) : []),
      ...(flags.has('links') ? (['link'] as const) : []),
    ]),
    isOffline: flags.has('offline'),
    cache: values['cache'],
    policy: { allowedHosts: (values['allow-host'] ?? '').split(',').filter(host => host !== '') },
    limits: { ...DEFAULT_IMAGE_LIMITS, thumbnailWidth: Number(width), thumbnailRatio: ratio },
  };
}
