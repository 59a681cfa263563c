import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parseArticle } from '../../../src/core/article/article.ts';
import { applyFixes, fixAll, preferredFix } from '../../../src/core/fix/apply.ts';
import { unifiedDiff } from '../../../src/core/fix/diff.ts';
import { applyEdits } from '../../../src/core/edit/edit.ts';
import { remember } from '../../../src/core/remember.ts';
import type { Problem } from '../../../src/core/problem.ts';
import { facts, problemsOf } from '../support/markers.ts';

const folder = path.resolve('test/fixtures/rules');
const given = { ...facts, now: Date.UTC(2025, 1, 13, 8) };
const known = new Map<string, Problem[]>();
const check = (text: string): Problem[] => remember(known, text, () => problemsOf(text, given));

/** The wrong article of each rule, without its markers. */
const wrongs = fs.readdirSync(folder).map(rule => ({
  rule,
  text: fs.readFileSync(path.join(folder, rule, 'wrong.md'), 'utf8').replace(/⟦[^|⟧]*\||⟧/g, ''),
}));

const describeProblem = ({ rule, message }: { rule: string; message: { code: string } }): string =>
  `${rule} ${message.code}`;

describe('the fixes of a wrong article', () => {
  for (const { rule, text } of wrongs) {
    it(`${rule}: each takes its problem away and brings no other`, () => {
      const before = check(text);
      for (const problem of before) {
        const fix = preferredFix(problem);
        if (!fix) continue;
        const after = check(applyEdits(text, fix.edits));
        const others = before.filter(other => other !== problem).map(describeProblem);
        const same = (other: Problem): boolean => describeProblem(other) === describeProblem(problem);
        assert.ok(after.filter(same).length < before.filter(same).length, describeProblem(problem));
        // What could not be read before can be judged now.
        const came = after.filter(({ severity }) => problem.severity !== 'error' || severity === 'error');
        for (const left of came.map(describeProblem)) assert.ok(others.includes(left), `${left} came`);
      }
    });

    it(`${rule}: all together leave none, and a second run changes nothing`, () => {
      const fixed = fixAll(text, check);
      assert.deepEqual(check(fixed.text).filter(preferredFix), []);
      assert.equal(applyFixes(fixed.text, check(fixed.text)).text, fixed.text);
    });

    it(`${rule}: what is only offered can be applied, too`, () => {
      for (const { fixes } of check(text)) {
        for (const { edits } of fixes) assert.notEqual(applyEdits(text, edits), text);
      }
    });
  }
});

const head = (lines: string): string => `---\ntitle: "测试"\ndate: 2025-02-13\n${lines}\n---\n\n正文。\n`;

