import { isHexDigit } from '../engine/chars.ts';
import { resolveDestination } from './escape.ts';

/** Characters that stay in a URL. */
const plain = /[A-Za-z0-9;/?:@&=+$,\-_.!~*'()#]/;
const allPlain = /^[A-Za-z0-9;/?:@&=+$,\-_.!~*'()#]*$/;

/**
 * Percent-encodes what may not stand in a URL; what is encoded already stays (goldmark util.URLEscape).
 * `resolve`: references and escapes are resolved first.
 */
export function escapeUrl(text: string, resolve: boolean): string {
  const url = resolve ? resolveDestination(text) : text;
  if (allPlain.test(url)) return url;
  let escaped = '';
  for (let i = 0; i < url.length; i++) {
    const char = url.charAt(i);
    if (plain.test(char)) {
      escaped += char;
    } else if (char === '%' && i + 2 < url.length && isHexDigit(url.charCodeAt(i + 1))) {
      escaped += url.slice(i, i + 3);
      i += 2;
    } else {
      const rune = String.fromCodePoint(url.codePointAt(i) ?? 0);
      escaped += encode(rune);
      i += rune.length - 1;
    }
  }
  return escaped;
}

function encode(rune: string): string {
  try {
    return encodeURIComponent(rune);
  } catch {
    // Half of a surrogate pair: what Go makes of a code unit that is no character.
    return '%EF%BF%BD';
  }
}

const dangerous = /^(?:javascript|vbscript|file|data):/;
const harmlessImage = /^data:image\/(?:png|gif|jpeg|webp|svg\+xml);/;

/** URLs that are left out unless `renderer.unsafe` (goldmark html.IsDangerousURL); `anyCase`: `JavaScript:` too. */
export function isDangerousUrl(url: string, anyCase: boolean): boolean {
  const start = anyCase ? url.slice(0, 30).toLowerCase() : url;
  return dangerous.test(start) && !harmlessImage.test(start);
}
