import matter from 'gray-matter';
import type { Format } from './fences.ts';

/** What reads the text of one format. Offsets in what it returns count from the start of `content`. */
export type Engines<T> = Readonly<Record<Format, (content: string) => T>>;

const DELIMITER = { yaml: '---', toml: '+++', json: ';;;' } as const;

const refuse = (): never => {
  throw new Error('Galley reads YAML, TOML and JSON only');
};

/**
 * The one way to front matter: hands a slice that `findFences` cut to gray-matter, with language and delimiters
 * given, so that it neither looks for fences nor reads a language name, and with every engine ours.
 * `undefined`: nothing but blank space and comments.
 */
export function readFrontMatter<T>(format: Format, content: string, engines: Engines<T>): T | undefined {
  let result: { readonly value: T } | undefined;
  const delimiter = DELIMITER[format];
  const parse = (): object => {
    result = { value: engines[format](content) };
    return {};
  };
  // To see whether there is anything but comments, gray-matter ends them at `\n` only.
  matter(`${delimiter}\n${content.replace(/\r(?!\n)/g, '\n')}`, {
    language: format,
    delimiters: [delimiter, `${delimiter}\0never`],
    engines: { yaml: parse, toml: parse, json: parse, javascript: refuse, js: refuse, coffee: refuse },
  });
  return result?.value;
}

/**
 * gray-matter looks for comments with `/^\s*#[^\n]+/gm`, which takes quadratic time on blank lines; this many in
 * a row are the most that is handed to it.
 */
export const MAX_BLANK_LINES = 1000;
