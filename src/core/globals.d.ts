/** What of the web platform both hosts have and the core uses; `lib` of the core has no DOM. */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input: Uint8Array): string;
}

declare class URL {
  constructor(url: string, base?: string);
  static canParse(url: string, base?: string): boolean;
  href: string;
  protocol: string;
  host: string;
  hostname: string;
  port: string;
  pathname: string;
  search: string;
  hash: string;
  readonly origin: string;
  readonly username: string;
  readonly password: string;
}

/** The bytes of base64 as characters U+0000 to U+00FF; throws if it is none. */
declare function atob(base64: string): string;
