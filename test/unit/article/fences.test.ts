import assert from 'node:assert/strict';
import { findFences } from '../../../src/core/article/fences.ts';

/** Front matter and body as Hugo cuts them: `[format] content | body`. */
function cut(text: string): string {
  const fences = findFences(text);
  if (!fences) return 'none';
  const { format, content, bodyStart, fault } = fences;
  const parts = [text.slice(content.start, content.end), text.slice(bodyStart)];
  return `${format}${fault ? ` ${fault}` : ''}: ${parts.map(part => JSON.stringify(part)).join(' | ')}`;
}

describe('findFences', () => {
  const cases: [string, string, string][] = [
    ['YAML between its fences', '---\na: 1\n---\nbody', 'yaml: "a: 1\\n" | "body"'],
    ['TOML between its fences', '+++\na = 1\n+++\nbody', 'toml: "a = 1\\n" | "body"'],
    ['JSON to the brace that closes it', '{"a": "}"}\nbody', 'json: "{\\"a\\": \\"}\\"}" | "body"'],
    ['an escaped quotation mark in JSON', '{"a": "\\"}"}x', 'json: "{\\"a\\": \\"\\\\\\"}\\"}" | "x"'],
    ['a BOM and blank lines before the fence', '\ufeff\n \t\n---\na: 1\n---\n', 'yaml: "a: 1\\n" | ""'],
    ['CRLF', '---\r\na: 1\r\n---\r\nbody', 'yaml: "a: 1\\r\\n" | "body"'],
    ['lone CR', '---\ra: 1\r---\rbody', 'yaml: "a: 1\\r" | "body"'],
    ['text behind the opening fence as YAML', '--- a: 1\n---\n', 'yaml: " a: 1\\n" | ""'],
    ['a fence of four hyphens, whose fourth is YAML', '----\na: 1\n---\n', 'yaml: "-\\na: 1\\n" | ""'],
    ['a closing line that only starts with the fence', '---\na: 1\n---- x\n', 'yaml: "a: 1\\n" | "- x\\n"'],
    ['a fence inside a block scalar', '---\na: |\n---\nb\n---\n', 'yaml: "a: |\\n" | "b\\n---\\n"'],
    ['empty front matter', '---\n---\nbody', 'yaml: "" | "body"'],
    ['no end', '---\na: 1\n', 'yaml no-close: "a: 1\\n" | ""'],
    ['an indented fence is no end', '---\na: 1\n ---\n', 'yaml no-close: "a: 1\\n ---\\n" | ""'],
    ['`...` is no end', '---\na: 1\n...\n', 'yaml no-close: "a: 1\\n...\\n" | ""'],
    ['two hyphens', '--\na: 1\n--\n', 'yaml bad-open: "" | "\\na: 1\\n--\\n"'],
    ['a list in place of front matter', '- a\n', 'yaml bad-open: "" | " a\\n"'],
    ['text', 'text\n---\n', 'none'],
    ['a zero-width space before the fence', '\u200b---\na: 1\n---\n', 'none'],
    ['nothing', '', 'none'],
  ];
  for (const [name, text, expected] of cases) {
    it(`finds ${name}`, () => assert.equal(cut(text), expected));
  }
});
