import type { SiteConfig } from './config-types.ts';

/** A folder of articles, and where it stands in the content: `''` for the content itself. */
export interface ContentMount {
  /** From the root of the site. */
  readonly source: string;
  readonly target: string;
}

/** The site's own folders of articles; those of themes are not the editor's. */
export function contentMounts({ mounts, folders }: SiteConfig): readonly ContentMount[] {
  const own = mounts.filter(({ component, module }) => component === 'content' && module === undefined);
  return own.length > 0 ? own : [{ source: folders.content, target: '' }];
}
