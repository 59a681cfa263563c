import type { Expects, Schema } from '../schema/annotations.ts';
import type { Slot } from './slot.ts';

/** A key with its sign and a place for its value. */
export interface KeyText {
  readonly text: string;
  readonly isSnippet: boolean;
  /** The value can be completed as well. */
  readonly leadsOn: boolean;
}

/** What a key that is completed brings along, as the format writes it. The value's place is `$1`. */
export function keyText(name: string, field: Schema, slot: Slot): KeyText {
  if (slot.hasValue) return { text: name, isSnippet: false, leadsOn: false };
  const shape = shapeOf(field);
  const value =
    VALUES[slot.format][slot.isFlow && slot.format === 'yaml' && shape === 'list' ? 'text' : shape];
  const key = slot.format === 'json' ? (slot.quote ? name : `"${name}"`) : name;
  const closing =
    slot.format === 'json' && slot.quote && !slot.isClosed
      ? '"'
      : slot.format === 'json' && slot.isClosed
        ? ''
        : '';
  const sign = { yaml: ':', toml: ' =', json: ':' }[slot.format];
  if (slot.format === 'json' && slot.isClosed) return { text: name, isSnippet: false, leadsOn: false };
  return { text: `${key}${closing}${sign}${value}`, isSnippet: true, leadsOn: true };
}

type Shape = 'text' | 'list' | 'bare' | 'map';

function shapeOf({ type, enum: values, 'x-galley': annotation }: Schema): Shape {
  const expects: Expects | undefined = annotation?.expects;
  if (expects === 'switch' || expects === 'number' || type === 'boolean') return 'bare';
  if (values) return 'bare';
  if (expects === 'terms' || expects === 'texts' || expects === 'widgets' || type === 'array') return 'list';
  return expects === 'map' || type === 'object' ? 'map' : 'text';
}

const VALUES: Readonly<Record<Slot['format'], Readonly<Record<Shape, string>>>> = {
  yaml: { text: ' "$1"', list: '\n  - "$1"', bare: ' $1', map: '\n  $1' },
  toml: { text: ' "$1"', list: ' ["$1"]', bare: ' $1', map: ' { $1 }' },
  json: { text: ' "$1"', list: ' ["$1"]', bare: ' $1', map: ' { $1 }' },
};
