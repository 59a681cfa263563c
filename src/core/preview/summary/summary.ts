import type { SiteSettings } from '../../hugo/config-types.ts';
import { flagOf } from '../../hugo/config-value.ts';
import type { Page } from '../../hugo/page-types.ts';
import { doesNow } from '../../hugo/behaviour.ts';
import type { HugoVersion } from '../../hugo/version.ts';
import type { RenderedBody } from '../../render/render.ts';
import type { PreviewBody } from '../input.ts';
import { printed } from '../params.ts';
import { paragraphSummary } from './paragraph-summary.ts';
import { plainSummary } from './plain-summary.ts';

export interface SummaryInput {
  readonly page: Page;
  readonly settings: SiteSettings;
  readonly hugo: HugoVersion | undefined;
  /** The whole article, its body, and what was made of that. */
  readonly text: string;
  readonly source: string;
  readonly body: RenderedBody;
  /** As the body was rendered. */
  readonly render: (markdown: string) => RenderedBody;
}

type Summary = Pick<PreviewBody, 'summary' | 'truncated' | 'summaryKey'>;

/** `.Summary` and `.Truncated`: by `<!--more-->`, else by the front matter, else the start of the body. */
export function summaryOf(input: SummaryInput): Summary {
  const { page, settings, hugo, body, render } = input;
  if (body.divider !== undefined && body.blocksBeforeDivider !== undefined) return upToDivider(input);
  const written = printed(page.effective['summary']);
  if (written !== '')
    return { summary: withoutLoneParagraph(render(written).html), truncated: false, summaryKey: 'summary' };
  const cut = doesNow(hugo, 'summaryOfParagraphs') ? paragraphSummary : plainSummary;
  return { ...cut(body.html, settings.summaryLength, isCjk(input)), summaryKey: undefined };
}

/** Hugo counts characters instead of words where the site says so and the article has some that are CJK, be it in the front matter. */
function isCjk({ page, settings, text }: SummaryInput): boolean {
  const own = flagOf(page.effective['iscjklanguage']);
  if (own !== undefined) return own;
  return (
    settings.switches.hasCJKLanguage &&
    /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
  );
}

function upToDivider({ body, source, render }: SummaryInput): Summary {
  const { blocks, blocksBeforeDivider = 0, divider = 0 } = body;
  const before = blocks.slice(0, blocksBeforeDivider);
  // Where the divider stands inside of a paragraph, its first part belongs to the summary.
  const part = render(source.slice(0, divider)).blocks.slice(blocksBeforeDivider);
  const rest = source.slice(divider).replace('<!--more-->', '');
  const summary = [...before, ...part].map(({ html }) => html).join('');
  return { summary: summary.trim(), truncated: rest.trim() !== '', summaryKey: undefined };
}

/** `markdownify`: one paragraph alone loses its tags. */
export function withoutLoneParagraph(html: string): string {
  const trimmed = html.trim();
  const isLone = trimmed.startsWith('<p>') && trimmed.endsWith('</p>') && !trimmed.includes('<p', 1);
  return isLone ? trimmed.slice('<p>'.length, -'</p>'.length) : trimmed;
}
