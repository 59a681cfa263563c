/** Columns of indentation, tabs counted to the next multiple of four (goldmark util/util.go). */

export function tabWidth(column: number): number {
  return 4 - (column % 4);
}

/** Width in columns and in characters of the blanks that a line starts with. */
export function indentOf(line: string, column: number): { readonly width: number; readonly chars: number } {
  let width = 0;
  let chars = 0;
  for (; chars < line.length; chars++) {
    const code = line.charCodeAt(chars);
    if (code === 32) width++;
    else if (code === 9) width += tabWidth(column + width);
    else break;
  }
  return { width, chars };
}

/** A place in a line: characters to skip, and the columns that are left over of the last one, a tab. */
export interface Place {
  readonly chars: number;
  readonly padding: number;
}

/** Where `width` columns of indentation end; undefined when there are fewer. */
export function skipIndent(line: string, column: number, width: number): Place | undefined {
  return skipPaddedIndent({ line, column, padding: 0 }, width);
}

/** A line whose first `padding` characters stand for a tab that is already partly consumed. */
export interface PaddedLine {
  readonly line: string;
  readonly column: number;
  readonly padding: number;
}

/** The same for such a line. */
export function skipPaddedIndent({ line, column, padding }: PaddedLine, width: number): Place | undefined {
  if (width === 0) return { chars: 0, padding };
  let columns = 0;
  let chars = 0;
  let left = padding;
  for (; chars < line.length; chars++) {
    if (left > 0) {
      left--;
      columns++;
      continue;
    }
    const code = line.charCodeAt(chars);
    if (columns >= width || (code !== 32 && code !== 9)) break;
    columns += code === 9 ? tabWidth(column + columns) : 1;
  }
  return columns >= width ? { chars: chars - padding, padding: columns - width } : undefined;
}
