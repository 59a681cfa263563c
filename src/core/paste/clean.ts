import type { Element, ElementContent, RootContent } from 'hast';
import { linkAddress, webAddress } from './address.ts';
import { running, shifted } from './characters.ts';
import { codeBlock, isCode } from './code.ts';
import { BLOCKS, element, isElement, plain, styleOf, text, textOf } from './element.ts';
import { NO_MARKS, marked, marksOf } from './marks.ts';
import type { Marks } from './marks.ts';
import { withLists } from './word.ts';

interface Place {
  readonly around: readonly Element[];
  readonly marks: Marks;
  /** In a cell, a heading or a link only what stands in a line can be. */
  readonly isInline: boolean;
  readonly isInLink: boolean;
}

/** HTML of a clipboard as plain HTML of the few elements that Markdown has. */
export const clean = (nodes: readonly RootContent[]): ElementContent[] =>
  cleanAll(nodes, { around: [], marks: NO_MARKS, isInline: false, isInLink: false });

const cleanAll = (nodes: readonly RootContent[], place: Place): ElementContent[] =>
  withLists(nodes.filter((node): node is ElementContent => node.type !== 'doctype')).flatMap(node =>
    cleanNode(node, place),
  );

/** What a page has beside its text. */
const DROPPED = new Set(
  'applet area audio base button canvas col colgroup datalist embed frame head input link map meta noframes noscript object option param script select source style svg template textarea title track video wbr xml rp'.split(
    ' ',
  ),
);
const DROPPED_CLASSES =
  /(?:^|\s)(?:mw-editsection|code-snippet__line-index|zeroclipboard-container|katex-html)(?=\s|$)/;

const isDropped = (node: Element): boolean =>
  DROPPED.has(node.tagName) ||
  styleOf(node, 'display') === 'none' ||
  styleOf(node, 'mso-hide') === 'all' ||
  node.properties.hidden === true ||
  DROPPED_CLASSES.test(textOf(node, 'className'));

function cleanNode(node: ElementContent, place: Place): ElementContent[] {
  if (node.type === 'comment') return [];
  if (node.type === 'text') return marked(running(node.value), place.marks);
  if (isDropped(node)) return [];
  if (!place.isInline && isCode(node)) return codeBlock(node, place.around);
  return place.isInline && BLOCKS.has(node.tagName) ? inLine(node, place) : known(node, place);
}

/** A block among words. */
const inLine = (node: Element, place: Place): ElementContent[] => [
  text(' '),
  ...cleanAll(node.children, within(node, place)),
  text(' '),
];

function known(node: Element, place: Place): ElementContent[] {
  const make = Object.hasOwn(MADE, node.tagName) ? MADE[node.tagName] : undefined;
  return (make ?? other)(node, within(node, place), place);
}

/** What becomes of an element; `inside`: the place of what is in it, `place`: its own. */
type Make = (node: Element, inside: Place, place: Place) => ElementContent[];

const titled: Make = (node, inside) => heading(node.tagName, node, inside);
const coded: Make = node => inlineCode(node);
const MADE: Readonly<Record<string, Make>> = {
  ...{ h1: titled, h2: titled, h3: titled, h4: titled, h5: titled, h6: titled },
  ...{ code: coded, kbd: coded, samp: coded, tt: coded },
  a: (node, inside) => link(node, inside),
  img: node => image(node),
  iframe: (node, _inside, place) => frame(node, place),
  br: (_node, _inside, { isInline }) => [isInline ? text(' ') : element('br', [])],
  sup: (node, inside) => raised(node, inside),
  sub: (node, inside) => raised(node, inside),
  math: (node, inside) => mathText(node, inside),
  table: (node, inside) => table(node, inside),
};

const within = (node: Element, place: Place): Place => ({
  ...place,
  around: [...place.around.slice(-1), node],
  marks: marksOf(node, place.marks),
});

const INLINE = { isInline: true } as const;

function heading(tagName: string, node: Element, inside: Place): ElementContent[] {
  const children = cleanAll(node.children, { ...inside, ...INLINE, marks: 'plain' });
  return [element(tagName, children)];
}

function link(node: Element, inside: Place): ElementContent[] {
  const href = inside.isInLink ? undefined : linkAddress(textOf(node, 'href'));
  const hasBlocks = node.children.some(child => isElement(child) && BLOCKS.has(child.tagName));
  const isLink = href !== undefined && !(hasBlocks && !inside.isInline);
  const children = cleanAll(node.children, isLink ? { ...inside, ...INLINE, isInLink: true } : inside);
  return isLink && hasContent(children) ? [element('a', children, { href })] : children;
}

const hasContent = (nodes: readonly ElementContent[]): boolean =>
  plain(nodes).trim() !== '' ||
  nodes.some(node => isElement(node) && (node.tagName === 'img' || hasContent(node.children)));