/** Lines of front matter, before and after all preferred fixes. */
const HEADS: readonly (readonly [string, string, string])[] = [
  ['a date with slashes', 'lastmod: 2025/2/13', 'lastmod: "2025-02-13"'],
  ['a Chinese date', 'lastmod: 2025年2月13日', 'lastmod: "2025-02-13"'],
  ['a date without separators', 'lastmod: "20250213"', 'lastmod: "2025-02-13"'],
  ['a date that is a number', 'lastmod: 20250213', 'lastmod: "2025-02-13"'],
  ['an English date', "lastmod: 'Feb 13, 2025 8:00pm'", "lastmod: '2025-02-13 20:00:00'"],
  ['a text where a list is meant', 'tags: "a"', 'tags:\n  - "a"'],
  ['several texts in one', 'tags: a，b、c', 'tags:\n  - a\n  - b\n  - c'],
  ['a number where a list is meant', 'tags: 2025', 'tags:\n  - "2025"'],
  ['a list where a text is meant', 'lead: ["甲"]', 'lead: "甲"'],
  ['a switch in quotes', 'toc: "false"', 'toc: false'],
  ['a word for a switch', 'draft: "yes" # noch', 'draft: true # noch'],
  ['a side bar that is none', 'sidebar: 无', 'sidebar: false'],
  ['a side bar in another spelling', "sidebar: 'Left'", "sidebar: 'left'"],
  ['a widget in another spelling', 'widgets: [Search, taglists]', 'widgets: [search, taglist]'],
  ['two widgets in one', 'widgets: ["search，recent"]', 'widgets: ["search", "recent"]'],
  ['widgets as a map', 'widgets:\n  search: true\n  recent: false', 'widgets:\n  - "search"'],
  ['a key that is nearly one', 'thumbnial: "/a.png"', 'thumbnail: "/a.png"'],
  ['a single tag', 'tag: 大模型', 'tags:\n  - 大模型'],
  ['an empty item', 'tags:\n  - a\n  -\n  - b', 'tags:\n  - a\n  - b'],
  ['a tag with a hash', 'tags:\n  - #AI\n  - b', 'tags:\n  - "#AI"\n  - b'],
  ['the same line twice', 'lead: "甲"\nlead: "甲"', 'lead: "甲"'],
  [
    'two values for one key, of which the last counts',
    'lead: "甲"\ntoc: true\nlead: "乙"',
    'toc: true\nlead: "乙"',
  ],
  ['quotes of an input method', 'lead: “甲”', 'lead: "甲"'],
  ['a Markdown picture', 'thumbnail: "![图](/img/a.png)"', 'thumbnail: "/img/a.png"'],
  ['backslashes in an address', "thumbnail: '\\img\\a.png'", "thumbnail: '/img/a.png'"],
  ['the static folder in an address', 'thumbnail: static/img/a.png', 'thumbnail: /img/a.png'],
  [
    'an address without a scheme',
    'thumbnail: img.example.com/a.png',
    'thumbnail: https://img.example.com/a.png',
  ],
  ['a layout that is not there', 'layout: nope\nlead: ""', 'lead: ""'],
  ['published, as other programs say', 'published: false', 'draft: true'],
  ['a tab', 'tags:\n\t- a\n\t- b', 'tags:\n  - a\n  - b'],
  ['a tab in front of a key', '\tlead: "甲"', 'lead: "甲"'],
  ['full-width spaces', 'tags:\n　- a', 'tags:\n  - a'],
  ['a full-width colon', 'lead：甲', 'lead: 甲'],
  ['a full-width colon and quotes', 'lead：“甲”', 'lead: "甲"'],
  ['no space behind a colon', 'lead:"甲"', 'lead: "甲"'],
  ['no space behind hyphens', 'tags:\n  -a\n  -b', 'tags:\n  - a\n  - b'],
  ['an unclosed quotation mark', 'lead: "甲', 'lead: "甲"'],
  ['an unclosed single quotation mark', "lead: '甲", "lead: '甲'"],
  ['a quotation mark closed by another', 'lead: "甲”', 'lead: "甲"'],
  ['quotation marks inside', 'lead: "他说"好"了"', 'lead: \'他说"好"了\''],
  ['quotation marks at the start', 'lead: "快讯"今日', 'lead: \'"快讯"今日\''],
  ['both kinds of quotation marks', 'lead: "it\'s "甲" 乙"', 'lead: "it\'s \\"甲\\" 乙"'],
  ['a backslash', 'lead: "C:\\img"', "lead: 'C:\\img'"],
  ['a colon in a text', 'lead: 提示: 甲 # 注', 'lead: "提示: 甲" # 注'],
  ['a colon and quotation marks', 'lead: 提示: "甲"', 'lead: \'提示: "甲"\''],
  ['a text that starts with @', 'lead: @甲', 'lead: "@甲"'],
  ['a text that starts with a bracket', 'lead: [独家] 甲', 'lead: "[独家] 甲"'],
  ['a text that starts with *', 'lead: *甲', 'lead: "*甲"'],
  ['an item that starts with @', 'tags:\n  - @甲\n  - b', 'tags:\n  - "@甲"\n  - b'],
  ['a list on the line of its key', 'tags: - a', 'tags:\n  - a'],
  ['items indented unevenly', 'tags:\n  - a\n - b', 'tags:\n  - a\n  - b'],
  ['an unclosed list', 'tags: ["a", "b"', 'tags: ["a", "b"]'],
  ['full-width commas', 'tags: ["a"，"b"，"c"]', 'tags: ["a", "b", "c"]'],
  ['full-width brackets', 'tags: ["a", "b"］', 'tags: ["a", "b"]'],
  ['a text that goes on at the margin', 'lead: 甲\n乙\ntoc: false', 'lead: 甲\n  乙\ntoc: false'],
  ['a control character', 'lead: "甲\u0007乙"', 'lead: "甲乙"'],
  ['a forgotten colon', 'lead "甲"', 'lead: "甲"'],
  ['the sign of TOML', 'lead = "甲"', 'lead: "甲"'],
  ['no commas between texts', 'tags: ["a" \'b\' "c"]', 'tags: ["a", \'b\', "c"]'],
  ['marks of YAML in a text', 'lead: &news 早市', 'lead: "&news 早市"'],
  ['numbers that are texts', 'lead: 1.10\ntags: [08]', 'lead: "1.10"\ntags: ["08"]'],
  ['an empty item that takes the keys below', 'tags:\n- AI\n-\ntoc: false', 'tags:\n- AI\ntoc: false'],
  ['a tab in a text', 'lead: AI\t新闻', 'lead: AI 新闻'],
  ['invisible signs', '\u00a0toc: false\nlead: \u3000"早"', 'toc: false\nlead: "早"'],
  ['an indentation of no-break spaces', 'thumbnail:\n\u00a0\u00a0src: /a.png', 'thumbnail:\n  src: /a.png'],
  ['keys inside params', 'params:\n  lead: 早', 'lead: "早"'],
  ['an address with a host', 'url: https://example.org/a/', 'url: /a/'],
  ['aliases in one text', 'aliases: /old/,/older/', 'aliases:\n  - /old/\n  - /older/'],
  ['widgets in other words', 'widgets: [tags, 搜索]', 'widgets: [taglist, search]'],
  ['the name of a menu entry', 'menu: {main: 早市}', 'menu: {main: {name: 早市}}'],
  ['a draft by another name', 'published: no', 'draft: true'],
  ['the old name of build', '_build: {list: never}', 'build: {list: never}'],
  ['a switch in a list', 'toc: [true]', 'toc: true'],
  ['a side in a list', 'sidebar: [left]', 'sidebar: left'],
  ['a weight in old digits', 'weight: 08', 'weight: 8'],
  ['brackets around an address', 'thumbnail: (/img/a.png)', 'thumbnail: /img/a.png'],
];

