/** What of the web platform both hosts have and the core uses; `lib` of the core has no DOM. */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input: Uint8Array): string;
}
