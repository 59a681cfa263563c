/** What a page in a webview may load. */
export interface Policy {
  /** Fresh for each page; only scripts that carry it run. */
  readonly nonce: string;
  /** Where the extension's own files and those of the site come from: `Webview.cspSource`. */
  readonly own: string;
  /** Further sources of images: `https:`. */
  readonly images: readonly string[];
}

/** The content security policy of a webview: nothing, but for its own scripts, styles, fonts and pictures. */
export function contentSecurityPolicy({ nonce, own, images }: Policy): string {
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${own}`,
    `font-src ${own}`,
    `img-src ${[own, 'data:', ...images].join(' ')}`,
    `connect-src 'none'`,
    `frame-src 'none'`,
    `object-src 'none'`,
    `media-src 'none'`,
    `worker-src 'none'`,
    `form-action 'none'`,
    `base-uri 'none'`,
  ].join('; ');
}
