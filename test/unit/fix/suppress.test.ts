import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parseArticle } from '../../../src/core/article/article.ts';
import { markupOf } from '../../../src/core/check/body.ts';
import { applyEdits } from '../../../src/core/edit/edit.ts';
import { fixAll } from '../../../src/core/fix/apply.ts';
import { maySuppress, suppressions } from '../../../src/core/fix/suppress.ts';
import type { Problem } from '../../../src/core/problem.ts';
import { renderBody } from '../../../src/core/render/index.ts';
import { facts, problemsOf } from '../support/markers.ts';

const folder = path.resolve('test/fixtures/rules');
const given = { ...facts, now: Date.UTC(2025, 1, 13, 8) };

const wrongs = fs.readdirSync(folder).map(rule => ({
  rule,
  text: fs.readFileSync(path.join(folder, rule, 'wrong.md'), 'utf8').replace(/⟦[^|⟧]*\||⟧/g, ''),
}));

const tell = ({ rule, message, severity }: Problem): string => `${severity} ${rule} ${message.code}`;

/** What readers see of the body: comments are no part of it. */
const shown = (text: string): string => {
  const { body } = parseArticle(text);
  const { html } = renderBody(text.slice(body.start), markupOf(given));
  return html
    .replace(/<!--.*?-->\s*/g, '')
    .replace(/\s+/g, ' ')
    .trim();
};

/** Applies the suppression of a kind to the first problem of a rule. */
function suppressed(text: string, rule: string, kind: string): string | undefined {
  const problem = problemsOf(text, given).find(one => one.rule === rule);
  assert.ok(problem, `no ${rule}`);
  const fix = suppressions(problem, parseArticle(text), given).find(
    ({ title }) => title.code === `suppress.${kind}`,
  );
  return fix && applyEdits(text, fix.edits);
}

describe('a problem that is suppressed', () => {
  for (const { rule, text } of wrongs) {
    it(`${rule}: is not told any more, and nothing else changes`, () => {
      const before = problemsOf(text, given);
      for (const problem of before) {
        for (const { title, edits } of suppressions(problem, parseArticle(text), given)) {
          const changed = applyEdits(text, edits);
          const after = problemsOf(changed, given).map(tell);
          const count = (all: readonly string[]): number => all.filter(one => one === tell(problem)).length;
          assert.ok(count(after) < count(before.map(tell)), `${tell(problem)} is still told\n${changed}`);
          for (const left of after) assert.ok(before.map(tell).includes(left), `${left} came\n${changed}`);
          if (title.code !== 'suppress.here')
            assert.ok(!after.some(one => one === tell(problem) && !inOtherPart(problem, changed)));
          assert.equal(shown(changed), shown(text), changed);
        }
      }
    });
  }

  /** A rule of both front matter and body is suppressed in one of them. */
  function inOtherPart(problem: Problem, changed: string): boolean {
    const isInHead = (text: string, at: number): boolean => at < parseArticle(text).body.start;
    const text = changed;
    return problemsOf(text, given).some(
      other =>
        other.rule === problem.rule &&
        isInHead(text, other.range.start) !== isInHead(text, problem.range.start),
    );
  }

  const head = (lines: string): string => `---\ntitle: 甲\ndate: 2025-02-13\n${lines}\n---\n\n正文。\n`;

  it('has a comment in front of its line', () =>
    assert.equal(
      suppressed(head('tags:\n  - a\n  - A'), 'term-duplicate', 'here'),
      head('tags:\n  - a\n  # galley-disable-next-line term-duplicate\n  - A'),
    ));

  it('has its comment behind the fence, for the whole front matter', () =>
    assert.equal(
      suppressed(head('tags:\n  - a\n  - A'), 'term-duplicate', 'head'),
      '---\n# galley-disable term-duplicate\ntitle: 甲\ndate: 2025-02-13\ntags:\n  - a\n  - A\n---\n\n正文。\n',
    ));

  it('keeps the line ends of Windows', () =>
    assert.equal(
      suppressed(head('tags:\n  - a\n  - A').replaceAll('\n', '\r\n'), 'term-duplicate', 'here'),
      head('tags:\n  - a\n  # galley-disable-next-line term-duplicate\n  - A').replaceAll('\n', '\r\n'),
    ));

  it('joins the comment that is there', () =>
    assert.equal(
      suppressed(head('# galley-disable-next-line title-quotes\ntags: [a, A]'), 'term-duplicate', 'here'),
      head('# galley-disable-next-line title-quotes term-duplicate\ntags: [a, A]'),
    ));

  it('has the comments of TOML, and none in JSON', () => {
    const toml = '+++\ntitle = "甲"\ndate = 2025-02-13\ntags = ["a", "A"]\n+++\n正文。\n';
    assert.match(
      suppressed(toml, 'term-duplicate', 'here') ?? '',
      /^# galley-disable-next-line term-duplicate\ntags/m,
    );
    const json = '{\n  "title": "甲",\n  "date": "2025-02-13",\n  "tags": ["a", "A"]\n}\n正文。\n';
    assert.equal(suppressed(json, 'term-duplicate', 'here'), undefined);
    assert.equal(suppressed(json, 'term-duplicate', 'head'), undefined);
  });

  it('further down in a paragraph has comments around it', () =>
    assert.equal(
      suppressed(`${head('toc: false')}\n甲\n乙**“丙”**丁\n\n戊\n`, 'body-emphasis', 'here'),
      `${head('toc: false')}\n<!-- galley-disable body-emphasis -->\n甲\n乙**“丙”**丁\n<!-- galley-enable body-emphasis -->\n\n戊\n`,
    ));

  it('in a list has comments around the list', () =>
    assert.equal(
      suppressed(`${head('toc: false')}\n- 甲\n  - 乙**“丙”**丁\n`, 'body-emphasis', 'here'),
      `${head('toc: false')}\n<!-- galley-disable body-emphasis -->\n- 甲\n  - 乙**“丙”**丁\n<!-- galley-enable body-emphasis -->\n`,
    ));

  it('is none that breaks the build', () => {
    const [problem] = problemsOf(head('lastmod: 无'), given);
    assert.ok(problem && !maySuppress(problem));
    assert.deepEqual(suppressions(problem, parseArticle(head('lastmod: 无')), given), []);
  });
});

describe('a comment that suppresses nothing', () => {
  const check = (text: string): Problem[] => problemsOf(text, given);

  it('goes with its line in front matter, and leaves an empty one in the body', () => {
    const head = '---\ntitle: 甲\n  # galley-disable draft\ndate: 2025-02-13\n---\n';
    const body = '甲\n<!-- galley-disable draft -->\n乙\n';
    assert.equal(fixAll(head + body, check).text, '---\ntitle: 甲\ndate: 2025-02-13\n---\n甲\n\n乙\n');
  });
});