describe('fixing front matter', () => {
  for (const [name, before, after] of HEADS) {
    it(name, () => {
      assert.equal(fixAll(head(before), check).text, head(after));
      assert.deepEqual(check(head(after)).filter(preferredFix), []);
    });
    it(`${name}, with the line ends of Windows`, () => {
      const crlf = (text: string): string => head(text).replaceAll('\n', '\r\n');
      assert.equal(fixAll(crlf(before), check).text, crlf(after));
    });
  }
});

const tomlHead = (lines: string): string =>
  `+++\ntitle = "测试"\ndate = 2025-02-13\n${lines}\n+++\n\n正文。\n`;
const jsonHead = (lines: string): string =>
  `{\n  "title": "测试",\n  "date": "2025-02-13",\n  ${lines}\n}\n\n正文。\n`;

/** The same slips in TOML and JSON. */
const OTHERS: readonly (readonly [string, (lines: string) => string, string, string])[] = [
  ['TOML: a Chinese date', tomlHead, 'lastmod = 2025年2月13日', 'lastmod = "2025-02-13"'],
  ['TOML: a date that is a number', tomlHead, 'lastmod = 20250213', 'lastmod = "2025-02-13"'],
  ['TOML: an English date without quotes', tomlHead, 'lastmod = 13 Feb 2025', 'lastmod = "13 Feb 2025"'],
  ['TOML: the sign of YAML', tomlHead, 'lead: "甲"', 'lead = "甲"'],
  ['TOML: quotes of an input method', tomlHead, 'lead = “甲”', 'lead = "甲"'],
  ['TOML: full-width commas', tomlHead, 'tags = ["a"，"b"、"c"]', 'tags = ["a", "b", "c"]'],
  ['TOML: no commas', tomlHead, 'tags = ["a" "b"]', 'tags = ["a", "b"]'],
  ['TOML: no value', tomlHead, 'lead =', 'lead = ""'],
  ['TOML: a text without quotes', tomlHead, 'lead = 甲', 'lead = "甲"'],
  ['TOML: a word for a switch', tomlHead, 'toc = no', 'toc = false'],
  ['TOML: several texts in one', tomlHead, 'tags = "a，b"', 'tags = ["a", "b"]'],
  ['TOML: the same line twice', tomlHead, 'lead = "甲"\nlead = "甲"', 'lead = "甲"'],
  ['JSON: a Chinese date', jsonHead, '"lastmod": 2025年2月13日', '"lastmod": "2025-02-13"'],
  ['JSON: a date that is a number', jsonHead, '"lastmod": 20250213', '"lastmod": "2025-02-13"'],
  ['JSON: an English date without quotes', jsonHead, '"lastmod": 13 Feb 2025', '"lastmod": "13 Feb 2025"'],
  ['JSON: the sign of TOML', jsonHead, '"lead" = "甲"', '"lead": "甲"'],
  ['JSON: quotes of an input method', jsonHead, '“lead”：“甲”', '"lead": "甲"'],
  ['JSON: no commas', jsonHead, '"tags": ["a" "b"]', '"tags": ["a", "b"]'],
  ['JSON: no value', jsonHead, '"lead":', '"lead": ""'],
  ['JSON: a text without quotes', jsonHead, '"lead": 甲', '"lead": "甲"'],
  ['JSON: an unclosed quotation mark', jsonHead, '"lead": "甲', '"lead": "甲"'],
  ['JSON: a text where a list is meant', jsonHead, '"tags": "a"', '"tags": [\n    "a"\n  ]'],
  ['JSON: a switch in quotes', jsonHead, '"toc": "false"', '"toc": false'],
  ['JSON: two values, of which the last counts', jsonHead, '"lead": "甲",\n  "lead": "乙"', '"lead": "乙"'],
];

