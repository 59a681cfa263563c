import assert from 'node:assert/strict';
import fs from 'node:fs';
import { parseVersion } from '../../src/core/hugo/version.ts';
import { parseArticle } from '../../src/core/article/article.ts';
import type { Article } from '../../src/core/article/article.ts';
import { check } from '../../src/core/check/check.ts';
import { remember } from '../../src/core/remember.ts';
import { facts } from '../unit/support/markers.ts';

/** What real Hugo did, versions 0.111.3, 0.131.0 and 0.169.0: `o` built, `E` broke the build. */
interface Row {
  readonly id: string;
  readonly hugo: string;
  readonly text: string;
}

type Kind = 'yaml' | 'toml' | 'json' | 'fence';

const WRAP: Readonly<Record<Kind, (text: string) => string>> = {
  yaml: text => `---\n${text}\n---\n正文\n`,
  toml: text => `+++\n${text}\n+++\n正文\n`,
  json: text => (text.trim().startsWith('{') ? `${text}\n正文\n` : text),
  fence: text => text,
};

function rowsOf(kind: Kind): Row[] {
  const rows = JSON.parse(fs.readFileSync(`test/fixtures/${kind}-verdicts.json`, 'utf8')) as Record<
    string,
    string
  >[];
  return rows.map(row => ({
    id: row['id'] ?? '',
    hugo: row['hugo'] ?? '',
    text: row[kind === 'fence' ? 'text' : kind] ?? '',
  }));
}

/** Hugo's own rules only: what a theme does with a value is not in the rows. */
const plainHugo = { ...facts, site: facts.site && { ...facts.site, isMainroad: false } };

/** The share of rows that may be judged otherwise than Hugo does: oddities that no editor writes. */
const TOLERANCE: Readonly<Record<Kind, number>> = { yaml: 0.015, toml: 0, json: 0, fence: 0.01 };

/** The versions of a row, and what stands for it while the version is not known. */
const VERSIONS = ['0.111.3', '0.131.0', '0.169.0', undefined] as const;

const breaks = (row: Row, version: number): boolean =>
  VERSIONS[version] === undefined ? row.hugo.includes('E') : row.hugo[version] === 'E';

describe('syntax errors, against real Hugo', () => {
  for (const kind of ['yaml', 'toml', 'json', 'fence'] as const) {
    const rows = rowsOf(kind);
    // Read once for all versions: what reading finds does not depend on them.
    const articles = new Map<Row, Article>();
    const articleOf = (row: Row): Article =>
      remember(articles, row, () => parseArticle(WRAP[kind](row.text)));
    for (const [index, version] of VERSIONS.entries()) {
      it(`agree for ${kind}, Hugo ${version ?? 'of an unknown version'}`, () => {
        const given = { ...plainHugo, hugo: version === undefined ? undefined : parseVersion(version) };
        const wrong = rows.filter(row => {
          const problems = check(articleOf(row), given);
          return problems.some(({ severity }) => severity === 'error') !== breaks(row, index);
        });
        assert.ok(rows.length > 50);
        assert.ok(
          wrong.length <= rows.length * TOLERANCE[kind],
          wrong.map(({ id, hugo }) => `${hugo} ${id}`).join('\n'),
        );
      });
    }
  }
});
