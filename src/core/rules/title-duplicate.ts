import { entryOf } from '../article/tree.ts';
import { message } from '../messages.ts';
import type { Rule } from './rule.ts';

/** Another article with the same title: often the same one, put in twice. */
export const titleDuplicate: Rule = {
  id: 'title-duplicate',
  scope: 'site',
  reads: ['articles'],
  severity: 'hint',
  *check({ article: { tree }, facts }) {
    const title = tree && entryOf(tree, 'title')?.value;
    if (title?.kind !== 'string' || facts.page.kind !== 'article') return;
    const length = lengthOf(title.value);
    if (length < LEAST) return;
    const isTelling = length >= TELLING;
    const folder = folderOf(facts.page.path);
    const others = (facts.others?.sameTitle ?? []).filter(
      path => !/(?:^|\/)_index\.[^/]*$/.test(path) && (isTelling || folderOf(path) === folder),
    );
    const [path] = others;
    if (path === undefined) return;
    const code = others.length > 1 ? 'title-duplicate.several' : 'title-duplicate';
    yield { message: message(code, { path, more: others.length - 1 }), range: title.range };
  },
};

/** Short titles (“Overview”) recur; from this length on, a Han character counting twice, they do not by chance. */
const TELLING = 20;
/** In one folder shorter ones say something, too. */
const LEAST = 8;

const lengthOf = (text: string): number => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);

/** The folder of an article; of a bundle the one that it lies in. */
const folderOf = (path: string): string => path.replace(/\/index\.[^/]*$/, '').replace(/[^/]*$/, '');
