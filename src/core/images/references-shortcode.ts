import { lexShortcodes } from '../render/index.ts';
import type { Reference } from './reference.ts';

type Parameter = ReturnType<typeof lexShortcodes>['tags'][number]['parameters'][number];

/** Parameters of Hugo's `figure` that are addresses. */
const FIGURE: Readonly<Record<string, Reference['kind']>> = { src: 'image', link: 'link', attrlink: 'link' };

/** The addresses that `figure` is given. */
export function shortcodeReferences(text: string, base: number): Reference[] {
  return lexShortcodes(text).tags.flatMap(tag => {
    if (tag.name !== 'figure' || tag.kind === 'close') return [];
    const alt = tag.parameters.find(({ name }) => name?.toLowerCase() === 'alt');
    return tag.parameters.flatMap(parameter => {
      const kind = FIGURE[parameter.name?.toLowerCase() ?? ''];
      if (!kind || typeof parameter.value !== 'string') return [];
      const place = placeOf(parameter, parameter.value, text);
      const isVerbatim = parameter.value !== '' && text.slice(place.start, place.end) === parameter.value;
      const range = { start: base + place.start, end: base + place.end };
      const shown = kind === 'image' && alt ? { alt: String(alt.value) } : {};
      return [{ kind, form: 'shortcode', url: parameter.value, range, isVerbatim, ...shown }];
    });
  });
}

function placeOf({ start, end }: Parameter, value: string, text: string): { start: number; end: number } {
  const at = text.slice(start, end).lastIndexOf(value);
  return at === -1 || value === '' ? { start, end } : { start: start + at, end: start + at + value.length };
}
