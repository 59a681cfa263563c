const CLASSES = {
  keyword: 'k',
  literal: 'kc',
  type: 'kt',
  builtin: 'nb',
  string: 's',
  regexp: 'sr',
  symbol: 'ss',
  digit: 'm',
  comment: 'c',
  function: 'nf',
  class: 'nc',
  tag: 'nt',
  attribute: 'na',
  meta: 'cp',
  variable: 'nv',
  operator: 'o',
  heading: 'gh',
  added: 'gi',
  removed: 'gd',
} as const;

export type PartName = 'text' | 'background' | 'line' | 'number' | keyof typeof CLASSES;

interface Part {
  readonly name: PartName;
  /** Class in the style sheet that Hugo generates, inside of the block; empty for the block itself. */
  readonly class: string;
  readonly property: 'color' | 'background-color';
}

/** What a style of Chroma colours, as far as Galley uses it. Codes of classes are Pygments'. */
export const PARTS: readonly Part[] = [
  { name: 'text', class: '', property: 'color' },
  { name: 'background', class: '', property: 'background-color' },
  { name: 'line', class: 'hl', property: 'background-color' },
  { name: 'number', class: 'ln', property: 'color' },
  ...Object.entries(CLASSES).map(([name, code]): Part => ({
    name: name as keyof typeof CLASSES,
    class: code,
    property: 'color',
  })),
];
