/** A Hugo version as a number that compares: 0.152.2 → 152002. Major versions have always been 0. */
export type HugoVersion = number;

/** Reads `0.131.0`, `v0.152.2+extended`, `hugo v0.111.3-5d4e…`; `undefined` if there is no version in it. */
export function parseVersion(text: string): HugoVersion | undefined {
  const match = /(?:^|[^\d.])0\.(\d{1,4})(?:\.(\d{1,3}))?(?!\d)/.exec(text);
  return match ? Number(match[1]) * 1000 + Number(match[2] ?? 0) : undefined;
}

export function formatVersion(version: HugoVersion): string {
  return `0.${Math.floor(version / 1000)}.${version % 1000}`;
}