/** Attributes that hold the address of a picture which is loaded only when it is seen. */
const SOURCES = ['dataSrc', 'dataOriginal', 'dataActualsrc', 'dataLazySrc', 'dataOriginalSrc', 'src'];

/** Pictures that only the source's computer has cannot be shown. */
function image(node: Element): ElementContent[] {
  const src = SOURCES.map(name => webAddress(textOf(node, name))).find(found => found !== undefined);
  if (src === undefined) return [];
  const alt = running(textOf(node, 'alt')).replace(/\s+/g, ' ').trim();
  return [element('img', [], { src, alt: /^(?:图片|image|img|photo)$/i.test(alt) ? '' : alt })];
}

/** What is shown in a frame, such as a film, as a link to it. */
function frame(node: Element, { isInLink }: Place): ElementContent[] {
  const href = webAddress(textOf(node, 'dataSrc') || textOf(node, 'src'));
  if (href === undefined || isInLink) return [];
  return [element('p', [element('a', [text(href)], { href })])];
}

function raised(node: Element, inside: Place): ElementContent[] {
  const character = shifted(plain(node.children), node.tagName === 'sup' ? 'sup' : 'sub');
  const isNote = plain(node.children).trim() === '' || node.children.some(child => isElement(child, 'a'));
  return character !== undefined && !isNote
    ? marked(character, inside.marks)
    : cleanAll(node.children, inside);
}

function inlineCode(node: Element): ElementContent[] {
  const code = running(plain(node.children)).replace(/\s+/g, ' ').trim();
  return code === '' ? [] : [element('code', [text(code)])];
}

/** A formula as it was written, where the page tells. */
function mathText(node: Element, inside: Place): ElementContent[] {
  const source = annotation(node);
  return source ? marked(plain(source.children), inside.marks) : cleanAll(node.children, inside);
}

function annotation(node: Element): Element | undefined {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    if (child.tagName === 'annotation') return child;
    const found = annotation(child);
    if (found) return found;
  }
  return undefined;
}

/** A table as rows of cells of words; one of a single column is layout. */
function table(node: Element, inside: Place): ElementContent[] {
  const rows = rowsOf(node);
  const width = Math.max(0, ...rows.map(row => cellsOf(row).length));
  const caption = node.children.find(child => isElement(child, 'caption'));
  const title = caption ? [element('p', cleanAll([caption], inside))] : [];
  if (width < 2)
    return [
      ...title,
      ...rows.flatMap(row => cellsOf(row).map(cell => element('div', cleanAll(cell.children, inside)))),
    ];
  const made = rows.map((row, at) => {
    const cells = cellsOf(row).map(cell => {
      const marks = at === 0 || cell.tagName === 'th' ? 'plain' : inside.marks;
      const content = cleanAll(cell.children, { ...inside, ...INLINE, marks: marksOf(cell, marks) });
      return element(at === 0 ? 'th' : 'td', content, spans(cell));
    });
    return element('tr', cells);
  });
  return [...title, element('table', made)];
}

/** Cells over more than one row or column; what is absurd counts as one. */
const spans = (cell: Element): Element['properties'] =>
  Object.fromEntries(
    ['colSpan', 'rowSpan'].flatMap(name => {
      const span = Number(textOf(cell, name));
      return span > 1 && span <= 50 ? [[name, span]] : [];
    }),
  );

const rowsOf = (node: Element): Element[] =>
  node.children.flatMap(child => {
    if (!isElement(child)) return [];
    if (child.tagName === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : [];
  });

const cellsOf = (row: Element): Element[] => row.children.filter(child => isElement(child, 'td', 'th'));

const KEPT = new Set('blockquote hr li ol p ul'.split(' '));

function other(node: Element, inside: Place): ElementContent[] {
  const children = cleanAll(node.children, inside);
  if (/\bMsoTitle\b/.test(textOf(node, 'className'))) return heading('h1', node, inside);
  if (KEPT.has(node.tagName)) {
    const start = node.tagName === 'ol' ? Number(textOf(node, 'start')) : 0;
    const hasBlocks = children.some(child => isElement(child) && BLOCKS.has(child.tagName));
    if (node.tagName === 'p' && hasBlocks) return [element('div', children)];
    const isList = node.tagName === 'ul' || node.tagName === 'ol';
    return [element(node.tagName, isList ? nested(children) : children, start > 0 ? { start } : {})];
  }
  return BLOCKS.has(node.tagName) ? [element('div', children)] : children;
}

/** A list that stands beside the items of another belongs to the item before it. */
function nested(children: readonly ElementContent[]): ElementContent[] {
  const items: ElementContent[] = [];
  for (const child of children) {
    const last = items.at(-1);
    if (isElement(child, 'ul', 'ol') && last?.type === 'element' && last.tagName === 'li')
      last.children.push(child);
    else if (child.type !== 'text' || child.value.trim() !== '') items.push(child);
  }
  return items;
}
