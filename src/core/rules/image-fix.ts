import { message } from '../messages.ts';
import type { Reference } from '../images/reference.ts';
import type { RemoteNote } from '../images/verdict.ts';
import type { Fix } from '../problem.ts';

/** The fix of a note that knows a better address, where the address stands in the source as it is. */
export function replaceAddress({ range, isVerbatim, form }: Reference, { replacement }: RemoteNote): Fix[] {
  const isSafe = replacement !== undefined && isVerbatim && isPlain(replacement, form);
  if (!isSafe) return [];
  const shown = replacement.length > 60 ? `${replacement.slice(0, 60)}…` : replacement;
  return [
    {
      title: message('image-fix.replace', { url: shown }),
      preferred: true,
      edits: [{ range, newText: replacement }],
    },
  ];
}

/** Text that means itself in all the places where addresses stand: quoted, in brackets or in HTML. */
const isPlain = (url: string, form: Reference['form']): boolean =>
  !/[\s<>"'`\\\p{Cc}]/u.test(url) && !(/[()]/.test(url) && form === 'markdown') && !/&#?\w+;/.test(url);
