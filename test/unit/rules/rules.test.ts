import { expectProblems, facts, withHugo, yaml } from '../support/markers.ts';

/** One article a line: the marked place, rule and severity is all that may be reported. */
function cases(name: string, table: readonly (readonly [string, string])[]): void {
  describe(name, () => {
    for (const [title, text] of table) it(title, () => expectProblems(text));
  });
}

cases('a right article', [
  [
    'with all fields',
    yaml(
      'summary: s\ncategories: [a]\ntags:\n  - a\nmenu: ""\nthumbnail: "/img/a.png"\nlead: ""\ncomments: false\nauthorbox: false\npager: true\ntoc: false\nmathjax: false\nsidebar: "right"\nwidgets:\n  - "search"',
    ),
  ],
  [
    'with empty optional values',
    yaml('summary:\ntags:\ncategories: []\nmenu:\nthumbnail: ""\nlead:\ntoc:\nsidebar:\nwidgets:'),
  ],
  ['with values of its own', yaml('author: 张三\nsource: https://example.org\nimages: [a.png]')],
  ['in TOML', '+++\ntitle = "甲"\ndate = 2025-02-13T08:00:00+08:00\ntags = ["a"]\ntoc = true\n+++\n## 一\n'],
  ['in JSON', '{"title": "甲", "date": "2025-02-13", "tags": ["a"]}\n正文\n'],
  ['with a quoted text over several lines that are not indented', yaml('summary: "一\n二"')],
]);

cases('fences', [
  ['two hyphens', '⟦fence-broken|--⟧\ntitle: 甲\n--\n'],
  ['a dash of an input method', '⟦fence-missing warning|——-⟧\ntitle: 甲\n---\n'],
  ['no opening fence', '⟦fence-missing warning|title: 甲⟧\ndate: 2025-02-13\n---\n正文\n'],
  ['an invisible character before the fence', '⟦fence-missing warning|\u200b---⟧\ntitle: 甲\n---\n'],
  ['a comment around the front matter', '⟦fence-missing warning|<!--⟧\n---\ntitle: 甲\n---\n-->\n'],
  ['another format’s closing fence', '---\ntitle: 甲\ndate: 2025-02-13\n⟦fence-unclosed|+++⟧\n正文\n'],
  ['an indented closing fence', '---\ntitle: 甲\ndate: 2025-02-13\n⟦fence-unclosed|  ---⟧\n正文\n'],
]);

cases('YAML', [
  ['a tab as indentation', yaml('tags:\n⟦yaml-tab|\t⟧- a')],
  ['a full-width colon', yaml('lead⟦yaml-fullwidth|：⟧甲')],
  ['no space behind a colon', yaml('lead⟦yaml-missing-space|:⟧"甲"')],
  ['an unclosed quotation mark', yaml('lead: ⟦yaml-quote|"甲⟧')],
  ['a quotation mark inside', yaml('lead: "快讯⟦yaml-quote|"今日⟧')],
  ['a backslash in double quotes', yaml('lead: "C:⟦yaml-escape|\\i⟧mg"')],
  ['a colon with a space in a text', yaml('lead: 甲⟦yaml-colon|:⟧ 乙')],
  ['a text that starts with @', yaml('lead: ⟦yaml-special-start|@甲⟧')],
  ['a list on the line of its key', yaml('tags: ⟦yaml-indentation|- a⟧')],
  ['an unclosed list', yaml('tags: ⟦yaml-unclosed-list|["a", "b"⟧')],
  ['a line without a colon', yaml('lead: ""\n⟦yaml-syntax|只有文字⟧')],
  ['an anchor that is not there', yaml('lead: ⟦yaml-alias|*none⟧')],
  ['items that are indented unevenly', yaml('tags:\n  - a\n ⟦yaml-indentation|- b⟧')],
]);

