import { entryOf } from '../article/tree.ts';
import { toWrite } from '../fix/fix.ts';
import { sanitizePath } from '../hugo/url-path.ts';
import { message } from '../messages.ts';
import { settingsOf } from './dates-of.ts';
import type { Rule } from './rule.ts';

/** A slug of which Hugo leaves signs out, takes a part for a folder, or keeps nothing. */
export const slugAddress: Rule = {
  id: 'slug-address',
  scope: 'head',
  reads: ['config'],
  severity: 'info',
  *check({ article, facts }) {
    const { tree } = article;
    const slug = tree && entryOf(tree, 'slug');
    const settings = settingsOf(facts);
    if (slug?.value.kind !== 'string' || bareOf(slug.value.value) === '' || !settings) return;
    if (tree && entryOf(tree, 'url')) return;
    const { value, range } = slug.value;
    const made = sanitizePath(bareOf(value), settings.switches);
    if (/[#\\]|:\/\/|^\.\.\//.test(value)) {
      yield { severity: 'warning', message: message('slug-address.signs'), range };
    } else if (/^[-./]*$/.test(made)) {
      yield { severity: 'warning', message: message('slug-address.nothing'), range };
    } else if (
      value
        .trim()
        .replace(/^\/+|\/+$/g, '')
        .includes('/')
    ) {
      yield { severity: 'hint', message: message('slug-address.folder'), range };
    } else if (lettersOf(made) !== lettersOf(value.toLowerCase())) {
      const fixes = toWrite(article, [slug.key.value], made);
      yield { message: message('slug-address', { slug: made }), range, fixes };
    }
  },
};

/** Hugo takes hyphens at the ends away; without anything left the name of the file counts. */
const bareOf = (slug: string): string => slug.trim().replace(/^-+|-+$/g, '');

/** Spaces become hyphens, as everybody expects. */
const lettersOf = (text: string): string => text.toLowerCase().replace(/[\s-]+/g, '');
