import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import type { MapNode, Node } from '../article/tree.ts';
import type { Reference, ReferenceForm } from './reference.ts';

/**
 * Images that the front matter names: `thumbnail` (Mainroad; text, or map with `src`), `images` (Hugo's templates
 * opengraph and twitter_cards) and `src` of `resources`.
 */
export function headReferences({ text, tree }: Article): Reference[] {
  if (!tree) return [];
  const thumbnail = entryOf(tree, 'thumbnail')?.value;
  const found: [ReferenceForm, Node | undefined][] = [
    ['thumbnail', thumbnail?.kind === 'map' ? entryOf(thumbnail, 'src')?.value : thumbnail],
    ...listed(tree, 'images').map(node => ['images', node] as [ReferenceForm, Node]),
    ...listed(tree, 'resources').map(
      node =>
        ['resource', node.kind === 'map' ? entryOf(node, 'src')?.value : undefined] as [
          ReferenceForm,
          undefined,
        ],
    ),
  ];
  return found.flatMap(([form, node]) =>
    node?.kind === 'string' ? [reference(form, node.value, node.range, text)] : [],
  );
}

function listed(tree: MapNode, key: string): readonly Node[] {
  const value = entryOf(tree, key)?.value;
  return value?.kind === 'list' ? value.items : [];
}

function reference(form: ReferenceForm, url: string, { start, end }: Node['range'], text: string): Reference {
  const at = text.slice(start, end).indexOf(url);
  const isVerbatim = at !== -1 && url !== '';
  const range = isVerbatim ? { start: start + at, end: start + at + url.length } : { start, end };
  return { kind: 'image', form, url, range, isVerbatim };
}
