import { does } from './behaviour.ts';
import type { HugoVersion } from './version.ts';

/**
 * What Hugo makes of an unquoted value where it wants a text; `undefined`: it stays a text. Of the two parsers the one
 * that changes more counts where the version is not known (gopkg.in/yaml.v2 resolve.go; goccy/go-yaml token.ToNumber;
 * spf13/cast ToString).
 */
export function shownAs(written: string, hugo: HugoVersion | undefined): string | undefined {
  const old = does(hugo, 'yamlV2') ? oldValue(written) : undefined;
  if (old !== undefined && old !== written) return old;
  return does(hugo, 'goccyYaml') ? newValue(written) : old;
}

function oldValue(written: string): string | undefined {
  if (/^(?:y|yes|on|true)$/i.test(written) && /^(?:[a-z]+|[A-Z]+|[A-Z][a-z]+)$/.test(written)) return 'true';
  if (/^(?:n|no|off|false)$/i.test(written) && /^(?:[a-z]+|[A-Z]+|[A-Z][a-z]+)$/.test(written))
    return 'false';
  const plain = written.replaceAll('_', '');
  if (/^[-+.\d]/.test(written) && /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(plain))
    return /^[-+]?0[0-7]+$/.test(plain) ? integer(plain, 8) : decimal(plain);
  return special(plain);
}

/** Numbers of YAML that goccy/go-yaml takes for texts: `08`, `1e3`, and more than 64 bits. */
export const isTextSince152 = (written: string): boolean =>
  oldValue(written) !== undefined && newValue(written) === undefined;

function newValue(written: string): string | undefined {
  if (/^(?:true|True|TRUE)$/.test(written)) return 'true';
  if (/^(?:false|False|FALSE)$/.test(written)) return 'false';
  if (!/^[-+.\d]/.test(written)) return undefined;
  const plain = written.replaceAll('_', '');
  if (/^[-+]?0[0-7]+$/.test(plain)) return integer(plain, 8);
  if (/^[-+]?0\d+$/.test(plain)) return undefined;
  if (/^[-+]?\d+$/.test(plain)) return isTooLarge(plain) ? undefined : decimal(plain);
  if (/^[-+]?(?:\d+\.\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(plain)) return decimal(plain);
  return /0X|\+\./.test(plain) ? undefined : special(plain);
}

/** Numbers with a sign for their kind. */
function special(plain: string): string | undefined {
  const [, sign = '', kind = '', digits = ''] = /^([-+]?)0([xob])([\da-f]+)$/i.exec(plain) ?? [];
  const base = BASES[kind.toLowerCase()];
  if (base !== undefined)
    return DIGITS[base]?.test(digits) ? String(parseInt(sign + digits, base)) : undefined;
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(plain)) return plain.startsWith('-') ? '-Inf' : '+Inf';
  return /^\.(?:nan|NaN|NAN)$/.test(plain) ? 'NaN' : undefined;
}

const BASES: Readonly<Record<string, number | undefined>> = { x: 16, o: 8, b: 2 };
const DIGITS: Readonly<Record<number, RegExp | undefined>> = {
  16: /^[\da-f]+$/i,
  8: /^[0-7]+$/,
  2: /^[01]+$/,
};

const integer = (digits: string, base: number): string => String(parseInt(digits, base)).replace(/^-0$/, '0');

/** Larger than 2⁶⁴ - 1. */
const isTooLarge = (digits: string): boolean =>
  digits.length > 20 || (digits.length === 20 && digits > '18446744073709551615');

/** As spf13/cast writes it: without an exponent, and with no more digits than needed. */
function decimal(plain: string): string {
  if (/^[-+]?\d+$/.test(plain)) {
    const digits = plain.replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1');
    // What no integer holds becomes a float, and loses its last digits.
    if (!isTooLarge(digits)) return digits === '-0' ? '0' : digits;
  }
  const value = Number(plain);
  if (!Number.isFinite(value)) return plain;
  const text = String(value);
  if (!text.includes('e')) return text === '-0' ? '0' : text;
  if (Math.abs(value) < 1) return plain;
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d)(?:\.(\d+))?e\+?(\d+)$/.exec(text) ?? [];
  return sign + whole + fraction.padEnd(Number(power), '0');
}
