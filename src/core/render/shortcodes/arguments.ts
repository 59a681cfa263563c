import { escapeGo } from '../html/escape.ts';
import type { ShortcodeTag } from './lexer.ts';

/** The parameter of a name or position, as text; empty when absent. */
export function argument({ parameters }: ShortcodeTag, key: string | number): string {
  const found =
    typeof key === 'number'
      ? parameters.filter(({ name }) => name === undefined)[key]
      : parameters.findLast(({ name }) => name === key);
  return found === undefined ? '' : String(found.value);
}

/** The named parameter, or the first positional one. */
export function argumentOr(tag: ShortcodeTag, name: string, position: number): string {
  return argument(tag, name) || argument(tag, position);
}

/** `true`, `"true"`, `1`… */
export function flagArgument(tag: ShortcodeTag, name: string, otherwise: boolean): boolean {
  const value = argument(tag, name);
  if (value === 'true' || value === '1') return true;
  return value === 'false' || value === '0' ? false : otherwise;
}

/** Escapes as Go's html/template does in text and in quoted attributes. */
export function templateText(text: string): string {
  return escapeGo(text).replace(/\+/g, '&#43;');
}

/** ` name="value"`, or nothing when the value is empty. */
export function attribute(name: string, value: string): string {
  return value === '' ? '' : ` ${name}="${templateText(value)}"`;
}

const unsafe = /^(?!https?:|mailto:)[^/:]*:/i;

/** A URL in an attribute, as html/template lets it through. */
export function templateUrl(url: string): string {
  if (unsafe.test(url)) return '#ZgotmplZ';
  const encoded = url.replace(/[^A-Za-z0-9\-._~!#$&*+,/:;=?@[\]%]|%(?![\da-f]{2})/giu, char => {
    try {
      return char === "'" || char === '(' || char === ')'
        ? hex(char)
        : encodeURIComponent(char).toLowerCase();
    } catch {
      return '';
    }
  });
  return templateText(encoded);
}

function hex(char: string): string {
  return `%${char.charCodeAt(0).toString(16)}`;
}
