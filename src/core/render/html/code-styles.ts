import { remember } from '../../remember.ts';
import { PARTS } from './code-parts.ts';
import type { PartName } from './code-parts.ts';
import { STYLES } from './code-styles-data.ts';

/** Colours of a style, `#rrggbb` or `#rgb`; absent where a part has the colour of what is around it. */
export type CodeStyle = Readonly<Partial<Record<PartName, string>>>;

const read = new Map<string, CodeStyle>();

/** Chroma's style of a name; any other name is the one it falls back to (styles/api.go). */
export function codeStyle(name: string): CodeStyle {
  const known = [name, name.toLowerCase()].find(each => Object.hasOwn(STYLES, each)) ?? 'swapoff';
  return remember(read, known, () => styleOf(known));
}

function styleOf(known: string): CodeStyle {
  const [colours = '', picked = ''] = (STYLES[known] ?? '').split('|');
  const own = colours.split(' ');
  return Object.fromEntries(
    PARTS.flatMap(({ name: part }, index) => {
      const colour = own[parseInt(picked.charAt(index), 36)] ?? '';
      return colour === '' ? [] : [[part, `#${shortened(colour)}`]];
    }),
  );
}

/** As Chroma prints it: `fff` for `ffffff`. */
const shortened = (colour: string): string => colour.replace(/^(.)\1(.)\2(.)\3$/, '$1$2$3');
