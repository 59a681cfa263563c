import type { Element, ElementContent } from 'hast';
import { element, isElement, plain, styleOf, textOf } from './element.ts';

/** A paragraph of Word or WPS that is an item of a list. */
interface Item {
  /** From 1. */
  readonly level: number;
  /** Its first number; `undefined`: bullets. */
  readonly start: number | undefined;
  readonly content: ElementContent[];
}

interface Open {
  readonly level: number;
  readonly list: Element;
}

/** Gathers paragraphs that Word marks as items to lists in each other; everything else stays. */
export function withLists(nodes: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = [];
  let open: Open[] = [];
  for (const node of nodes) {
    const item = isElement(node, 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div') ? itemOf(node) : undefined;
    if (item) open = place(item, open, made);
    else {
      if (open.length > 0 && node.type === 'text' && node.value.trim() === '') continue;
      if (node.type !== 'comment') open = [];
      made.push(node);
    }
  }
  return made;
}

function place(item: Item, before: readonly Open[], made: ElementContent[]): Open[] {
  const open = before.filter(({ level }) => level <= item.level);
  const tagName = item.start === undefined ? 'ul' : 'ol';
  const last = open.at(-1);
  const same = last?.level === item.level && last.list.tagName === tagName ? last : undefined;
  if (same) {
    same.list.children.push(element('li', item.content));
    return open;
  }
  const list = element(
    tagName,
    [element('li', item.content)],
    item.start === undefined ? {} : { start: item.start },
  );
  const outer = open.filter(({ level }) => level < item.level);
  const parent = outer.at(-1)?.list.children.at(-1);
  if (parent?.type === 'element') parent.children.push(list);
  else made.push(list);
  return [...outer, { level: item.level, list }];
}

/** `mso-list: l0 level1 lfo1` and a mark that is set apart: `mso-list: Ignore`. */
function itemOf(node: Element): Item | undefined {
  const list = styleOf(node, 'mso-list');
  const level = /\blevel(\d)/.exec(list ?? '')?.[1];
  if (level === undefined && !/\bMsoListParagraph/.test(textOf(node, 'className'))) return undefined;
  const mark = markOf(node.children);
  if (mark === undefined) return undefined;
  const start = startOf(mark);
  if (start === 'text') return undefined;
  return { level: Number(level ?? 1), start, content: withoutMark(node.children) };
}

const isMark = (node: ElementContent): boolean =>
  isElement(node) && /^ignore$/.test(styleOf(node, 'mso-list') ?? '');

function markOf(nodes: readonly ElementContent[]): string | undefined {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const found = isMark(node) ? plain([node]).replace(/[\s\u00a0]+/g, '') : markOf(node.children);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Marks that Markdown has no list for are part of the text: `一、`, `（1）`. */
function startOf(mark: string): number | undefined | 'text' {
  const digits = /^(\d{1,8})[.)、．]$/.exec(mark)?.[1];
  if (digits !== undefined) return Number(digits);
  return mark.length === 1 && !/[\p{L}\p{N}]/u.test(mark.replace(/[o§ØüvlnqÂ]/, '')) ? undefined : 'text';
}

const withoutMark = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes
    .filter(node => !isMark(node))
    .map(node => (isElement(node) ? { ...node, children: withoutMark(node.children) } : node));
