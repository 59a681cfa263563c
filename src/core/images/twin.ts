import { climb } from './climb.ts';
import { readContent } from './content.ts';
import type { ProbeContext } from './probe-context.ts';
import { FIRST } from './requests.ts';
import type { RemoteNote } from './verdict.ts';

/**
 * An image by http on a page by https: browsers ask for it by https instead and show nothing if that fails
 * (W3C Mixed Content Level 2, 4.1). The address that readers' browsers ask for, and what is to be said of it.
 */
export async function twinNote(
  url: string,
  { site, referer, wire }: ProbeContext,
): Promise<{ readonly url: string; readonly note?: RemoteNote }> {
  if (!url.startsWith('http:') || !site?.startsWith('https:')) return { url };
  const twin = `https:${url.slice('http:'.length)}`;
  const top = await climb({ kind: 'image', url: twin, limit: 65_536, referer }, FIRST.image, wire);
  if (top.kind === 'verdict') {
    const isDead = top.verdict.outcome === 'broken' || top.last === 'refused';
    const note: RemoteNote = isDead
      ? { code: 'remote.mixed', severity: 'error' }
      : { code: 'remote.http-unknown', severity: undefined };
    return { url, note };
  }
  const content = readContent(top.reply);
  if (content.kind === 'image')
    return { url: twin, note: { code: 'remote.use-https', severity: 'info', replacement: twin } };
  const isBroken = content.verdict.outcome === 'broken';
  return {
    url,
    note: isBroken
      ? { code: 'remote.mixed', severity: 'error' }
      : { code: 'remote.http-unknown', severity: undefined },
  };
}
