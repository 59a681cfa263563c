import type { Nodes as HastNodes, Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { toMdast } from 'hast-util-to-mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { ConstructName, Options } from 'mdast-util-to-markdown';
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { hold, release } from './escapes.ts';
import { clean } from './clean.ts';
import { tidy } from './tidy.ts';

/** UTF-16 units of HTML beyond which nobody pastes an article. */
const MAX_LENGTH = 4_000_000;
const MAX_DEPTH = 200;

/**
 * HTML of a clipboard as Markdown that Hugo renders to the same words, without HTML; ends in a line feed. `undefined`
 * where there is nothing to paste, or too much.
 */
export function markdownOf(html: string): string | undefined {
  if (html.length > MAX_LENGTH) return undefined;
  const parsed = parse(html);
  if (isDeep(parsed)) return undefined;
  const tree = fromParse5(parsed);
  const root: Root = { type: 'root', children: clean(bodyOf(tree)) };
  const made = toMdast(root, { document: true });
  const children = tidy(made.type === 'root' ? made.children : []);
  const held = hold({ type: 'root', children });
  const written = release(toMarkdown(held, OPTIONS));
  return written.trim() === '' ? undefined : written;
}

const bodyOf = (tree: HastNodes): Root['children'] => {
  if (!('children' in tree)) return [];
  const html = tree.children.find(node => node.type === 'element' && node.tagName === 'html');
  return html?.type === 'element'
    ? html.children.filter(node => node.type !== 'element' || node.tagName !== 'head')
    : tree.children;
};

/** Without calling itself: nothing here may fail for what somebody copied. */
function isDeep(parsed: DefaultTreeAdapterTypes.Document): boolean {
  let level: DefaultTreeAdapterTypes.Node[] = [parsed];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap(node => ('childNodes' in node ? node.childNodes : []));
  }
  return false;
}

const ADDRESSES: ConstructName[] = ['autolink', 'destinationLiteral', 'destinationRaw'];

/**
 * Beyond CommonMark: tildes strike through, `{…}` behind a heading is attributes, `: ` a definition, `{{<` a shortcode
 * and `<!--more-->` the divider, which Hugo looks for before it reads Markdown.
 */
const OPTIONS: Options = {
  bullet: '-',
  bulletOther: '*',
  rule: '*',
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  incrementListMarker: true,
  extensions: [
    gfmTableToMarkdown({ tablePipeAlign: false, tableCellPadding: true }),
    gfmStrikethroughToMarkdown(),
    {
      unsafe: [
        {
          character: '~',
          inConstruct: 'phrasing',
          notInConstruct: ADDRESSES,
        },
        // Mail addresses in `<…>` can start with more than letters.
        { character: '<', after: '[^\\s<]', inConstruct: 'phrasing', notInConstruct: ADDRESSES },
        { character: '{', inConstruct: 'headingAtx' },
        { character: '{', before: '\\{', after: '[<%]', inConstruct: 'phrasing' },
        { character: '-', before: '!', inConstruct: 'phrasing' },
        { atBreak: true, character: ':' },
      ],
    },
  ],
};
