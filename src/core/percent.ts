/** Percent escapes resolved (RFC 3986 section 2.1); `undefined` for escapes that are none, or no UTF-8. */
export function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