cases('fields', [
  ['one text where a list is meant', yaml('tags: ⟦field-type|"a"⟧')],
  ['a list for a picture', yaml('thumbnail: ⟦field-type|[a.png]⟧')],
  ['a switch in quotes', yaml('toc: ⟦field-switch warning|"false"⟧')],
  ['the word off', yaml('pager: ⟦field-switch warning|off⟧')],
  ['a formula switch that is not exactly true', yaml('mathjax: ⟦field-switch warning|1⟧')],
  ['a draft that is none', yaml('draft: ⟦field-switch warning|"yes"⟧')],
  ['a side that is not known', yaml('sidebar: ⟦sidebar-value warning|"none"⟧')],
  ['a widget that is not known', yaml('widgets: [search, ⟦widget-unknown|taglists⟧]')],
  ['an empty item', yaml('tags: [a, ⟦field-empty warning|""⟧]')],
  ['a key that is nearly one', yaml('⟦key-near-miss warning|thumbnial⟧: /a.png')],
  [
    'a shortcode of Hugo without its end',
    '---\ntitle: 甲\ndate: 2025-02-13\n---\n\n⟦shortcode-broken error|{{< highlight go >}}⟧\nx\n',
  ],
  [
    'a shortcode with its end, and one in it that has none',
    '---\ntitle: 甲\ndate: 2025-02-13\n---\n\n{{< highlight go >}}\n{{< figure src="https://example.org/a.png" alt="乙" >}}\n{{< /highlight >}}\n',
  ],
  [
    'a title in a curly and a straight quotation mark',
    '---\ntitle: ⟦title-quotes warning|“甲"⟧\ndate: 2025-02-13\n---\n',
  ],
  [
    'a key of a map however its letters are',
    '---\ntitle: 甲\ndate: 2025-02-13\nthumbnail: {Src: "https://example.org/a.png"}\n---\n',
  ],
  [
    'a key in Chinese',
    '---\n⟦field-missing warning|title⟧: 甲\n⟦key-near-miss warning|日期⟧: 2025-02-13\n---\n',
  ],
  ['a key that is there twice', yaml('lead: a\n⟦key-duplicate|lead⟧: b')],
  ['a key that is there twice but for case', yaml('lead: a\n⟦key-duplicate warning|Lead⟧: b')],
  [
    'a picture shown nowhere',
    yaml('thumbnail:\n  src: /a.png\n  visibility: [⟦field-value warning|single⟧]'),
  ],
  ['a number for a date', '---\ntitle: 甲\ndate: ⟦date-number warning|20250213⟧\n---\n'],
]);

describe('a known version of Hugo', () => {
  it('before 0.136 does not break on a bad date', () =>
    expectProblems('---\ntitle: 甲\ndate: ⟦date-format warning|"2025/02/13"⟧\n---\n', withHugo('0.131.0')));
  it('before 0.152 takes off for false', () => expectProblems(yaml('pager: off'), withHugo('0.131.0')));
  it('before 0.152 does not break on a key that is there twice', () =>
    expectProblems(yaml('lead: a\n⟦key-duplicate warning|lead⟧: b'), withHugo('0.131.0')));
});

describe('a list page', () => {
  it('needs neither title nor date', () =>
    expectProblems('---\nlead: a\n---\n', {
      ...facts,
      page: { path: 'content/post/_index.md', kind: 'list' },
    }));
});

describe('a page outside any section', () => {
  const page = { ...facts, page: { path: 'content/about.md', kind: 'page' } } as const;
  it('needs no date', () => expectProblems('---\ntitle: 关于\nmenu: main\n---\n', page));
  it('may still use what the theme reads', () =>
    expectProblems('---\ntitle: 关于\nthumbnail: ⟦field-type|[a.png]⟧\n---\n', page));
});

describe('a site with another theme', () => {
  const other = { ...facts, site: facts.site && { ...facts.site, isMainroad: false } };
  it('reads fields of Mainroad in its own way', () =>
    expectProblems(yaml('tags: a\nsidebar: none\nwidgets: x\nthumbnail: [a.png]'), other));
  it('has Hugo’s dates all the same', () =>
    expectProblems('---\ntitle: 甲\ndate: ⟦date-format|"2025/02/13"⟧\n---\n', other));
});

describe('a file outside any site', () => {
  const lone = { ...facts, site: undefined, page: { path: 'a.md', kind: 'page' } } as const;
  it('is held against the theme’s schema if it has its keys', () =>
    expectProblems('---\ntitle: 甲\nlead: ""\ntags: ⟦field-type|a⟧\n---\n', lone));
  it('is held against Hugo’s otherwise', () => expectProblems('---\nname: bug\ntags: a\n---\n', lone));
});
