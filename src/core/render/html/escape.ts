import markdownIt from 'markdown-it';
import { isPunct } from '../engine/chars.ts';

/** Text → HTML as goldmark's writer does it (goldmark renderer/html/html.go, util/util.go). */

const special = /[&<>"\0]/g;
const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\0': '\uFFFD',
};

/** Raw text: nothing is unescaped. */
export function escapeHtml(text: string): string {
  return text.replace(special, char => replacements[char] ?? char);
}

/** HTML escapes of Go's `html.EscapeString`. */
export function escapeGo(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/'/g, '&#39;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&#34;');
}

const { utils } = markdownIt('zero');
const named = new Map<string, string | undefined>();

/** The characters of `&name;`. */
function namedEntity(name: string): string | undefined {
  if (!named.has(name)) {
    const entity = `&${name};`;
    const decoded = utils.unescapeAll(entity);
    named.set(name, decoded === entity ? undefined : decoded);
  }
  return named.get(name);
}

/** The character of a code point; what is none gives the replacement character. */
function runeOf(code: number): string {
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? String.fromCodePoint(code) : '\uFFFD';
}

const reference = /^&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([0-9a-zA-Z]+));/;

/** The characters that a reference at the index stands for, and its length. */
function referenceAt(text: string, index: number): readonly [characters: string, length: number] | undefined {
  const match = reference.exec(text.slice(index, index + 40));
  if (!match) return undefined;
  const [all, hex, decimal, name] = match;
  if (name !== undefined) {
    const characters = namedEntity(name);
    return characters === undefined ? undefined : [characters, all.length];
  }
  return [runeOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)), all.length];
}

/** Escapes HTML, after resolving references and backslash escapes. `escapedSpace`: `\ ` vanishes (CJK option). */
export function writeText(text: string, escapedSpace: boolean): string {
  if (!/[\\&<>"\0]/.test(text)) return text;
  let html = '';
  let from = 0;
  let escaped = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (escaped && isPunct(code)) {
      html += escapeHtml(text.slice(from, i - 1));
      from = i;
      escaped = false;
      continue;
    }
    if (escaped && escapedSpace && code === 32) {
      html += escapeHtml(text.slice(from, i - 1));
      from = i + 1;
      escaped = false;
      continue;
    }
    const found = code === 38 ? referenceAt(text, i) : undefined;
    if (found) {
      html += escapeHtml(text.slice(from, i)) + escapeHtml(found[0]);
      i += found[1] - 1;
      from = i + 1;
    }
    escaped = code === 92;
  }
  return html + escapeHtml(text.slice(from));
}

/** All references of an HTML text. */
export function decodeHtml(html: string): string {
  return html.replace(/&#?\w+;/g, entity => utils.unescapeAll(entity));
}

/** Named references only, as in the plain text of headings. */
export function resolveNames(text: string): string {
  return text.replace(/&([0-9a-zA-Z]+);/g, (all, name: string) => namedEntity(name) ?? all);
}

/** All references and escapes of a link destination. */
export function resolveDestination(text: string): string {
  const unescaped = text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  const numbers = unescaped.replace(
    /&#(?:[xX]([0-9a-fA-F]+)|([0-9]{1,7}));/g,
    (_all, hex: string | undefined, decimal: string | undefined) =>
      runeOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
  );
  return resolveNames(numbers);
}
