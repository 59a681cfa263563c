import { expectProblems, withHugo } from '../support/markers.ts';

/** Front matter of an article that is right but for these lines. */
const article = (lines: string): string =>
  `---\ntitle: 早市四点开门\ndate: 2025-02-13 08:00:00\n${lines}\n---\n\n## 一\n\n正文。\n`;

/** Lines with their problems marked, as Hugo 0.111.3, 0.131.0 and 0.169.0 with Mainroad were seen to take them. */
const SEEN: Readonly<Record<string, readonly string[]>> = {
  'addresses that crash Hugo, or that nobody can open': [
    'url: ⟦url-address error|"/a\\n"⟧',
    'url: ⟦url-address error|HTTPS://example.org/a/⟧',
    'url: ⟦url-address error|/:nope/a/⟧',
    'url: /:year/:month/a/',
    'url: ⟦url-address warning|/a?b=1⟧',
    'url: ⟦url-address warning|"/a/ "⟧',
    'url: ⟦url-address warning|example.org/a/⟧',
    'url: /a.html',
    'aliases: ⟦url-address warning|"/old/,/older/"⟧',
    'aliases: /old/ /older/',
    'aliases: [⟦url-address warning|"/a#b"⟧, "/old page/"]',
    'aliases: [⟦field-type warning|[/old/]⟧]',
    'slug: ⟦slug-address warning|../a⟧',
    'slug: ⟦slug-address warning|https://example.org/a/⟧',
  ],
  'keys that only some versions read': [
    'kind: ⟦kind-unknown warning|home⟧',
    'kind: Page',
    '⟦kind-unknown warning|path⟧: /x',
    '⟦field-type error|params⟧:',
    'params: {}',
    'markup: ⟦markup-unknown error|rst⟧',
    'markup: ⟦markup-unknown error|pandoc⟧',
  ],
  'menus under other names': [
    'menus: ⟦menu-unknown warning|"main "⟧',
    'menu: ⟦menu-unknown warning|main，footer⟧',
    'menu: ⟦menu-unknown warning|foot⟧',
    'menu: ⟦field-type info|false⟧',
    'menu: {main: {⟦key-near-miss warning|nmae⟧: 早市}}',
  ],
  'texts of white space': [
    'lead: ⟦field-empty warning|"  "⟧',
    'summary: ⟦field-empty warning|"　"⟧',
    'slug: ⟦field-empty warning|" "⟧',
    'lead: ""',
    'description: "  "',
  ],
  'keys inside maps': [
    'thumbnail: {src: /img/a.png, ⟦key-near-miss warning|visibilty⟧: [list]}',
    '⟦field-empty warning|thumbnail⟧: {src: }',
    'build: {⟦key-near-miss warning|rendr⟧: never}',
    'sitemap: {priority: 0.5}',
  ],
  'weights that are texts since 0.152': [
    'weight: ⟦text-number warning|08⟧',
    'weight: ⟦text-number warning|1e1⟧',
    'weight: 0x10',
    'weight: ⟦field-type info|1_000⟧',
    'weight: ⟦field-type warning|"08"⟧',
  ],
  'other words for on, off and sides': [
    'toc: ⟦field-switch info|ture⟧',
    'toc: ⟦field-switch info|“true”⟧',
    'toc: ⟦field-switch warning|flase⟧',
    'sidebar: ⟦sidebar-value info|RIGHT⟧',
    'sidebar: ⟦sidebar-value warning|LEFT⟧',
    'sidebar: ⟦sidebar-value info|右侧⟧',
  ],
  'lists of terms and parts': [
    'tags: ⟦field-type warning|0⟧',
    'tags: [⟦term-address warning|/qq⟧]',
    'post_meta: [⟦field-value error|~⟧]',
    'outputs: ⟦output-unknown warning|[rss]⟧',
    'outputs: [html, rss]',
  ],
  'a draft by another name': ['⟦draft warning|published⟧:'],
  'two addresses for one picture': [
    'thumbnail: ⟦thumbnail-address warning|"https://example.org/a.png https://example.org/b.png"⟧',
  ],
};

describe('Verdicts on values', () => {
  for (const [name, cases] of Object.entries(SEEN))
    it(`know ${name}`, () => {
      for (const lines of cases) expectProblems(article(lines));
    });

  it('differ by version', () => {
    expectProblems(article('kind: home'), withHugo('0.111.3'));
    expectProblems(article('weight: 08'), withHugo('0.131.0'));
    expectProblems(article('lead: 早\t市'), withHugo('0.131.0'));
    expectProblems(article('places:\n- AI\n-\ntoc: false'), withHugo('0.131.0'));
    expectProblems(article('places:\n- AI\n⟦yaml-swallow warning|-⟧\ntoc: false'), withHugo('0.169.0'));
    expectProblems(article('params:\n  toc: true'), withHugo('0.169.0'));
    expectProblems(article('params:\n  ⟦params-lifted warning|toc⟧: true'), withHugo('0.111.3'));
    expectProblems(article('markup: ⟦markup-unknown warning|pandoc⟧'), withHugo('0.131.0'));
  });

  it('see text behind the column that a block names, whatever it starts with', () => {
    expectProblems(article('lead: |2\n   \n  \t早市\n  四点'));
  });
});
