import type { Slot } from './slot.ts';

/** A text as it has to stand in a slot: escaped for the quotes that are there, else in quotes of its own. */
export function writeText(text: string, { quote, isClosed, format }: Slot): string {
  if (quote === "'") {
    const inner = format === 'yaml' ? text.replaceAll("'", "''") : text;
    return inner + (isClosed ? '' : "'");
  }
  const inner = JSON.stringify(text).slice(1, -1);
  if (quote === '"') return inner + (isClosed ? '' : '"');
  return `"${inner}"`;
}
