import { templateText, templateUrl } from '../render/shortcodes/arguments.ts';

/** Finished HTML, which `html` puts in as it is; every other text is escaped. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | undefined | readonly Part[];

/** HTML with the values put in: texts escaped, lists one after the other, `undefined` as nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const [first = '', ...rest] = known(strings);
  return {
    html: parts.reduce<string>((text, part, index) => text + textOf(part) + (rest[index] ?? ''), first),
  };
}

const folded = new WeakMap<TemplateStringsArray, readonly string[]>();

/** Line ends and what indents the source are one space. */
function known(strings: TemplateStringsArray): readonly string[] {
  const found = folded.get(strings) ?? strings.map(text => text.replace(/\n */g, ' '));
  folded.set(strings, found);
  return found;
}

function textOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return templateText(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(textOf).join('');
}

/** HTML that Hugo has made, of a body or a table of contents; nothing else may go in unescaped. */
export const rendered = (text: string): Html => ({ html: text });

/** A URL for an attribute, as html/template lets it through: `#ZgotmplZ` for schemes other than http and mailto. */
export const url = (text: string): Html => ({ html: templateUrl(text) });

export const nothing: Html = { html: '' };
