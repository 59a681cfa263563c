/**
 * Full Unicode case folding, near enough: what upper-casing and lower-casing it gives. Link labels are compared
 * by it (CommonMark 0.31, 6.3).
 */
export function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase();
}