describe('fixing TOML and JSON', () => {
  for (const [name, headOf, before, after] of OTHERS) {
    it(name, () => {
      assert.equal(fixAll(headOf(before), check).text, headOf(after));
      assert.deepEqual(check(headOf(after)).filter(preferredFix), []);
    });
  }

  it('leaves it to the editor which of two values of TOML is meant', () => {
    const text = tomlHead('lead = "甲"\nlead = "乙"');
    const [problem] = check(text);
    assert.deepEqual(
      problem?.fixes.map(({ preferred, edits }) => [preferred, applyEdits(text, edits)]),
      [
        [false, tomlHead('lead = "乙"')],
        [false, tomlHead('lead = "甲"')],
      ],
    );
  });
});

/** Whole articles. */
const WHOLE: readonly (readonly [string, string, string])[] = [
  [
    'two hyphens, twice',
    '--\ntitle: 甲\ndate: 2025-02-13\n--\n正文\n',
    '---\ntitle: 甲\ndate: 2025-02-13\n---\n正文\n',
  ],
  [
    'no opening fence',
    'title: 甲\ndate: 2025-02-13\n---\n正文\n',
    '---\ntitle: 甲\ndate: 2025-02-13\n---\n正文\n',
  ],
  [
    'a dash as the opening fence',
    '——-\ntitle: 甲\ndate: 2025-02-13\n——-\n正文\n',
    '---\ntitle: 甲\ndate: 2025-02-13\n---\n正文\n',
  ],
  ['two hyphens', '--\ntitle: 甲\ndate: 2025-02-13\n---\n', '---\ntitle: 甲\ndate: 2025-02-13\n---\n'],
  [
    'an indented closing fence',
    '---\ntitle: 甲\ndate: 2025-02-13\n ---\n正文\n',
    '---\ntitle: 甲\ndate: 2025-02-13\n---\n正文\n',
  ],
  [
    'no closing fence',
    '---\ntitle: 甲\ndate: 2025-02-13\n\n正文\n',
    '---\ntitle: 甲\ndate: 2025-02-13\n---\n\n正文\n',
  ],
  [
    'an invisible character',
    '\u200b---\ntitle: 甲\ndate: 2025-02-13\n---\n',
    '---\ntitle: 甲\ndate: 2025-02-13\n---\n',
  ],
  [
    'a comment around it',
    '<!--\n---\ntitle: 甲\ndate: 2025-02-13\n---\n-->\n正文\n',
    '---\ntitle: 甲\ndate: 2025-02-13\n---\n正文\n',
  ],
  [
    'a line before it',
    '草稿\n---\ntitle: 甲\ndate: 2025-02-13\n---\n正文\n',
    '---\ntitle: 甲\ndate: 2025-02-13\n---\n草稿\n正文\n',
  ],
  [
    'a fence in a text',
    '---\ntitle: 甲\nlead: |\n  一\n---\n  二\ndate: 2025-02-13\n---\n',
    '---\ntitle: 甲\nlead: |\n  一\n  ---\n  二\ndate: 2025-02-13\n---\n',
  ],
  [
    'no title and no date',
    '---\ntoc: false\n---\n# 大模型\n',
    '---\ntitle: "大模型"\ndate: "2025-02-13T08:00:00+00:00"\ntoc: false\n---\n# 大模型\n',
  ],
  [
    'a colon in TOML',
    '+++\ntitle: "甲"\ndate = 2025-02-13\n+++\n',
    '+++\ntitle = "甲"\ndate = 2025-02-13\n+++\n',
  ],
  [
    'no quotes in TOML',
    '+++\ntitle = 甲 乙\ndate = 2025-02-13\n+++\n',
    '+++\ntitle = "甲 乙"\ndate = 2025-02-13\n+++\n',
  ],
  [
    'a word for a switch in TOML',
    '+++\ntitle = "甲"\ndate = 2025-02-13\ntoc = True\n+++\n',
    '+++\ntitle = "甲"\ndate = 2025-02-13\ntoc = true\n+++\n',
  ],
  [
    'full-width signs in TOML',
    '+++\ntitle ＝ “甲”\ndate = 2025-02-13\ntags = ["a"，"b"]\n+++\n',
    '+++\ntitle = "甲"\ndate = 2025-02-13\ntags = ["a", "b"]\n+++\n',
  ],
  [
    'a Chinese key in TOML',
    '+++\n标题 = "甲"\ndate = 2025-02-13\n+++\n',
    '+++\n"title" = "甲"\ndate = 2025-02-13\n+++\n',
  ],
  [
    'a comma too many in JSON',
    '{\n  "title": "甲",\n  "date": "2025-02-13",\n}\n',
    '{\n  "title": "甲",\n  "date": "2025-02-13"\n}\n',
  ],
  [
    'a comma too few in JSON',
    '{\n  "title": "甲"\n  "date": "2025-02-13"\n}\n',
    '{\n  "title": "甲",\n  "date": "2025-02-13"\n}\n',
  ],
  [
    'a comment in JSON',
    '{\n  "title": "甲", // 注\n  "date": "2025-02-13"\n}\n',
    '{\n  "title": "甲", \n  "date": "2025-02-13"\n}\n',
  ],
];

