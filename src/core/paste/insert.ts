import type { Article } from '../article/article.ts';

/** Where something is pasted. */
export type Spot = 'field' | 'code' | 'body';

/** What an offset of an article is in. */
export function spotAt({ text, fences, body }: Article, offset: number): Spot {
  if (fences && offset < body.start) return 'field';
  let fence: string | undefined;
  for (const [, mark = ''] of text.slice(body.start, offset).matchAll(/^ {0,3}(`{3,}|~{3,})/gm)) {
    if (fence === undefined) fence = mark;
    else if (mark.startsWith(fence.slice(0, 1)) && mark.length >= fence.length) fence = undefined;
  }
  return fence === undefined ? 'body' : 'code';
}

/** Markdown for the place between two texts of a line: several blocks, or one that is no paragraph, stand apart. */
export function between(before: string, markdown: string, after: string): string {
  const trimmed = markdown.trim();
  const isInLine = !trimmed.includes('\n') && !/^(?:#{1,6} |> |[-*+] |\d+[.)] |\|)/.test(trimmed);
  if (isInLine) return trimmed;
  return (before.trim() === '' ? '' : '\n\n') + trimmed + (after.trim() === '' ? '' : '\n\n');
}

/** An address as the value of a field, for the place behind a text of the line. */
export function asField(address: string, before: string): string {
  if (/["']$/.test(before)) return address;
  return `${/[:=]$/.test(before) ? ' ' : ''}"${address}"`;
}

/** Images as a snippet that asks for the alternative text of each. */
export const asSnippet = (addresses: readonly string[]): string =>
  addresses.map((address, at) => `![$${at + 1}](${address.replace(/[\\$}]/g, '\\$&')})`).join('\n\n') + '$0';
