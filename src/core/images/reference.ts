import type { Range } from '../article/tree.ts';

/** Where an address is written. */
export type ReferenceForm =
  'markdown' | 'definition' | 'autolink' | 'html' | 'shortcode' | 'thumbnail' | 'images' | 'resource';

/** An image that an article shows, or a page that it links to. */
export interface Reference {
  readonly kind: 'image' | 'link';
  readonly form: ReferenceForm;
  /** The address as the page has it: escapes and references of its format resolved, nothing else done to it. */
  readonly url: string;
  /**
   * The address as written, without quotes and brackets; the whole image or link where the address cannot be found
   * in the source. UTF-16 offsets of the article.
   */
  readonly range: Range;
  /** The text of `range` is `url`, so that other text in its place is another address. */
  readonly isVerbatim: boolean;
  /** Browsers send no Referer with it. */
  readonly isBare?: true;
  /** The text in place of an image of Markdown or of `figure`, as written. */
  readonly alt?: string;
}
