import type { Article } from '../article/article.ts';
import type { NumberNode } from '../article/tree.ts';

/** A number with a point or an exponent is no integer for Hugo, nor is any number of JSON. */
export function isFloat({ text, fences }: Article, { range }: NumberNode): boolean {
  return (
    fences?.format === 'json' ||
    !/^[-+]?(?:\d[\d_]*|0[xXoObB][\da-fA-F_]+)$/.test(text.slice(range.start, range.end))
  );
}
