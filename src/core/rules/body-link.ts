import { deleting, fix, replacing } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { MessageCode } from '../messages.ts';
import { rangeOf } from '../render/index.ts';
import type { Fix } from '../problem.ts';
import type { Rule } from './rule.ts';

/** What looks like a link or image and is printed as it stands, or has no address. */
const SLIPS: readonly { readonly pattern: RegExp; readonly code: MessageCode }[] = [
  {
    pattern: /!?[[［][^\]］\n]*[\]］]\s*（\s*(?:https?[:：]|\/|\.{1,2}\/)[^）\n]*）/gu,
    code: 'body-link.fullwidth',
  },
  {
    pattern: /!\[[^\]\n]*\]\((?!<)[^()<>\n"']*[^\s()<>\n"'] +[^\s()<>\n"'][^()<>\n"']*\.\w+\)/gu,
    code: 'body-link.space',
  },
];

export const bodyLink: Rule = {
  id: 'body-link',
  scope: 'body',
  reads: ['config'],
  severity: 'warning',
  *check({ article: { body, text }, markdown }) {
    for (const { text: running, start, token } of markdown().inlines) {
      for (const { pattern, code } of SLIPS) {
        for (const { index, 0: found } of running.matchAll(pattern)) {
          const range = { start: start + index, end: start + index + found.length };
          yield { message: message(code), range, fixes: fixesOf(code, found, range.start) };
        }
      }
      for (const child of token.children ?? []) {
        const range = rangeOf(child);
        if (child.type !== 'image' || child.meta?.['destination'] !== '' || !range) continue;
        const place = { start: body.start + range.start, end: body.start + range.end };
        // Without text and address it is nothing.
        const isNothing = /^!\[\s*\]\(\s*\)$/.test(text.slice(place.start, place.end));
        const fixes = isNothing ? fix(message('fix.delete', { text: '![]()' }), [deleting(place)]) : [];
        yield { message: message('body-link.empty'), range: place, fixes };
      }
    }
  },
};

/** Half-width brackets, in the address a half-width colon; spaces in an address as `%20`. */
function fixesOf(code: MessageCode, found: string, at: number): readonly Fix[] {
  const one = (index: number, newText: string) =>
    replacing({ start: at + index, end: at + index + 1 }, newText);
  const address = found.search(/[(（]/);
  if (code === 'body-link.space') {
    const spaces = [...found.slice(address).matchAll(/ (?=[^)]*\S)/g)].filter(({ index }) => index > 1);
    return fix(
      message('fix.percent-20'),
      spaces.map(({ index }) => one(address + index, '%20')),
    );
  }
  const wide = [...found.matchAll(/[［］（）：]/g)].flatMap(({ index, 0: sign }) => {
    const isOuter =
      sign !== '：'
        ? '［］'.includes(sign) || index === address || index === found.length - 1
        : /https?$/.test(found.slice(address, index));
    return isOuter ? [one(index, HALF[sign] ?? sign)] : [];
  });
  return fix(message('fix.half-width'), wide);
}

const HALF: Readonly<Record<string, string | undefined>> = {
  '［': '[',
  '］': ']',
  '（': '(',
  '）': ')',
  '：': ':',
};
