import type { Article } from '../article/article.ts';
import type { Entry, MapNode, Node, Range } from '../article/tree.ts';
import { clipped } from '../fix/fix.ts';

/** A key of the front matter, or the whole of it, for the outline of an article. */
export interface HeadSymbol {
  readonly name: string;
  /** The value in one line; empty for maps. */
  readonly detail: string;
  readonly kind: 'front-matter' | Node['kind'];
  /** UTF-16 offsets: the whole, and what is shown when it is chosen, which lies within. */
  readonly range: Range;
  readonly selection: Range;
  readonly children: readonly HeadSymbol[];
}

/**
 * The front matter with its keys; the headings of the body are VS Code's own. `undefined` where there is none.
 *
 * @param name of the whole
 */
export function frontMatterSymbol({ fences, tree }: Article, name: string): HeadSymbol | undefined {
  if (!fences || !tree) return undefined;
  const range = { start: fences.open.start, end: fences.close?.end ?? fences.content.end };
  return {
    name,
    detail: fences.format.toUpperCase(),
    kind: 'front-matter',
    range,
    selection: fences.open,
    children: symbolsIn(tree, range),
  };
}

/** Keys of TOML tables may stand apart from their table: what lies outside of the parent is left out. */
const symbolsIn = ({ entries }: MapNode, within: Range): HeadSymbol[] =>
  entries
    .filter(({ range }) => range.start >= within.start && range.end <= within.end)
    .map(entry => symbolOf(entry));

function symbolOf({ key, value, range }: Entry): HeadSymbol {
  return {
    // VS Code takes no symbol without a name.
    name: key.value.trim() === '' ? '""' : key.value,
    detail: detailOf(value),
    kind: value.kind,
    range,
    selection: key.range,
    children: value.kind === 'map' ? symbolsIn(value, range) : [],
  };
}

function detailOf(node: Node): string {
  switch (node.kind) {
    case 'map':
      return '';
    case 'list':
      return clipped(
        node.items
          .slice(0, 10)
          .map(item => ('value' in item ? String(item.value) : '…'))
          .join(', '),
      );
    case 'null':
      return '';
    default:
      return clipped(String(node.value));
  }
}

/** What can be folded: the front matter, and each of its keys that goes over several lines. */
export function frontMatterFolds(article: Article): readonly Range[] {
  const { fences, tree, text } = article;
  if (!fences?.close) return [];
  const spans = (tree?.entries ?? []).map(({ range }) => range);
  return [{ start: fences.open.start, end: fences.close.end }, ...spans].filter(({ start, end }) =>
    /[\r\n]/.test(text.slice(start, end).trimEnd()),
  );
}
