/**
 * Where the front matter ends in the bytes of a file: the offset behind the line of the closing fence, or, for a file
 * without front matter, behind as much text as rules look at. `undefined`: not within these bytes.
 */
export function endOfHead(bytes: Uint8Array): number | undefined {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (isBlank(bytes[at])) at++;
  const first = bytes[at];
  // JSON ends with a brace that only a reader of strings finds; it is rare and short.
  if (first === OPEN_BRACE) return undefined;
  if (first !== HYPHEN && first !== PLUS)
    return bytes.length >= NO_FRONT_MATTER ? NO_FRONT_MATTER : undefined;
  if (bytes[at + 1] !== first || bytes[at + 2] !== first) return Math.min(bytes.length, at + NO_FRONT_MATTER);
  return closingFence(bytes, at + 3, first);
}

function closingFence(bytes: Uint8Array, from: number, sign: number): number | undefined {
  for (let i = from; i + 3 < bytes.length; i++) {
    const isLineEnd = bytes[i] === LF || bytes[i] === CR;
    if (isLineEnd && bytes[i + 1] === sign && bytes[i + 2] === sign && bytes[i + 3] === sign) {
      return afterLine(bytes, i + 4);
    }
  }
  return undefined;
}

/** What is read of a file that has no front matter: enough to see that it was meant to have some. */
const NO_FRONT_MATTER = 3000;
const [LF, CR, HYPHEN, PLUS, OPEN_BRACE] = [0x0a, 0x0d, 0x2d, 0x2b, 0x7b] as const;

const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x09 || byte === LF || byte === CR;

function afterLine(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(LF, from);
  return end === -1 ? bytes.length : end + 1;
}
