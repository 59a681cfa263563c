import type { Article } from '../article/article.ts';
import type { Range } from '../article/tree.ts';
import type { Facts } from '../check/facts.ts';
import { joinPath } from '../hugo/config-paths.ts';
import { unescapePath } from '../hugo/url-path.ts';
import type { Reference } from '../images/reference.ts';
import { references } from '../images/references.ts';
import { targetOf } from '../images/target.ts';
import { originOfSite } from '../images/targets-of.ts';
import type { Verdict } from '../images/verdict.ts';

/** What is known of the image whose address is under the pointer. Plain data; the host finds the words. */
export interface ImageHover {
  readonly reference: Reference;
  readonly range: Range;
  /** A file of the site, from its root. */
  readonly file: string | undefined;
  /** Its address on another host. */
  readonly href: string | undefined;
  /** VS Code's own Markdown shows the picture by itself: in the body, from the network or beside the file. */
  readonly isShownAnyway: boolean;
  /** What asking for that address has shown; `undefined`: nobody has asked. */
  readonly verdict: Verdict | undefined;
}

/** The image at an offset of the article, zero-based UTF-16; `undefined` where there is no address of one. */
export function imageAt(article: Article, offset: number, facts: Facts): ImageHover | undefined {
  const reference = references(article, facts).find(
    ({ kind, range }) => kind === 'image' && range.start <= offset && offset <= range.end,
  );
  if (!reference || reference.url === '') return undefined;
  const { range } = reference;
  const known = facts.targets?.references.find(target => target.reference.range.start === range.start);
  const outcome = known?.outcome;
  const file = outcome?.is === 'there' || outcome?.is === 'missing' ? outcome.file : undefined;
  const { remote } = facts;
  const target = remote && targetOf(reference, originOfSite(facts), remote.policy);
  return {
    reference,
    range,
    file,
    href: target?.href,
    isShownAnyway: isShownAnyway(reference, { file, path: facts.page.path }),
    verdict: target && remote.verdicts.get(target.key),
  };
}

function isShownAnyway(
  { form, url }: Reference,
  { file, path }: { readonly file: string | undefined; readonly path: string },
): boolean {
  if (form !== 'markdown' && form !== 'definition' && form !== 'html') return false;
  if (/^https?:/i.test(url)) return true;
  return !url.startsWith('/') && file === joinPath(path.slice(0, path.lastIndexOf('/')), unescapePath(url));
}
