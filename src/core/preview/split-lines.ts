/**
 * Cuts HTML of nested `<span class="…">` into lines, each closed in itself: what is open at the end of a line is
 * closed there and opened again on the next one.
 */
export function splitLines(html: string): readonly string[] {
  const lines: string[] = [];
  const open: string[] = [];
  let line = '';
  for (const [part] of html.matchAll(/<span[^>]*>|<\/span>|\n|[^<\n]+|</g)) {
    if (part === '\n') {
      lines.push(line + '</span>'.repeat(open.length));
      line = open.join('');
      continue;
    }
    if (part === '</span>') open.pop();
    else if (part.startsWith('<span')) open.push(part);
    line += part;
  }
  return [...lines, line + '</span>'.repeat(open.length)];
}
