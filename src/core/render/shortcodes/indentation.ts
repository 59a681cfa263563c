/**
 * The blanks between the start of a line, or another shortcode, and a shortcode at `start`, an offset of the body
 * (Hugo parser/pageparser/pagelexer.go, emit).
 */
export function indentationOf(body: string, start: number): string {
  let from = start;
  while (from > 0 && /[ \t\r]/.test(body.charAt(from - 1))) from--;
  const begins = from === 0 || body.charAt(from - 1) === '\n' || body.endsWith('}}', from);
  return begins ? body.slice(from, start) : '';
}

/** Indents all lines but the first (Hugo hugolib/shortcode.go). */
export function indentRest(text: string, indentation: string): string {
  return indentation === '' ? text : text.replace(/\n(?!$)/g, `\n${indentation}`);
}

/** `.InnerDeindent`: takes the indentation off each line that has it. */
export function deindent(text: string, indentation: string): string {
  if (indentation === '') return text;
  const lines = text.split('\n');
  return lines.map(line => (line.startsWith(indentation) ? line.slice(indentation.length) : line)).join('\n');
}
