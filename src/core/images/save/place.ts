import type { SiteFacts } from '../../check/facts.ts';
import { cleanPath, joinPath } from '../../hugo/config-paths.ts';
import { basePath } from '../../hugo/url-base.ts';
import type { Origin } from '../../targets/resolve.ts';
import { folderOf } from '../../targets/write.ts';
import type { ReferenceForm } from '../reference.ts';

/** A folder that images are saved to. */
export interface Place {
  /** From the root of the site. */
  readonly folder: string;
  /** Where its files are published, from the root of the published site; ends in `/`. */
  readonly above: string;
}

/**
 * Where an image is saved: beside the page in a leaf bundle, if only the body shows it; else in the folder of the
 * setting. `undefined` if that folder is not published as it is.
 *
 * @param forms all places of the article that show the image
 * @param setting a folder from the root of the site, `static/images`
 */
export function placeFor(
  forms: readonly ReferenceForm[],
  { page, base }: Origin,
  { site, setting }: { readonly site: SiteFacts; readonly setting: string },
): Place | undefined {
  const isOfBody = forms.every(form => form !== 'thumbnail' && form !== 'images');
  if (page.bundle === 'leaf' && isOfBody) {
    const above = folderOf(base.permalink).slice(basePath(base.settings.baseURL).length);
    // With uglyURLs the bundle's files are not where its page is.
    if (base.permalink.endsWith('/'))
      return { folder: page.path.slice(0, page.path.lastIndexOf('/')), above };
  }
  const folder = cleanPath(`/${setting}`).slice(1);
  for (const { component, source, target } of site.config.mounts) {
    const isIn = folder === source || folder.startsWith(`${source}/`);
    if (component !== 'static' || !isIn || source === '') continue;
    const path = joinPath(target, folder.slice(source.length + 1));
    return { folder, above: path === '' ? '/' : `/${path}/` };
  }
  return undefined;
}
