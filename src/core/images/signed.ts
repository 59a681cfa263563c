const seconds = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{9,11}$/.test(text) ? Number(text) * 1000 : undefined;

/** `20250213T080000Z` */
function compactDate(text: string | undefined): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text ?? '');
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * When a signed address ends, milliseconds since the epoch: `Expires` and `x-oss-expires` (OSS), `q-sign-time` (COS),
 * `X-Amz-Date` with `X-Amz-Expires` (S3; `x-oss-date` alike), `X-Goog-…`, `auth_key` (CDN of Aliyun). `undefined` for
 * other addresses.
 */
export function expiryOf(href: string): number | undefined {
  const query = new Map<string, string>();
  for (const part of new URL(href).search.slice(1).split('&')) {
    const [name = '', ...value] = part.split('=');
    query.set(name.toLowerCase(), value.join('=').replace(/%3B/gi, ';'));
  }
  for (const vendor of ['x-amz', 'x-oss', 'x-goog', 'x-tos', 'x-obs']) {
    const start = compactDate(query.get(`${vendor}-date`));
    const life = query.get(`${vendor}-expires`);
    if (start !== undefined && life !== undefined && /^\d{1,8}$/.test(life))
      return start + Number(life) * 1000;
  }
  const plain = seconds(query.get('expires')) ?? seconds(query.get('x-oss-expires'));
  if (plain !== undefined) return plain;
  const cos = /^\d{9,11};(\d{9,11})$/.exec(query.get('q-sign-time') ?? '');
  return seconds(cos?.[1]) ?? seconds(/^(\d{9,11})-/.exec(query.get('auth_key') ?? '')?.[1]);
}