describe('fixing an article', () => {
  for (const [name, before, after] of WHOLE) {
    it(name, () => assert.equal(unifiedDiff('a', fixAll(before, check).text, after), ''));
  }
});

const BODIES: readonly (readonly [string, string, string])[] = [
  ['quotation marks in bold', '他说**“重点”**内容', '他说“**重点**”内容'],
  ['a full stop in bold', '这是**重点。**后文', '这是**重点**。后文'],
  ['a colon in bold', '**时间：**今天', '**时间**：今天'],
  ['blanks in bold', '这是** 重点 **内容', '这是**重点**内容'],
  ['underscores', '这是__重点__内容', '这是**重点**内容'],
  ['a picture that is nothing', '前文\n\n![]()后文', '前文\n\n后文'],
  ['ranges with tildes', '增长10~15%，下降3~5%', '增长10\\~15%，下降3\\~5%'],
  ['products', '3*4=12，5*6=30', '3\\*4=12，5\\*6=30'],
  [
    'full-width brackets of a link',
    '见［文］（https：//example.org/a）。',
    '见[文](https://example.org/a)。',
  ],
  ['a space in the address of a picture', '![图](/img/my cover.png)', '![图](</img/my cover.png>)'],
  ['a heading without a space', '##小标题', '## 小标题'],
  ['a list without spaces', '-一\n-二', '- 一\n- 二'],
  ['a heading that is none', '一句话。\n---\n第二段', '一句话。\n\n---\n第二段'],
  ['a shortcode without an end', '{{< figure src="/a.png"', '{{< figure src="/a.png" >}}'],
  ['a shortcode with a full-width end', '{{< figure src="/a.png"＞}}', '{{< figure src="/a.png">}}'],
  ['a shortcode nearly there', '{{< figur src="/a.png" >}}', '{{< figure src="/a.png" >}}'],
];

describe('fixing a body', () => {
  const article = (body: string): string => `---\ntitle: "测试"\ndate: 2025-02-13\n---\n\n${body}\n`;
  for (const [name, before, after] of BODIES) {
    it(name, () => {
      const fixed = fixAll(article(before), check).text;
      assert.equal(fixed, article(after));
      assert.deepEqual(check(fixed), []);
    });
  }

  it('leaves front matter alone', () => {
    const text = article('增长10~15%，下降3~5%');
    const { body } = parseArticle(text);
    assert.equal(fixAll(text, check).text.slice(0, body.start), text.slice(0, body.start));
  });
});
