import { message } from '../messages.ts';
import type { MessageCode } from '../messages.ts';
import type { BodyPart } from '../check/body.ts';
import { remember } from '../remember.ts';
import { perPart } from './per-part.ts';
import type { Look } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/** Marks of other programs that Hugo prints as they stand: Obsidian, Hexo, Typora, GitHub. */
export const bodyForeign: Rule = {
  id: 'body-foreign',
  scope: 'body',
  reads: ['config'],
  severity: 'warning',
  check: ({ facts, markdown }) => {
    const body = markdown();
    const { site } = facts;
    const hasAlerts =
      (site?.offers.renderHooks.some(hook => hook.startsWith('blockquote')) ?? false) ||
      site?.isWhole === false;
    const left = MARKS.filter(({ about }) => !about?.test(body.source)).map(({ code }) => code);
    return perPart(body, lookFor(hasAlerts ? left : [...left, 'body-foreign.alert']));
  },
};

interface Mark {
  readonly pattern: RegExp;
  readonly code: MessageCode;
  /** Of an article about such marks, or about a language that has them. */
  readonly about?: RegExp;
  /** Whether what the pattern found is surely such a mark. */
  readonly isSure?: (inner: string, around: Around) => boolean;
}

/** What stands beside a mark, up to some 300 UTF-16 units. */
interface Around {
  /** In the same line. */
  readonly before: string;
  readonly after: string;
}

const BRACKETS = /`!?\[\[[^`\n]{0,200}\]\]`|\[\[\]\]|\[\[[ \t]/u;

const MARKS: readonly Mark[] = [
  { pattern: /!\[\[[^[\]\n]{1,200}\]\]/gu, code: 'body-foreign.embed', about: BRACKETS },
  {
    pattern: /(?<![[\w!})$])\[\[((?!_?toc_?\])[^[\]\n=:.]{0,100}\p{L}[^[\]\n=]{0,200})\]\](?![\](])/giu,
    code: 'body-foreign.wiki',
    about: BRACKETS,
    isSure: isPageName,
  },
  {
    pattern:
      /^[ \t]*\{%-?\s*(?:end)?(?:asset_img|asset_path|asset_link|post_link|post_path|raw|codeblock|code_block|blockquote|quote|pullquote|note|tabs?|btn|cq|centerquote|youtube|vimeo|include|highlight|gist|figure|img|image|video|audio|link|label|button|hideToggle|folding|endnote)\b[^%\n]{0,300}%\}(?:[^\n]{0,300}%\})?[ \t]*\r?$/gmu,
    code: 'body-foreign.tag',
  },
  {
    pattern: /^(?:\[toc\]|\[\[_?toc_?\]\]|\$\{toc\}|@\[toc\](?:\([^)\n]{0,50}\))?)[ \t]*\r?$/gimu,
    code: 'body-foreign.toc',
  },
  {
    pattern: /(?<![=\w])==((?=[^\s=])[^=\n]{0,200}\p{Script=Han}[^=\n]{0,200}(?<=[^\s=]))==(?![=\w])/gu,
    code: 'body-foreign.mark',
    about: /`==[^`\n]{1,200}==`/u,
    isSure: isMarked,
  },
];

/** `[[…]]` is code, too: arrays, tests of a shell, attributes of C++, tables of TOML, formulas. */
function isPageName(inner: string, { before, after }: Around): boolean {
  if (/^[\s"'“‘`,-]|^\d\P{Script=Han}*$|["'],|\$/u.test(inner)) return false;
  const isInFormula = (before.match(/\$/g)?.length ?? 0) % 2 === 1;
  if (isInFormula || /^.(?:\.md)?$/u.test(inner)) return false;
  // A single word of ASCII alone in its line, or in its item, is a page; one in a text may be anything.
  if (!/^[\w.]+$/.test(inner)) return true;
  const isAlone = /^[\s>*+-]*$/.test(before) && /^[ \t\r]*(?:\n|$)/.test(after);
  return isAlone && !inner.includes('.') && !/^\s*[\w.-]+\s*=/.test(after);
}

/** `==元，一共==元`: figures that were made unreadable. */
function isMarked(inner: string, { after }: Around): boolean {
  if (/^[元万亿年月日号个人次岁块斤米天点分秒名位条倍%％]?[，。、；：）)]/u.test(inner)) return false;
  return !after.startsWith(inner.charAt(0));
}

const looks = new Map<string, Look>();

/** The same function for the same marks: what it finds in a part is remembered by it. */
function lookFor(codes: readonly MessageCode[]): Look {
  return remember(looks, codes.join(' '), () => {
    const marks = MARKS.filter(({ code }) => codes.includes(code));
    const isAlertForeign = codes.includes('body-foreign.alert');
    return function* look(part) {
      yield* find(part, marks);
      if (isAlertForeign) yield* alerts(part);
    };
  });
}

function* find({ source, inlines, markup }: BodyPart, marks: readonly Mark[]): Generator<Finding> {
  for (const { text, start: base } of inlines) {
    for (const { pattern, code, isSure } of marks) {
      if (code === 'body-foreign.mark' && markup.extensions.extras.mark) continue;
      for (const { index, 0: found, 1: inner = '' } of text.matchAll(pattern)) {
        const start = base + index;
        const end = start + found.trimEnd().length;
        if (isSure?.(inner, around(source, start, end)) !== false)
          yield { message: message(code), range: { start, end } };
      }
    }
  }
}

const NEAR = 300;

function around(source: string, start: number, end: number): Around {
  const near = source.slice(Math.max(0, start - NEAR), start);
  return { before: near.slice(near.lastIndexOf('\n') + 1), after: source.slice(end, end + NEAR) };
}

function* alerts(part: BodyPart): Generator<Finding> {
  for (const [index, token] of part.tokens.entries()) {
    if (token.type !== 'blockquote_open') continue;
    const inline = part.tokens[index + 2];
    const start = Number(inline?.meta?.['start']);
    const mark =
      inline?.type === 'inline'
        ? /^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/i.exec(inline.content)?.[0]
        : undefined;
    if (mark) yield { message: message('body-foreign.alert'), range: { start, end: start + mark.length } };
  }
}
