const localPart = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@/;
const domain =
  /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*/;

/** Index behind the address that a text starts with, undefined without one (goldmark util.FindEmailIndex). */
export function emailEnd(text: string): number | undefined {
  const at = localPart.exec(text)?.[0].length;
  if (at === undefined) return undefined;
  const host = domain.exec(text.slice(at))?.[0].length;
  return host === undefined ? undefined : at + host;
}
