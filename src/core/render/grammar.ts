import { atxHeading } from './blocks/atx.ts';
import { code } from './blocks/code.ts';
import { fence } from './blocks/fence.ts';
import { html } from './blocks/html.ts';
import { item, list } from './blocks/list.ts';
import { paragraph } from './blocks/paragraph.ts';
import { quote } from './blocks/quote.ts';
import { references } from './blocks/reference.ts';
import { rule } from './blocks/rule.ts';
import { setextHeading } from './blocks/setext.ts';
import type { BlockParser, ParagraphTransform } from './engine/block-parser.ts';
import type { InlineParser } from './engine/inline-parser.ts';
import type { BlockGrammar } from './engine/parse-blocks.ts';
import type { InlineGrammar } from './engine/parse-inlines.ts';
import { attributeBlock } from './extensions/attribute-block.ts';
import { definitionDescription, definitionList } from './extensions/definition-list.ts';
import { emoji } from './extensions/emoji.ts';
import { extraParser, extras } from './extensions/extras.ts';
import { footnoteDefinition, footnoteReference } from './extensions/footnote.ts';
import { linkify } from './extensions/linkify.ts';
import { passthrough } from './extensions/passthrough.ts';
import { strikethrough } from './extensions/strikethrough.ts';
import { tables } from './extensions/table.ts';
import { taskList } from './extensions/task-list.ts';
import { typographer } from './extensions/typographer.ts';
import { autolink } from './inlines/autolink.ts';
import { codeSpan } from './inlines/code.ts';
import { emphasis } from './inlines/emphasis.ts';
import { finishBrackets, link } from './inlines/link.ts';
import { rawHtml } from './inlines/raw-html.ts';
import type { MarkupOptions } from './options.ts';
import { featuresOf } from '../hugo/behaviour.ts';

/** goldmark's parsers with goldmark's and Hugo's priorities: the lower one is tried first. */
type Prioritized<T> = readonly [priority: number, parser: T];

function inOrder<T>(parsers: readonly (Prioritized<T> | false)[]): T[] {
  return parsers
    .filter(entry => entry !== false)
    .sort(([a], [b]) => a - b)
    .map(([, parser]) => parser);
}

function byTrigger<T>(parsers: readonly T[], triggersOf: (parser: T) => string): Map<number, T[]> {
  const map = new Map<number, T[]>();
  for (const parser of parsers) {
    for (const char of triggersOf(parser)) {
      const key = char.charCodeAt(0);
      map.set(key, [...(map.get(key) ?? []), parser]);
    }
  }
  return map;
}

export function blockGrammar({ extensions, parser }: MarkupOptions): BlockGrammar {
  const parsers = inOrder<BlockParser>([
    [100, setextHeading(parser.attributeTitle)],
    parser.attributeBlock && [100, attributeBlock],
    extensions.definitionList && [101, definitionList],
    extensions.definitionList && [102, definitionDescription],
    [200, rule],
    [300, list],
    [400, item],
    [500, code],
    [600, atxHeading(parser.attributeTitle)],
    [700, fence],
    [800, quote],
    [900, html],
    extensions.footnote.enable && [999, footnoteDefinition],
    [1000, paragraph],
  ]);
  const anyLine = parsers.filter(({ triggers }) => triggers === undefined);
  const triggered = byTrigger(parsers, ({ triggers }) => triggers ?? '');
  for (const list of triggered.values()) list.push(...anyLine);
  const paragraphTransforms: ParagraphTransform[] = [references];
  if (extensions.table) paragraphTransforms.push(tables);
  return { byTrigger: triggered, anyLine, paragraphTransforms };
}

export function inlineGrammar({ extensions, enableEmoji, hugoVersion }: MarkupOptions): InlineGrammar {
  const extra = (name: keyof typeof extras): Prioritized<InlineParser> | false =>
    extensions.extras[name] && [extras[name].priority, extraParser(extras[name])];
  const parsers = inOrder<InlineParser>([
    extensions.taskList && [0, taskList],
    [100, codeSpan],
    extensions.footnote.enable && [101, footnoteReference],
    enableEmoji && featuresOf(hugoVersion).emojiInMarkdown && [200, emoji],
    [200, link],
    extensions.passthrough.enable && [201, passthrough(extensions.passthrough)],
    [300, autolink],
    [400, rawHtml],
    extra('delete'),
    [500, emphasis],
    extensions.strikethrough && [500, strikethrough],
    extra('insert'),
    extra('mark'),
    extra('superscript'),
    extra('subscript'),
    extensions.linkify && [999, linkify],
    !extensions.typographer.disable && [9999, typographer(extensions.typographer)],
  ]);
  const { enable, escapedSpace } = extensions.cjk;
  return {
    byTrigger: byTrigger(parsers, ({ triggers }) => triggers),
    finish: finishBrackets,
    escapedSpace: enable && escapedSpace,
  };
}
