import { message } from '../messages.ts';
import { entryOf } from '../article/tree.ts';
import type { BodyPart, Inline } from '../check/body.ts';
import { insert } from '../edit/apply.ts';
import { rangeOf } from '../render/index.ts';
import type { Token } from '../render/index.ts';
import { sureFix } from './mend.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/** Formulas that Markdown changes before MathJax sees them: `\\` becomes `\`, `\{` becomes `{`, `*` becomes italic. */
export const bodyMath: Rule = {
  id: 'body-math',
  scope: 'body',
  reads: ['config'],
  severity: 'warning',
  *check({ article: { tree }, facts, markdown }) {
    const isOn = (value: unknown): boolean => value === true;
    const own = tree && entryOf(tree, 'mathjax')?.value;
    const params = facts.site?.config.params;
    const on = own ? own.kind === 'boolean' && own.value : isOn(params?.['mathjax']);
    const body = markdown();
    if (on && !body.markup.extensions.passthrough.enable) yield* perPart(body, look);
  },
};

/** Formulas between dollars; a price has a blank or digit where a formula has none. */
const FORMULA = /\$\$[^$]{1,2000}\$\$|(?<![\\$\w])\$(?!\s)[^$\n]{1,300}(?<![\s\\])\$(?!\d)/gu;

function* look({ source, inlines }: BodyPart): Generator<Finding> {
  for (const inline of inlines) {
    const range = rangeOf(inline.token);
    if (!range || !source.includes('$', range.start)) continue;
    const text = source.slice(range.start, range.end);
    for (const { index, 0: found } of text.matchAll(FORMULA)) {
      const start = range.start + index;
      const hurt = damaged(inline, found, start);
      if (hurt.length === 0) continue;
      yield {
        message: message('body-math'),
        range: { start, end: start + found.length },
        fixes: [
          sureFix(
            'body-math.fix',
            hurt.map(at => insert(at, '\\')),
          ),
        ],
      };
    }
  }
}

/** Places before which a backslash keeps what Markdown would change. */
function damaged({ token }: Inline, formula: string, start: number): number[] {
  const end = start + formula.length;
  const inside = (token.children ?? []).filter(child => isWithin(child, start, end));
  if (inside.some(({ type }) => type === 'code_inline')) return [];
  const marks = inside.filter(
    ({ type, markup }) => /^(?:em|strong)_(?:open|close)$/.test(type) && markup.length === 1,
  );
  const escapes = [...formula.matchAll(/\\+/g)].flatMap(({ index, 0: { length } }) => {
    const next = formula.charAt(index + length);
    // `\\{` and `\\frac` have been doubled already; `\\` and a blank is a line break of TeX.
    // `\*` and `\_` are what keeps Markdown from making them italic.
    if (length === 1) return /[!-)+-/:-@[-^`{-~]/.test(next) ? [start + index] : [];
    return length === 2 && /\s/.test(next) ? [start + index, start + index + 1] : [];
  });
  return [...marks.map(child => rangeOf(child)?.start ?? start), ...escapes].sort((a, b) => a - b);
}

const isWithin = (token: Token, start: number, end: number): boolean => {
  const range = rangeOf(token);
  return range !== undefined && range.start >= start && range.end <= end;
};
