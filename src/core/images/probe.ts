import { climb } from './climb.ts';
import type { Top } from './climb.ts';
import { readContent } from './content.ts';
import type { Content } from './content.ts';
import { isKeptFrom } from './embedding.ts';
import { dateText } from './ladder.ts';
import type { Variant } from './step.ts';
import type { ProbeContext } from './probe-context.ts';
import { readerPass } from './reader.ts';
import { FIRST } from './requests.ts';
import { expiryOf } from './signed.ts';
import { tailNotes } from './tail.ts';
import { twinNote } from './twin.ts';
import { verdict, verdictOf } from './verdict.ts';
import type { RemoteNote, Verdict } from './verdict.ts';

type Reached = Extract<Top, { kind: 'answer' }>;

/** Bytes that are read of an image: more only where its size needs more. */
const STEPS = [65_536, 262_144, 1_048_576] as const;

/** The verdict on an image. Rejects with `Cancelled` and with nothing else. */
export async function probeImage(
  url: string,
  known: Verdict | undefined,
  context: ProbeContext,
): Promise<Verdict> {
  const { wire, site, referer } = context;
  const top = await climb({ kind: 'image', url, limit: STEPS[0], known, referer }, FIRST.image, wire);
  if (top.kind === 'verdict') return top.verdict;
  if (top.reply.status === 304 && known) return known;
  const found = await readWhole(url, top, context);
  if ('verdict' in found) return found.verdict;
  const { reached, content } = found;
  const { reply, variant } = reached;
  const validators = {
    ...(reply.headers['etag'] === undefined ? {} : { etag: reply.headers['etag'] }),
    ...(reply.headers['last-modified'] === undefined ? {} : { lastModified: reply.headers['last-modified'] }),
  };
  if (variant.referer === 'own') return { ...ownSiteOnly(site), image: content.image };
  const twin = await twinNote(url, context);
  const blocked =
    twin.note?.severity === 'error' ? undefined : await forReaders({ url: twin.url, reached }, context);
  if (blocked) return { ...blocked, image: content.image };
  const notes: RemoteNote[] = [
    ...content.notes,
    ...(await tailNotes(reached, content.image, wire)),
    ...routeNotes(reached, url, twin.note),
    ...signedNotes(url, wire.net.now()),
    ...(twin.note ? [twin.note] : []),
  ];
  return { ...verdictOf(notes, content.image), status: reply.status, ...validators };
}

/** Reads on until the size is known; a web page is asked for once more as a browser does. */
async function readWhole(
  url: string,
  top: Reached,
  { wire, referer }: ProbeContext,
): Promise<{ reached: Reached; content: Extract<Content, { kind: 'image' }> } | { verdict: Verdict }> {
  let reached = top;
  for (let step = 1; ;) {
    const content = readContent(reached.reply);
    let variant: Variant = reached.variant;
    if (content.kind === 'no-image') {
      if (!content.isPage || variant.as === 'browser') return { verdict: content.verdict };
      variant = { ...variant, as: 'browser', range: false };
    } else {
      if (!content.more || step >= STEPS.length) return { reached, content };
      step++;
    }
    const limit = STEPS[step - 1] ?? STEPS[0];
    const next = await climb({ kind: 'image', url, limit, referer }, variant, wire);
    if (next.kind === 'verdict') return content.kind === 'image' ? { reached, content } : next;
    reached = next;
  }
}

const ownSiteOnly = (site: string | undefined): Verdict =>
  site === undefined
    ? verdict('suspicious', 'remote.protected-host')
    : verdict('reader-blocked', 'remote.own-site-only');

/** What the way to the image says: where a lasting redirect leads, and that it left https or found a stand-in. */
function routeNotes(
  { reply: { hops, url: final } }: Reached,
  url: string,
  twin: RemoteNote | undefined,
): RemoteNote[] {
  if (hops.length === 0) return [];
  if (isStandIn(final) && !isStandIn(url))
    return [{ code: 'remote.stand-in', severity: 'warning', args: { name: fileOf(final) } }];
  const steps = [url, ...hops.map(({ to }) => to)];
  const isInsecure = steps.some(
    (from, i) => from.startsWith('https:') && steps[i + 1]?.startsWith('http:') === true,
  );
  if (isInsecure) return [{ code: 'remote.redirect-insecure', severity: 'warning' }];
  const isLasting = hops.every(({ status }) => status === 301 || status === 308);
  // The same advice twice is none.
  return isLasting && twin?.replacement !== final
    ? [{ code: 'remote.moved', severity: 'info', replacement: final }]
    : [];
}

/** The name of the file in an address. */
function fileOf(url: string): string {
  const { pathname } = new URL(url);
  return decodeURI(pathname.slice(pathname.lastIndexOf('/') + 1).replace(/%(?!20)/g, '%25')).slice(-60);
}

/** Names of pictures that servers show in place of one that is gone. */
const isStandIn = (url: string): boolean =>
  /(?:^|[/_.-])(?:404|removed|deleted|placeholder|not[-_]?found|no[-_]?(?:image|img|pic|picture|photo)|image[-_]not[-_]\w+)(?=[_.-]|$)/i.test(
    new URL(url).pathname,
  );

/** Ends beyond two years are as good as none. */
const FAR = 2 * 365 * 24 * 3_600_000;

function signedNotes(url: string, now: number): RemoteNote[] {
  const at = expiryOf(url);
  if (at === undefined || at < now || at - now > FAR) return [];
  return [{ code: 'remote.signed', severity: 'warning', args: { date: dateText(at) } }];
}

/** Hosts that are known to show their images on their own pages only, for sites whose address is not known. */
const PROTECTED = /(?:^|\.)(?:mmbiz\.qpic\.cn|mmbiz\.qlogo\.cn)$/;

/** What keeps readers of the site from an image that is there. */
async function forReaders(
  { url, reached }: { readonly url: string; readonly reached: Reached },
  { wire, site, referer, readers }: ProbeContext,
): Promise<Verdict | undefined> {
  const { host, hostname, origin } = new URL(url);
  if (site === undefined)
    return PROTECTED.test(hostname) ? verdict('suspicious', 'remote.protected-host') : undefined;
  const { reply, variant } = reached;
  if (isKeptFrom(site, reply)) return verdict('reader-blocked', 'remote.hotlink');
  // Where no Referer is sent, or the answer is one to it, the image that was seen is that of readers.
  if (origin === site || referer === undefined || variant.referer === 'site' || !readers.wants(host))
    return undefined;
  const found = await readerPass({ url, seen: reply, variant, referer }, wire);
  if (found === 'equal') readers.sawEqual(host);
  return typeof found === 'object' ? found : undefined;
}
