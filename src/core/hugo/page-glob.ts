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
  for (let i = 0; i < glob.length; i++) {
    const char = glob.charAt(i);
    if (char === '\\') source += escaped(glob.charAt(++i));
    else if (char === '*') {
      const double = glob[i + 1] === '*';
      while (glob[i + 1] === '*') i++;
      source += double ? '[^]*' : '[^/]*';
    } else if (char === '[') {
      const set = /^\[(!?)((?:\\.|[^\]\\])+)\]/.exec(glob.slice(i));
      if (!set) return NEVER;
      source += `[${set[1] === '!' ? '^' : ''}${(set[2] ?? '').replace(/[[\]^]/g, '\\$&')}]`;
      i += set[0].length - 1;
    } else if (char === '{') {
      depth++;
      source += '(?:';
    } else if (char === '}' && depth > 0) {
      depth--;
      source += ')';
    } else if (char === ',' && depth > 0) source += '|';
    else source += char === '?' ? '[^/]' : escaped(char);
  }
  return depth === 0 ? regex(`^${source}$`) : NEVER;
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
