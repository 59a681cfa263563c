/**
 * Globs as Hugo's matchers take them (github.com/gobwas/glob with `/` as separator): `*` and `?` stop at `/`, `**`
 * does not, `[a-z]`, `[!a-z]`, `{a,b}`. Without case, as Hugo lowers both sides.
 */
export function globMatches(glob: string, text: string): boolean {
  const known = compiled.get(glob) ?? compile(glob);
  if (compiled.size > MAX_COMPILED) compiled.clear();
  compiled.set(glob, known);
  return known.test(text);
}

const compiled = new Map<string, RegExp>();
const MAX_COMPILED = 200;
const MAX_LENGTH = 1000;
/** More stars than this could take a regular expression too long. */
const MAX_STARS = 12;

const NEVER = /(?!)/;

function compile(glob: string): RegExp {
  if (glob.length > MAX_LENGTH || (glob.match(/\*+/g)?.length ?? 0) > MAX_STARS) return NEVER;
  let source = '';
  let depth = 0;
  for (const [piece] of glob.matchAll(PIECES)) {
    if (piece === '{') depth++;
    if (piece === '}') depth--;
    if (depth < 0 || piece === '[') return NEVER;
    source += piece === ',' && depth > 0 ? '|' : pieceSource(piece);
  }
  return depth === 0 ? regex(`^${source}$`) : NEVER;
}

const PIECES = /\\.|\*+|\[!?(?:\\.|[^\]\\])+\]|[^]/gu;

function pieceSource(piece: string): string {
  switch (piece) {
    case '*':
      return '[^/]*';
    case '?':
      return '[^/]';
    case '{':
      return '(?:';
    case '}':
      return ')';
  }
  if (piece.startsWith('**')) return '[^]*';
  if (piece.startsWith('\\')) return escaped(piece.slice(1));
  const set = /^\[(!?)(.+)\]$/s.exec(piece);
  if (!set) return escaped(piece);
  return `[${set[1] === '!' ? '^' : ''}${(set[2] ?? '').replace(/[[\]^]/g, '\\$&')}]`;
}

const escaped = (char: string): string => char.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

function regex(source: string): RegExp {
  try {
    return new RegExp(source, 'i');
  } catch (error) {
    if (error instanceof SyntaxError) return NEVER;
    throw error;
  }
}
