import { CST, Lexer } from 'yaml';

/** A token of YAML as the library's lexer cuts it; `plain` and `block` are texts without quotes. */
export interface YamlToken {
  readonly type: Exclude<CST.TokenType, 'scalar'> | 'plain' | 'block';
  /** Offset in the text. */
  readonly start: number;
  readonly source: string;
  /** How many flow collections are open around it. */
  readonly depth: number;
}

const SCALAR_MARK = '\u001f';

/** All tokens of a text, whatever is wrong with it; joined, they are the text. */
export function yamlTokens(text: string): YamlToken[] {
  const tokens: YamlToken[] = [];
  let start = 0;
  let depth = 0;
  let marked = false;
  for (const source of new Lexer().lex(text)) {
    if (source === SCALAR_MARK || source === '\u0002' || source === '\u0018') {
      marked = source === SCALAR_MARK;
      continue;
    }
    const type = marked ? scalarType(tokens) : (CST.tokenType(source) ?? 'plain');
    marked = false;
    if (source === '' || type === 'scalar') continue;
    if (type === 'flow-seq-end' || type === 'flow-map-end') depth = Math.max(0, depth - 1);
    tokens.push({ type, start, source, depth });
    if (type === 'flow-seq-start' || type === 'flow-map-start') depth++;
    start += source.length;
  }
  return tokens;
}

/** A text behind the header of a block scalar (`|`, `>`) is its content. */
function scalarType(before: readonly YamlToken[]): 'plain' | 'block' {
  const last = before.findLast(({ type }) => type !== 'newline' && type !== 'space' && type !== 'comment');
  const isBehindHeader = last?.type === 'block-scalar-header' && before.at(-1)?.type === 'newline';
  return isBehindHeader ? 'block' : 'plain';
}
