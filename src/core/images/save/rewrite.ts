import { parseArticle } from '../../article/article.ts';
import type { Article } from '../../article/article.ts';
import type { Facts } from '../../check/facts.ts';
import { applyEdits } from '../../edit/apply.ts';
import type { TextEdit } from '../../problem.ts';
import type { Origin } from '../../targets/resolve.ts';
import { addressFor } from '../../targets/write.ts';
import type { Reference } from '../reference.ts';
import { references } from '../references.ts';
import { targetOf } from '../target.ts';
import { originOfSite } from '../targets-of.ts';
import type { UrlPolicy } from '../url-policy.ts';

/** An image of another host, with all places of an article that show it. */
export interface RemoteImage {
  readonly href: string;
  readonly references: readonly Reference[];
}

/** The images of an article that lie on other hosts, in the order of the article. */
export function remoteImages(article: Article, facts: Facts, policy: UrlPolicy): RemoteImage[] {
  const site = originOfSite(facts);
  const images = new Map<string, Reference[]>();
  for (const reference of references(article, facts)) {
    if (reference.kind !== 'image' || reference.form === 'resource') continue;
    const href = targetOf(reference, site, policy)?.href;
    if (href === undefined) continue;
    const known = images.get(href);
    if (known) known.push(reference);
    else images.set(href, [reference]);
  }
  return Array.from(images, ([href, found]) => ({ href, references: found }));
}

/** Images that lie on the site now: by the address they had, where they are published. */
export type Saved = ReadonlyMap<string, string>;

/**
 * Edits that put the site's own addresses in the place of those of other hosts; nothing else changes. An image whose
 * address would not read as meant in its place keeps the one it has.
 */
export function rewrite(
  article: Article,
  facts: Facts,
  { saved, origin, policy }: { readonly saved: Saved; readonly origin: Origin; readonly policy: UrlPolicy },
): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const image of remoteImages(article, facts, policy)) {
    const published = saved.get(image.href);
    if (published === undefined) continue;
    for (const { range, form } of image.references) {
      if (!isAddress(article.text.slice(range.start, range.end))) continue;
      const edit = { range, newText: addressFor(published, form, origin) };
      if (isSound(article, facts, edit)) edits.push(edit);
    }
  }
  return edits;
}

/** As opposed to a whole image whose address cannot be found in the source. */
const isAddress = (text: string): boolean => /^(?:https?:)?\/\/[^\s<>"'()[\]{}]+$/i.test(text.trim());

/** Read again, the place has the new address, and all others have those they had. */
function isSound(article: Article, facts: Facts, edit: TextEdit): boolean {
  const before = references(article, facts);
  const after = references(parseArticle(applyEdits(article.text, [edit])), facts);
  return (
    before.length === after.length &&
    before.every(({ range, url, form }, i) => {
      const wanted = range.start === edit.range.start ? edit.newText : url;
      return after[i]?.form === form && after[i].url === decoded(wanted, after[i].url);
    })
  );
}

/** Readers of addresses differ in what they escape: `封面` and `%E5%B0%81…` are the same. */
function decoded(wanted: string, found: string): string {
  return wanted === found || encodeURI(wanted) === found ? found : wanted;
}
