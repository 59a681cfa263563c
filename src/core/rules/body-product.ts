import { message } from '../messages.ts';
import type { BodyPart } from '../check/body.ts';
import { rangeOf } from '../render/index.ts';
import type { Token } from '../render/index.ts';
import { replace } from '../edit/apply.ts';
import { otherFix, sureFix } from './mend.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/** `3*4 … 5*6`, `138****1234 … 139****5678`: asterisks between digits format what is between, and are gone. */
export const bodyProduct: Rule = {
  id: 'body-product',
  scope: 'body',
  reads: ['config'],
  severity: 'warning',
  check: ({ markdown }) => perPart(markdown(), look),
};

function* look({ source, inlines }: BodyPart): Generator<Finding> {
  for (const { token } of inlines) {
    const children = token.children ?? [];
    let last = -1;
    for (const [index, child] of children.entries()) {
      const range = /^(?:em|strong)_open$/.test(child.type) ? rangeOf(child) : undefined;
      if (!range || child.markup.startsWith('_') || range.start < last) continue;
      const open = runAt(source, range.start);
      last = open.end;
      if (!isBetweenDigits(source, open)) continue;
      const close = closingRun(children, index, source);
      const runs = close ? [open, close] : [open];
      const isProduct = open.end - open.start === 1;
      yield {
        message: message(isProduct ? 'body-product' : 'body-product.mask'),
        range: open,
        fixes: [
          sureFix(
            'body-product.fix',
            runs.map(run => escaped(source, run)),
          ),
          ...(isProduct && close && isBetweenDigits(source, close)
            ? [
                otherFix(
                  'body-product.fix-times',
                  runs.map(({ start, end }) => replace(start, end, '×')),
                ),
              ]
            : []),
        ],
      };
    }
  }
}

interface Run {
  readonly start: number;
  readonly end: number;
}

function runAt(source: string, at: number): Run {
  let [start, end] = [at, at];
  while (source.charAt(start - 1) === '*') start--;
  while (source.charAt(end) === '*') end++;
  return { start, end };
}

const isBetweenDigits = (source: string, { start, end }: Run): boolean =>
  /\d/.test(source.charAt(start - 1)) && /\d/.test(source.charAt(end));

const escaped = (source: string, { start, end }: Run): ReturnType<typeof replace> =>
  replace(start, end, source.slice(start, end).replaceAll('*', '\\*'));

function closingRun(children: readonly Token[], from: number, source: string): Run | undefined {
  let depth = 0;
  for (const token of children.slice(from, from + 200)) {
    if (/^(?:em|strong)_open$/.test(token.type)) depth++;
    const range = /^(?:em|strong)_close$/.test(token.type) ? rangeOf(token) : undefined;
    if (range && --depth === 0) return runAt(source, range.start);
  }
  return undefined;
}
