/** What of the web platform both extension hosts have and the features use. */
interface Timer {
  readonly ['opaque timer']: never;
}
declare function setTimeout(run: () => void, milliseconds: number): Timer;
declare function clearTimeout(timer: Timer | undefined): void;
declare const console: { error(...what: unknown[]): void };
declare const performance: { now(): number };
declare const __dirname: string;
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
declare class URL {
  constructor(url: string);
  readonly host: string;
}
interface AbortSignal {
  readonly aborted: boolean;
}
declare const AbortSignal: { timeout(milliseconds: number): AbortSignal };
declare function fetch(
  url: string,
  options: { readonly signal: AbortSignal },
): Promise<{ readonly ok: boolean; text(): Promise<string> }>;
declare const crypto: {
  getRandomValues(bytes: Uint8Array): Uint8Array;
  readonly subtle: { digest(algorithm: 'SHA-256', data: Uint8Array): Promise<ArrayBuffer> };
};
