import assert from 'node:assert/strict';
import { factsIn } from '../support/small-site.ts';
import { problemsOf } from '../support/markers.ts';

const page = (more = ''): string => `---\ntitle: 题\ndate: 2025-01-01\n${more}---\n`;
const SITE = {
  'hugo.toml': 'theme = "mainroad"\ndefaultContentLanguage = "zh"\n[languages.zh]\n[languages.en]',
  'content/posts/flat.md': page(),
  'content/posts/dup.md': page(),
  'content/posts/My Page.md': page(),
  'content/posts/draft.md': page('draft: true\n'),
  'content/posts/bundle/index.md': page(),
  'content/sec/_index.md': page('tags: [go]\n'),
  'content/sec/dup.md': page(),
  'content/sec/about.html': '',
  'content/top.md': page(),
};

async function found(path: string, ref: string, version: string): Promise<string> {
  const { targets } = await factsIn(SITE, path, `${page()}[x]({{< relref ${ref} >}})`, version);
  return targets?.refs[0]?.outcome.is ?? 'none';
}

/** Path of the article, `ref`, what Hugo 0.111.3 finds, what Hugo 0.169.0 finds. */
const TABLE: readonly (readonly [string, string, string, string])[] = [
  ['content/posts/flat.md', '"bundle"', 'there', 'there'],
  ['content/posts/flat.md', '"flat.md"', 'there', 'there'],
  ['content/top.md', '"flat"', 'there', 'there'],
  ['content/top.md', '"/posts/flat.md#a"', 'there', 'there'],
  ['content/top.md', '"posts/flat"', 'there', 'there'],
  ['content/sec/_index.md', '"./flat.md"', 'missing', 'missing'],
  ['content/sec/dup.md', '"../posts/flat"', 'there', 'there'],
  ['content/posts/bundle/index.md', '"../flat"', 'there', 'missing'],
  ['content/posts/bundle/index.md', '"../flat.md"', 'there', 'there'],
  ['content/posts/bundle/index.md', '"../posts/flat.md"', 'missing', 'missing'],
  ['content/top.md', '"/posts/bundle/"', 'missing', 'there'],
  ['content/top.md', '"/posts/my-page"', 'missing', 'there'],
  ['content/top.md', '"/posts/My Page.md"', 'there', 'there'],
  ['content/top.md', '"dup"', 'ambiguous', 'ambiguous'],
  ['content/sec/dup.md', '"dup"', 'there', 'there'],
  ['content/top.md', '"/"', 'there', 'there'],
  ['content/top.md', '"/posts"', 'there', 'there'],
  ['content/top.md', '"/posts/_index.md"', 'missing', 'there'],
  ['content/top.md', '"/sec/_index.md"', 'there', 'there'],
  ['content/top.md', '"/tags/go"', 'there', 'there'],
  ['content/top.md', '"/tags/none"', 'missing', 'missing'],
  ['content/top.md', '"none"', 'missing', 'missing'],
  ['content/top.md', '"draft"', 'missing', 'missing'],
  ['content/top.md', '"#a"', 'there', 'there'],
  ['content/top.md', '""', 'there', 'there'],
  ['content/top.md', '"/sec/about"', 'unknown', 'unknown'],
  ['content/top.md', '"a.pdf"', 'unknown', 'unknown'],
  ['content/top.md', '"flat" "de"', 'language', 'language'],
  ['content/top.md', '"flat" "en"', 'missing', 'missing'],
  ['content/top.md', 'path="flat" lang="zh"', 'there', 'there'],
  ['content/top.md', '"100%"', 'escape', 'escape'],
];

describe('A ref', () => {
  for (const [path, ref, old, newest] of TABLE) {
    it(`${ref} in ${path}: ${old} before Hugo 0.123, ${newest} since`, async () => {
      assert.equal(await found(path, ref, '0.111.3'), old);
      assert.equal(await found(path, ref, '0.169.0'), newest);
    });
  }

  it('to a page that is missing is a warning where the site says so, and in a draft', async () => {
    const severities = async (site: typeof SITE, front: string): Promise<string[]> => {
      const text = `${page(front)}[x]({{< ref "none" >}})\n`;
      const problems = problemsOf(text, await factsIn(site, 'content/posts/flat.md', text));
      return problems.filter(({ rule }) => rule === 'ref-missing').map(({ severity }) => severity);
    };
    const quiet = { ...SITE, 'hugo.toml': 'refLinksErrorLevel = "WARNING"\ntheme = "mainroad"' };
    assert.deepEqual(await severities(SITE, ''), ['error']);
    assert.deepEqual(await severities(quiet, ''), ['warning']);
    assert.deepEqual(await severities(SITE, 'draft: true\n'), ['warning']);
  });
});
