/** One declaration of a `style` attribute that content may have. */
export type Declaration = readonly [property: string, value: string];

/** Properties that colour and arrange what they stand on; none can lay it over something else or load anything. */
const PROPERTIES =
  /^(?:(?:background-|border-(?:(?:top|right|bottom|left)-)?|outline-|text-decoration-)?color|text-(?:align|decoration|indent|transform|underline-offset)|font-(?:size|style|weight|family|variant)|letter-spacing|word-(?:spacing|break)|line-height|overflow-wrap|vertical-align|white-space|tab-size|-moz-tab-size|user-select|(?:min-|max-)?(?:width|height)|(?:margin|padding)(?:-(?:top|right|bottom|left))?|border(?:-(?:top|right|bottom|left))?(?:-(?:style|width))?|border-(?:radius|spacing|collapse)|outline|display|float|clear|list-style-type|direction|opacity|aspect-ratio|object-fit|column-(?:count|gap)|gap|flex(?:-(?:wrap|direction|grow|shrink|basis))?|justify-content|align-items|grid-template-columns)$/;

/** No functions but those of numbers and colours: nothing that fetches, and no escapes to write such in disguise. */
const VALUE = /^(?:[\w\s.,%#+*/"'-]|\b(?:rgba?|hsla?|calc|min|max|clamp|repeat|minmax)\(|\)){1,300}$/i;
const FUNCTION = /[\w-]*\(/g;
const KNOWN_FUNCTION = /^(?:(?:rgba?|hsla?|calc|min|max|clamp|repeat|minmax)?\()$/i;

/** The declarations of a `style` attribute that are harmless. */
export function harmlessStyle(style: string): readonly Declaration[] {
  if (style.length > 5000) return [];
  return style.split(';').flatMap((declaration): Declaration[] => {
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important\s*$/i, '')
      .trim();
    return PROPERTIES.test(property) && isHarmless(value) ? [[property, value]] : [];
  });
}

function isHarmless(value: string): boolean {
  if (value.length > 300 || !VALUE.test(value)) return false;
  return (value.match(FUNCTION) ?? []).every(name => KNOWN_FUNCTION.test(name));
}
