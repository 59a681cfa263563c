import type { Format } from '../article/fences.ts';
import type { Dialect } from './dialect.ts';
import { jsonDialect } from './json-text.ts';
import { tomlDialect } from './toml-text.ts';
import { yamlDialect } from './yaml-text.ts';

export const DIALECTS: Readonly<Record<Format, Dialect>> = {
  yaml: yamlDialect,
  toml: tomlDialect,
  json: jsonDialect,
};
