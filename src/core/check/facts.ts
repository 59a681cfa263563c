import type { Encoding } from '../article/encoding.ts';
import type { Range } from '../article/tree.ts';
import type { UserSchemaResult } from '../schema/user.ts';
import type { ConfigFault, SiteConfig } from '../hugo/config-types.ts';
import type { Offers } from '../hugo/mounts-offers.ts';
import type { RemoteFacts } from '../images/remote-facts.ts';
import type { SiteVersion } from '../hugo/site-version.ts';
import type { Page } from '../hugo/page-types.ts';
import type { FileSettings } from '../site/settings-file.ts';
import type { HugoVersion } from '../hugo/version.ts';
import type { Others } from '../index/others.ts';
import type { Targets } from '../targets/target.ts';
import type { CheckSettings } from './settings.ts';

/**
 * All that rules may know beside the article itself. Plain data, made by `gather`, so that it can cross to a
 * worker and a check can be repeated from it.
 */
export interface Facts {
  /** `undefined`: not known; rules then judge by the most severe of the supported versions. */
  readonly hugo: HugoVersion | undefined;
  readonly page: PageFacts;
  /** Absent outside a Hugo site. */
  readonly site: SiteFacts | undefined;
  /** The page that Hugo makes of the file; absent outside a site, and where Hugo makes none. */
  readonly made?: Page | undefined;
  /**
   * The `relPermalink` that the article had when it was last published, where a host knows; judged against `made`.
   */
  readonly previousAddress?: string | undefined;
  /** What other articles of the site have in common with this one; absent where the site has not been read. */
  readonly others?: Others | undefined;
  /** What is behind images, links and `ref`s; absent where nobody has looked. */
  readonly targets?: Targets | undefined;
  /** Milliseconds since 1970: what is in the future, and what an empty date can be. Without it nothing depends on the time. */
  readonly now?: number | undefined;
  /** What the user has set for the rules. */
  readonly settings?: CheckSettings | undefined;
  /** What a schema of the user's own says, if one is named for the article. */
  readonly userSchema?: UserSchemaResult | undefined;
  /** What asking for images and links showed, if somebody asked. */
  readonly remote?: RemoteFacts | undefined;
  /** How the file is written, where that is not UTF-8; `at`: its first bad character. */
  readonly encoding: { readonly name: Exclude<Encoding, 'utf-8'>; readonly at: Range } | undefined;
}

/** What the place of a file says about the page. */
export interface PageFacts {
  /** Path with `/` from the root of the site, or the file name outside one. */
  readonly path: string;
  /** `article`: a page below a section; `page`: a page at the top of the content; `list`: an `_index` file. */
  readonly kind: 'article' | 'page' | 'list';
}

/** What is known of a site beside its articles. */
export interface SiteFacts {
  readonly config: SiteConfig;
  readonly offers: Offers;
  /** The theme is Mainroad, or a fork that has its name; or the site names no theme and has no templates. */
  readonly isMainroad: boolean;
  /** All that the configuration names is on disk, or is Mainroad, whose templates are known. */
  readonly isWhole: boolean;
  /** Folders below the root that hold articles. */
  readonly contentFolders: readonly string[];
  /** Keys of the taxonomies in the front matter, lower case. */
  readonly taxonomies: readonly string[];
  /** The Hugo that builds the site, where a file of the site says so. */
  readonly hugo: SiteVersion | undefined;
  /** What the house has set in the site's own file. */
  readonly settings: FileSettings;
  /** What is broken in the configuration, Hugo's and ours. */
  readonly faults: readonly ConfigFault[];
}
