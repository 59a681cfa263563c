declare module 'probe-image-size/sync.js' {
  interface Found {
    readonly width: number;
    readonly height: number;
    readonly wUnits: string;
    readonly hUnits: string;
    /** EXIF, 1 to 8. */
    readonly orientation?: number;
  }
  export const parsers: Readonly<Record<string, (bytes: Uint8Array) => Found | null>>;
}
