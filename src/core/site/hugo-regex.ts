/**
 * A regular expression of Go (RE2) as one of JavaScript; what the two write differently in practice is the flags at
 * the start. `undefined` if it cannot be read. It is matched against short paths only, so time is no concern.
 */
export function parseHugoRegex(text: string): RegExp | undefined {
  const flags = /^\(\?([ims]+)\)/.exec(text);
  try {
    return new RegExp(text.slice(flags?.[0].length ?? 0), flags?.[1] ?? '');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
