import type { Switches } from './config-types.ts';

/** How Hugo makes URLs out of paths and titles (common/paths/path.go, helpers/url.go, Go's net/url). */

type PathSwitches = Pick<Switches, 'removePathAccents' | 'disablePathToLower'>;

const ALLOWED = /^[\p{L}\p{Nd}\p{M}./\\_#+~@-]$/u;
const CLEAN = /^[\p{L}\p{Nd}\p{M}./\\_#+~@-]*$/u;
// Go's unicode.IsSpace.
const SPACE = /^[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;

/**
 * Keeps letters and digits of all scripts, marks, and `./\_#+~-@`; spaces between become `-`, the rest goes. The
 * case stays.
 */
function sanitize(text: string): string {
  if (CLEAN.test(text)) return text;
  let target = '';
  let hyphenDue = false;
  let wasHyphen = false;
  const chars = Array.from(text);
  for (const [index, char] of chars.entries()) {
    if (
      ALLOWED.test(char) ||
      (char === '%' && /^[\da-f]{2}/i.test(chars.slice(index + 1, index + 3).join('')))
    ) {
      wasHyphen = char === '-';
      if (hyphenDue && !wasHyphen) target += '-';
      hyphenDue = false;
      target += char;
    } else if (target !== '' && !wasHyphen && SPACE.test(char)) {
      hyphenDue = true;
    }
  }
  return target;
}

/** What Hugo does to each part of a path that becomes a URL. */
export function sanitizePath(path: string, { removePathAccents, disablePathToLower }: PathSwitches): string {
  const kept = removePathAccents ? withoutAccents(sanitize(path)) : sanitize(path);
  return disablePathToLower ? kept : lower(kept);
}

const withoutAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');

/** Go's `strings.ToLower`: each character by itself, one for one. */
export function lower(text: string): string {
  const simple = text.toLowerCase();
  if (simple.length === text.length && !/[\u0130\u03a3]/.test(text)) return simple;
  return Array.from(text, char => Array.from(char.toLowerCase())[0] ?? '').join('');
}

/** `urlize`: `人工 智能 C#` → `%E4…-c#` before escaping `#`; what `/tags/<here>/` is made of. */
export const urlize = (text: string, switches: PathSwitches): string =>
  escapeUrl(sanitizePath(text, switches));

/** A path as Go's `url.EscapedPath` writes it: hexadecimal digits are upper case. */
export function escapePath(path: string): string {
  // What is written in a valid way stays as it is.
  if (VALID.test(path)) return path;
  return path
    .split(/(%[\da-fA-F]{2})/)
    .map(escapePart)
    .join('');
}

const VALID = /^(?:[\w.~!$&'()*+,;=:@/[\]-]|%[\da-fA-F]{2})*$/;

/** An escaped byte stays one unless it is a character that needs none; the rest is escaped. */
function escapePart(part: string): string {
  if (!/^%[\da-fA-F]{2}$/.test(part)) return escapeAll(part);
  const char = String.fromCharCode(parseInt(part.slice(1), 16));
  return /[\w.~$&+,/:;=@-]/.test(char) ? char : part.toUpperCase();
}

/** A URL without host as Go's `url.String` writes it: query and fragment stay apart. */
export function escapeUrl(url: string): string {
  const hash = url.indexOf('#');
  const beforeHash = hash === -1 ? url : url.slice(0, hash);
  const query = beforeHash.indexOf('?');
  const path = query === -1 ? beforeHash : beforeHash.slice(0, query);
  const rest = query === -1 ? '' : beforeHash.slice(query);
  const fragment = hash === -1 || hash === url.length - 1 ? '' : `#${escapeAll(url.slice(hash + 1))}`;
  return escapePath(path) + rest + fragment;
}

const escapeAll = (text: string): string =>
  encodeURIComponent(wellFormed(text))
    .replace(/%(?:24|26|2B|2C|2F|3A|3B|3D|40)/g, decodeURIComponent)
    .replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** Surrogates without a partner would make `encodeURIComponent` throw. */
const wellFormed = (text: string): string =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

/** Go's `url.PathUnescape`; empty where an escape is none. Bytes that are no UTF-8 become U+FFFD. */
export function unescapePath(text: string): string {
  if (!text.includes('%')) return text;
  if (/%(?![\da-fA-F]{2})/.test(text)) return '';
  return text.replace(/(?:%[\da-fA-F]{2})+/g, escaped => {
    const bytes = escaped
      .slice(1)
      .split('%')
      .map(byte => parseInt(byte, 16));
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
  });
}

/** Go's `url.QueryUnescape`: `+` is a space. */
export const queryUnescape = (text: string): string => unescapePath(text.replaceAll('+', ' '));
