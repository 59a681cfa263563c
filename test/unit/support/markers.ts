import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import { check } from '../../../src/core/check/check.ts';
import type { Facts, SiteFacts } from '../../../src/core/check/facts.ts';
import { configOf } from '../../../src/core/hugo/config.ts';
import { parseVersion } from '../../../src/core/hugo/version.ts';
import type { Problem } from '../../../src/core/problem.ts';

const { config } = configOf({
  environment: 'production',
  site: [],
  modules: [],
  folders: [],
  missingModules: [],
});

const site: SiteFacts = {
  config,
  offers: {
    widgets: ['categories', 'ddg-search', 'languages', 'recent', 'search', 'sidemenu', 'social', 'taglist'],
    shortcodes: [],
    archetypes: [],
    layouts: [],
    renderHooks: [],
  },
  isMainroad: true,
  isWhole: true,
  contentFolders: ['content'],
  taxonomies: ['categories', 'tags'],
  hugo: undefined,
  settings: { rules: {}, folders: [], words: [], vocabularies: {} },
  faults: [],
};

/** Facts of an article in a Mainroad site of which nothing special is known. */
export const facts: Facts = {
  hugo: undefined,
  page: { path: 'content/post/a.md', kind: 'article' },
  site,
  encoding: undefined,
};

export const withHugo = (version: string): Facts => ({ ...facts, hugo: parseVersion(version) });

/**
 * Checks an article whose expected problems are written into it: `⟦rule severity|text⟧` marks the range of one.
 * Severity may be left out for error.
 */
export function expectProblems(marked: string, given: Facts = facts): void {
  const expected: string[] = [];
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(/⟦([\w-]+)(?: (error|warning|info|hint))?\|([^⟧]*)⟧/g)) {
    text += marked.slice(at, match.index);
    const start = text.length;
    text += match[3] ?? '';
    expected.push(`${match[1] ?? ''} ${match[2] ?? 'error'} ${start}-${text.length}`);
    at = match.index + match[0].length;
  }
  text += marked.slice(at);
  assert.deepEqual(problemsOf(text, given).map(describe), expected);
}

export const problemsOf = (text: string, given: Facts = facts): Problem[] => check(parseArticle(text), given);

const describe = ({ rule, severity, range }: Problem): string =>
  `${rule} ${severity} ${range.start}-${range.end}`;

/** A whole, right article around lines of front matter. */
export const yaml = (lines: string): string =>
  `---\ntitle: "测试"\ndate: 2025-02-13\n${lines}\n---\n\n正文。\n`;
