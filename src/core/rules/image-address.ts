import { message } from '../messages.ts';
import { readAddress } from '../images/address.ts';
import { inlineNote } from '../images/inline.ts';
import type { Reference } from '../images/reference.ts';
import type { UrlPolicy } from '../images/url-policy.ts';
import type { RemoteNote } from '../images/verdict.ts';
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
    const policy = facts.remote?.policy ?? { allowedHosts: [] };
    const isHtmlPrinted = markdown().markup.renderer.unsafe;
    for (const reference of references()) {
      const { form, url } = reference;
      if ((form === 'markdown' || form === 'definition') && isBodySlip(url, isHtmlPrinted)) continue;
      const note = noteOf(reference, policy);
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
