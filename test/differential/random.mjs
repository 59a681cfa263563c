// Random slips of the finger, the same in every run.

/** Numbers below 1 from a seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SIGNS = [...' \t\n:-"\'[]{},#&*!|>%@`?=\\/.~_0123aZé早；：，“”　、（）［］＃－'];

/** One or two edits of a text, within its front matter. */
export function slip(text, headEnd, random) {
  const pick = list => list[Math.floor(random() * list.length)];
  let result = text;
  const edits = random() < 0.7 ? 1 : 2;
  for (let i = 0; i < edits; i++) {
    const at = Math.floor(random() * headEnd);
    const lines = result.split('\n');
    const line = Math.floor(random() * result.slice(0, headEnd).split('\n').length);
    switch (Math.floor(random() * 8)) {
      case 0:
      case 1:
        result = result.slice(0, at) + pick(SIGNS) + result.slice(at);
        break;
      case 2:
      case 3:
        result = result.slice(0, at) + result.slice(at + 1);
        break;
      case 4:
        result = result.slice(0, at) + pick(SIGNS) + result.slice(at + 1);
        break;
      case 5:
        result = lines.toSpliced(line, 1).join('\n');
        break;
      case 6:
        result = lines.toSpliced(line, 1, pick([' ', '  ', '\t', '- ', '# ']) + lines[line]).join('\n');
        break;
      default:
        result = lines.toSpliced(line, 2, lines[line + 1] ?? '', lines[line]).join('\n');
    }
  }
  return result;
}
