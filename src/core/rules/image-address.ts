import { message } from '../messages.ts';
import { readAddress } from '../images/address.ts';
import { inlineNote } from '../images/inline.ts';
import type { Reference } from '../images/reference.ts';
import type { UrlPolicy } from '../images/url-policy.ts';
import type { RemoteNote } from '../images/verdict.ts';
import { remember } from '../remember.ts';
import { isBodySlip } from './body-address.ts';
import { replaceAddress } from './image-fix.ts';
import type { Rule } from './rule.ts';
import { isThumbnailSlip } from './thumbnail-address.ts';

/** Addresses of images and links that are wrong as they stand. */
export const imageAddress: Rule = {
  id: 'image-address',
  scope: 'body',
  reads: ['config', 'remote'],
  severity: 'warning',
  *check({ references, markdown, facts }) {
    const policy = facts.remote?.policy ?? NOTHING_ALLOWED;
    const isHtmlPrinted = markdown().markup.renderer.unsafe;
    const notes = remember(known, policy, () => new Map<string, Known>());
    for (const reference of references()) {
      const { kind, form, url } = reference;
      const key = `${isHtmlPrinted ? 'html ' : ''}${kind} ${form} ${url}`;
      if (notes.size > MOST_KNOWN) notes.clear();
      const { note } = remember(notes, key, () => ({ note: judge(reference, policy, isHtmlPrinted) }));
      if (!note?.severity) continue;
      yield {
        message: message(note.code, note.args),
        range: reference.range,
        // Hugo builds all the same: only readers miss the picture or page.
        severity: note.severity === 'error' ? 'warning' : note.severity,
        fixes: replaceAddress(reference, note),
      };
    }
  },
};

const NOTHING_ALLOWED: UrlPolicy = { allowedHosts: [] };

interface Known {
  readonly note: RemoteNote | undefined;
}

/** What is wrong with the addresses judged last: a check after an edit finds nearly all of them here. */
const known = new WeakMap<UrlPolicy, Map<string, Known>>();
const MOST_KNOWN = 20_000;

function judge(reference: Reference, policy: UrlPolicy, isHtmlPrinted: boolean): RemoteNote | undefined {
  const { form, url } = reference;
  const isOwned = (form === 'markdown' || form === 'definition') && isBodySlip(url, isHtmlPrinted);
  return isOwned ? undefined : noteOf(reference, policy);
}

function noteOf({ kind, form, url }: Reference, policy: UrlPolicy): RemoteNote | undefined {
  if (form === 'resource' || form === 'autolink') return undefined;
  if (form === 'thumbnail' && isThumbnailSlip(url)) return undefined;
  const address = readAddress(url, kind, policy);
  switch (address.kind) {
    case 'fault':
      // Texts on servers link to the reader's own machine.
      return kind === 'link' && address.note.code === 'remote.private' ? undefined : address.note;
    case 'remote':
      return address.note;
    case 'inline':
      return inlineNote(url);
    case 'local':
      return undefined;
  }
}
