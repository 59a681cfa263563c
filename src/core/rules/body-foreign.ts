import { message } from '../messages.ts';
import type { MessageCode } from '../messages.ts';
import type { BodyPart } from '../check/body.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/** Marks of other programs that Hugo prints as they stand: Obsidian, Hexo, Typora, GitHub. */
export const bodyForeign: Rule = {
  id: 'body-foreign',
  scope: 'body',
  reads: ['config'],
  severity: 'warning',
  check: ({ facts, markdown }) => {
    const hooks = facts.site?.offers.renderHooks ?? [];
    const hasAlerts = hooks.some(hook => hook.startsWith('blockquote')) || facts.site?.isWhole === false;
    return perPart(markdown(), hasAlerts ? look : lookForAlerts);
  },
};

const MARKS: readonly { readonly pattern: RegExp; readonly code: MessageCode }[] = [
  { pattern: /!\[\[[^[\]\n]{1,200}\]\]/gu, code: 'body-foreign.embed' },
  {
    pattern: /(?<![[\w!])\[\[(?!_?toc_?\])[^[\]\n=:.]*\p{L}[^[\]\n=]{0,200}\]\](?![\](])/giu,
    code: 'body-foreign.wiki',
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
    pattern: /(?<![=\w])==(?=[^\s=])[^=\n]{0,200}\p{Script=Han}[^=\n]{0,200}(?<=[^\s=])==(?![=\w])/gu,
    code: 'body-foreign.mark',
  },
];

function* look({ inlines, markup }: BodyPart): Generator<Finding> {
  for (const { text, start } of inlines) {
    for (const { pattern, code } of MARKS) {
      if (code === 'body-foreign.mark' && markup.extensions.extras.mark) continue;
      for (const { index, 0: found } of text.matchAll(pattern)) {
        const end = start + index + found.trimEnd().length;
        yield { message: message(code), range: { start: start + index, end } };
      }
    }
  }
}

function* lookForAlerts(part: BodyPart): Generator<Finding> {
  yield* look(part);
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
