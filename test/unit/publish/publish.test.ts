import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import { valueOf } from '../../../src/core/article/tree.ts';
import type { Facts } from '../../../src/core/check/facts.ts';
import { applyEdits } from '../../../src/core/edit/edit.ts';
import { isMap } from '../../../src/core/hugo/config-value.ts';
import { pageOf } from '../../../src/core/hugo/page.ts';
import { indexLists } from '../../../src/core/hugo/page-cascade.ts';
import { parseVersion } from '../../../src/core/hugo/version.ts';
import { message } from '../../../src/core/messages.ts';
import type { TextEdit } from '../../../src/core/problem.ts';
import { backToDraft, publishNow, scheduleAt } from '../../../src/core/publish/change.ts';
import { publishState } from '../../../src/core/publish/state.ts';
import { facts as plain, problemsOf } from '../support/markers.ts';

const now = Date.UTC(2025, 1, 13, 8);
const article = (lines: string): string => `---\ntitle: 甲\n${lines}---\n\n文。\n`;

function factsOf(text: string): Facts {
  const { tree } = parseArticle(text);
  const value = tree && valueOf(tree);
  assert.ok(plain.site);
  const made = pageOf(plain.page.path, isMap(value) ? value : {}, plain.site.config);
  return { ...plain, now, made: 'page' in made ? made.page : undefined };
}

const stateOf = (text: string): unknown => publishState(factsOf(text), problemsOf(text));

const kindOf = (text: string): string | undefined => publishState(factsOf(text), problemsOf(text))?.kind;

describe('the publish verdict', () => {
  for (const [lines, kind] of [
    ['date: 2025-02-13\n', 'published'],
    ['date: 2025-02-13\ndraft: true\n', 'draft'],
    ['date: 2025-02-14\n', 'scheduled'],
    ['date: 2025-02-12\npublishDate: 2025-02-14\n', 'scheduled'],
    ['date: 2025-02-14\npublishDate: 2025-02-12\n', 'published'],
    ['date: 2025-02-12\nexpiryDate: 2025-02-13\n', 'expired'],
    ['date: 2025-02-12\nexpiryDate: 2025-02-14\n', 'published'],
    ['date: 2025-02-14\ndraft: true\n', 'draft'],
    ['date: 2025-02-13\nbuild: { render: never }\n', 'hidden'],
    ['date: 2025-02-13\ntags: x\n', 'broken'],
  ] as const) {
    it(`is ${kind} for ${JSON.stringify(lines)}`, () => assert.equal(kindOf(article(lines)), kind));
  }

  it('is published though readers miss an image: no build looks at addresses', () => {
    const range = { start: 0, end: 0 };
    const text = message('remote.missing', { status: 404 });
    const problem = { rule: 'image-remote', severity: 'error', message: text, range, fixes: [] } as const;
    assert.equal(publishState(factsOf(article('date: 2025-02-12\n')), [problem])?.kind, 'published');
  });

  it('is that of the section before Hugo 0.123: what is below a draft is not published', () => {
    assert.ok(plain.site);
    const frontMatter = { title: '栏目', draft: true };
    for (const [version, kind] of [
      ['0.111.3', 'withheld'],
      ['0.131.0', 'published'],
    ] as const) {
      const hugo = parseVersion(version);
      const lists = indexLists([{ path: 'content/post/_index.md', frontMatter }], plain.site.config, hugo);
      const found = pageOf('content/post/b/a.md', { title: '甲' }, plain.site.config, { hugo, lists });
      const made = 'page' in found ? found.page : undefined;
      assert.equal(publishState({ ...plain, hugo, now, made }, [])?.kind, kind);
    }
  });

  it('has the time or the address with it', () => {
    assert.deepEqual(stateOf(article('date: 2025-02-14\n')), {
      kind: 'scheduled',
      at: Date.UTC(2025, 1, 14),
    });
    assert.deepEqual(stateOf(article('date: 2025-02-12\n')), { kind: 'published', url: '/post/a/' });
  });
});

describe('a change of the publish verdict', () => {
  const changed = (text: string, change: (facts: Facts) => readonly TextEdit[] | undefined): string => {
    const edits = change(factsOf(text));
    assert.ok(edits);
    return applyEdits(text, edits);
  };

  for (const lines of [
    'draft: true # noch\ndate: 2025-02-12\n',
    'date: "2025-03-01 08:00:00"\n',
    'Draft: true\npublishDate: 2025-03-01\ndate: 2025-02-12\n',
    'date: 2025-02-12\nexpiryDate: 2025-02-13\nlead: ""\n',
  ]) {
    it(`publishes ${JSON.stringify(lines)} now`, () => {
      const text = article(lines);
      assert.equal(kindOf(changed(text, facts => publishNow(parseArticle(text), facts))), 'published');
    });
  }

  it('touches only the date, quoted as it was', () => {
    const text = article('date: "2025-03-01 08:00:00" # Termin\nlead: ""\n');
    assert.equal(
      changed(text, facts => publishNow(parseArticle(text), facts)),
      article('date: "2025-02-13T08:00:00+00:00" # Termin\nlead: ""\n'),
    );
  });

  it('makes a draft of it, and schedules it', () => {
    const text = article('date: 2025-02-12\n');
    assert.equal(kindOf(changed(text, () => backToDraft(parseArticle(text)))), 'draft');
    const later = changed(text, facts => scheduleAt(parseArticle(text), facts, '2025-02-20 08:00:00'));
    assert.deepEqual(stateOf(later), { kind: 'scheduled', at: Date.UTC(2025, 1, 20, 8) });
  });
});
