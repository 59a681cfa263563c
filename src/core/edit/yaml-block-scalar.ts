import { isLineEnd } from './lines.ts';
import { isPrintable } from './yaml-text.ts';

/**
 * `text` in place of a block scalar, with its header, comment, indentation and, if `text` allows, its chomping.
 *
 * @param source the scalar as it is, with `\n`, header and last line end included
 * @returns `undefined` where a block scalar cannot say `text`
 */
export function blockScalar(source: string, text: string): string | undefined {
  const header = /^([|>])([-+\d]*)([^\r\n]*)/.exec(source);
  const [whole = '', kind = '', indicators = '', rest = ''] = header ?? [];
  const lines = source
    .slice(whole.length)
    .split(/\r\n|\n|\r/)
    .filter(line => line.trim() !== '');
  if (!header || lines.length === 0 || !isLineEnd(source.at(-1))) return undefined;
  const body = text.replace(/\n+$/, '');
  if (!isAllowed(body, { folded: kind === '>', indented: /\d/.test(indicators) })) return undefined;
  const trailing = text.length - body.length;
  const indent = lines
    .map(line => /^ */.exec(line)?.[0] ?? '')
    .reduce((a, b) => (a.length < b.length ? a : b));
  const flat = kind === '>' ? body.replace(/\n+/g, ends => `${ends}\n`) : body;
  const written = [...flat.split('\n'), ...Array<string>(Math.max(0, trailing - 1)).fill('')]
    .map(line => (line === '' ? '' : indent + line))
    .join('\n');
  return `${kind}${chomping(indicators, trailing)}${rest}\n${written}\n`;
}

function isAllowed(body: string, { folded, indented }: { folded: boolean; indented: boolean }): boolean {
  if (!isPrintable(body) || body === '' || body.startsWith('\n')) return false;
  // Hugo drops blanks at the end since 0.152.
  if (/^[ \t]+$/m.test(body) || /[ \t]$/.test(body) || (folded && /^[ \t]/m.test(body))) return false;
  return indented || !/^[ \t]/.test(body);
}

/** The indicators with the chomping that so many line ends need: none `-`, one either clip or `+`, more `+`. */
function chomping(indicators: string, trailing: number): string {
  const old = /[-+]/.exec(indicators)?.[0] ?? '';
  const fits = trailing === 1 ? old !== '-' : old === (trailing === 0 ? '-' : '+');
  if (fits) return indicators;
  const wanted = ['-', ''][trailing] ?? '+';
  return indicators.replace(/[-+]/, '') + wanted;
}
