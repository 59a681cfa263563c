const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000 };

/**
 * Milliseconds that `Retry-After` asks for: seconds or an HTTP date (RFC 9110, 10.2.3), also `30s` and `1m30s` as some
 * servers write it. `undefined` for anything else.
 */
export function retryAfter(text: string, now: number): number | undefined {
  const value = text.trim();
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  if (/^(?:\d{1,6}[hms]){1,3}$/.test(value)) {
    return [...value.matchAll(/(\d+)([hms])/g)].reduce(
      (sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? 's'] ?? 0),
      0,
    );
  }
  const date = /^[A-Za-z]{3,9},? /.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
