import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import { applyEdits } from '../../../src/core/edit/edit.ts';
import { check } from '../../../src/core/check/check.ts';
import { surelyRead } from '../../../src/core/check/fast.ts';
import { parseVersion } from '../../../src/core/hugo/version.ts';
import type { Facts } from '../../../src/core/check/facts.ts';
import { inSite } from '../support/in-site.ts';
import type { Surroundings } from '../support/in-site.ts';
import { expectProblems, facts, problemsOf } from '../support/markers.ts';

const article = (lines: string, body = '正文。', date = '2025-02-13'): string =>
  `---\ntitle: "早市"\ndate: ${date}\n${lines === '' ? '' : `${lines}\n`}---\n\n${body}\n`;

function expect(marked: string, given: Surroundings = {}, more: Partial<Facts> = {}): void {
  expectProblems(marked, { ...inSite(marked, given), ...more });
}

const CONFIG = 'baseURL = "https://example.org/"\n';
const ZONE = 'timeZone = "Asia/Shanghai"\n';
const AI = (term: string): string => `title: 丙\ntags: [${term}]`;

describe('terms, beside others of the site', () => {
  const others = { 'content/post/b.md': AI('AI 芯片'), 'content/post/c.md': AI('AI 芯片') };

  it('are told of where they have another page than the usual spelling', () =>
    expect(article('tags: [⟦term-spelling info|AI芯片⟧]'), { others }));
  it('are told of loudly where one article stands against several', () =>
    expect(article('tags: [⟦term-spelling warning|AI芯片⟧]'), {
      others: { ...others, 'content/post/d.md': AI('AI 芯片') },
    }));
  it('are told of quietly where both spellings share a page', () =>
    expect(article('tags: [⟦term-spelling hint|ai-芯片⟧]'), { others }));
  it('are compared in traditional and simplified characters', () =>
    expect(article('tags: [⟦term-spelling info|經濟⟧]'), {
      others: { 'content/post/b.md': AI('经济'), 'content/post/c.md': AI('经济') },
    }));
  it('are others if their numbers are', () =>
    expect(article('tags: ["2-1"]'), {
      others: { 'content/post/b.md': AI('"21"'), 'content/post/c.md': AI('"21"') },
    }));
  it('are others in other languages', () => {
    const config = `${CONFIG}${ZONE}defaultContentLanguage = "zh"\n[languages.zh]\n[languages.en]\n`;
    const english = { 'content/post/b.en.md': AI('android'), 'content/post/c.en.md': AI('android') };
    expect(article('tags: [Android]'), { config, others: english });
    expect(article('tags: [⟦term-spelling hint|Android⟧]'), {
      config,
      others: { 'content/post/b.md': AI('android'), 'content/post/c.md': AI('android') },
    });
  });
  it('are right as the vocabulary has them, however others write', () =>
    expect(article('tags: [AI芯片]'), {
      others,
      vocabularies: { tags: { mode: 'closed', terms: ['AI芯片'] } },
    }));
  it('may be what they like where the vocabulary is open, and are told of quietly where it suggests', () => {
    expect(article('tags: [美食]'), { vocabularies: { tags: { mode: 'open', terms: ['城市'] } } });
    expect(article('tags: [⟦term-vocabulary info|美食⟧]'), {
      vocabularies: { tags: { mode: 'suggest', terms: ['城市'] } },
    });
  });
  it('in one text for a list are an error of Mainroad’s, and nothing else', () =>
    expect(article('tags: ⟦field-type|"科技、财经"⟧')));
  it('that are spelled in two ways once each have no usual spelling', () =>
    expect(article('tags: [ai-芯片]'), { others: { 'content/post/b.md': AI('AI 芯片') } }));
  it('have a character reference printed as it is, and are not joined by its sign', () =>
    expect(article('tags: [⟦text-markup warning|"茶 &amp; 咖啡"⟧, R&D, A &B;]')));
  it('are not judged by their spaces where a quotation mark is missing', () => {
    const text = '---\ntitle: 甲\ndate: 2025-02-13\ntags:\n - "茶 \n - "咖啡"\n---\n';
    const told = problemsOf(text, inSite(text));
    assert.deepEqual(
      told.filter(({ rule }) => rule === 'term-space'),
      [],
    );
    assert.notDeepEqual(told, []);
  });
  it('that join known ones with a comma are told of as sure', () =>
    expect(article('tags: [⟦term-joined warning|"go, rust"⟧]'), {
      others: { 'content/post/b.md': AI('go'), 'content/post/c.md': AI('rust') },
    }));
});

describe('terms, by the version of Hugo', () => {
  it('with a slash at the end stop the build from 0.123 to 0.152', () => {
    const marked = article('tags: [⟦term-address|上海/⟧]');
    expect(marked, {}, { hugo: parseVersion('0.131.0') });
    for (const version of ['0.111.3', '0.169.0'])
      expect(article('tags: [上海/]'), {}, { hugo: parseVersion(version) });
  });
  it('with signs between spaces have another address than Mainroad’s link since 0.123', () => {
    expect(article('tags: [⟦term-address warning|R & D⟧]'), {}, { hugo: parseVersion('0.131.0') });
    expect(article('tags: [R & D]'), {}, { hugo: parseVersion('0.111.3') });
  });
  it('are linked as the site’s own template says, if it has one', () => {
    const text = article('tags: [C 语言, "C#"]');
    const given = inSite(text);
    const site = given.site && {
      ...given.site,
      offers: { ...given.site.offers, ownTemplates: ['partials/post_tags.html'] },
    };
    assert.deepEqual(problemsOf(text, { ...given, site }), []);
  });
});

describe('terms of signs', () => {
  it('may be signs that addresses hold', () => expect(article('tags: ["-", "_", "C++", .NET]')));
});

describe('dates, now', () => {
  it('in the future are nothing to speak of where the site builds the future', () =>
    expect(article('', '正文。', '2026-02-13'), { config: `${CONFIG}${ZONE}buildFuture = true\n` }));
  it('are told in the zone of the site', () => {
    const text = article('publishDate: 2026-02-13T00:00:00Z');
    const [problem] = problemsOf(text, inSite(text));
    assert.deepEqual(problem?.message.args, { time: '2026-02-13 08:00', zone: 'Asia/Shanghai' });
  });
  it('depend on the moment', () => {
    const date = '"2026-01-01 08:00:00"';
    expect(article('', '正文。', `⟦date-future info|${date}⟧`), { now: '2025-12-31T23:59:59Z' });
    expect(article('', '正文。', date), { now: '2026-01-01T00:00:00Z' });
  });
  it('of drafts decide nothing', () =>
    expect(article('draft: ⟦draft info|true⟧\nexpiryDate: 2020-01-01', '正文。', '2026-02-13')));
  it('with a year that is a slip of the finger are told of once', () =>
    expect(article('lastmod: ⟦date-year warning|0025-01-01⟧')));
  it('that have expired', () => expect(article('expiryDate: ⟦date-expired info|2025-03-01⟧')));
  it('without offset are told of on a site without zone while they are new', () => {
    const date = '"2026-01-01 08:00:00"';
    expect(article('', '正文。', `⟦date-zone info|${date}⟧`), {
      config: CONFIG,
      now: '2026-01-01T09:00:00Z',
    });
    expect(article('', '正文。', date), { config: CONFIG, now: '2026-02-01T00:00:00Z' });
    expect(article('', '正文。', '"2026-01-01 08:00:00+08:00"'), {
      config: CONFIG,
      now: '2026-01-01T09:00:00Z',
    });
  });
  it('without offset get the one of the other articles', () => {
    const fixesOf = (date: string, count: number): unknown => {
      const text = article('', '正文。', date);
      const dated = (_: unknown, index: number): [string, string] => [
        `content/post/x${index}.md`,
        `title: 甲${index}\ndate: 2025-02-13T08:00:00+09:00`,
      ];
      const given = inSite(text, {
        config: CONFIG,
        now: '2026-01-01T09:00:00Z',
        others: Object.fromEntries(Array.from({ length: count }, dated)),
      });
      const [problem] = problemsOf(text, given);
      return problem?.fixes.map(({ preferred, title }) => [preferred, title.args?.['text']]);
    };
    assert.deepEqual(fixesOf('"2026-01-01 08:00:00"', 40), [[true, '2026-01-01 08:00:00+09:00']]);
    assert.deepEqual(fixesOf('"2026-01-01 08:00:00"', 3), [[false, '2026-01-01 08:00:00+09:00']]);
    assert.deepEqual(fixesOf('2026-01-01', 40), [[true, '2026-01-01T00:00:00+09:00']]);
  });
  it('are not judged where nobody tells the time', () => {
    const text = article('', '正文。', '2099-02-13');
    assert.deepEqual(problemsOf(text, { ...inSite(text), now: undefined }), []);
  });
});

describe('drafts', () => {
  it('are told of where a list page makes them', () => {
    const others = { 'content/post/_index.md': 'cascade:\n  draft: true' };
    expect(article('').replace('---', '⟦draft info|---⟧'), { others });
  });
  it('may be written as not published, as long as Hugo takes that', () => {
    const text = article('published: false');
    const rules = (version: string): string[] =>
      problemsOf(text, { ...inSite(text), hugo: parseVersion(version) }).map(({ rule }) => rule);
    assert.ok(rules('0.111.3').includes('draft'));
    assert.ok(!rules('0.169.0').includes('draft'));
  });
  it('may be written as published, as long as Hugo takes that', () => {
    const text = article('published: true');
    const rules = (version: string): string[] =>
      problemsOf(text, { ...inSite(text), hugo: parseVersion(version) }).map(({ rule }) => rule);
    assert.deepEqual(rules('0.131.0'), []);
    assert.deepEqual(rules('0.169.0'), ['field-type']);
  });
  it('are published where the site says so', () =>
    expect(article('draft: true'), { config: `${CONFIG}${ZONE}buildDrafts = true\n` }));
});

describe('addresses', () => {
  it('that a draft has, too, clash later', () =>
    expect(article('slug: ⟦address-clash info|b⟧'), {
      others: { 'content/post/b.md': 'title: 乙\ndraft: true' },
    }));
  it('that others have as alias are right for the page', () =>
    expect(article('slug: b'), { others: { 'content/post/c.md': 'title: 乙\naliases: [/post/b/]' } }));
  it('that several others have are told of once', () =>
    expect(article('slug: ⟦address-clash warning|b⟧'), {
      others: { 'content/post/b.md': 'title: 乙', 'content/post/c.md': 'title: 丙\nslug: b' },
    }));
  it('as aliases do not clash where Hugo makes none', () => {
    const others = { 'content/post/b.md': 'title: 乙\naliases: [/old/]' };
    expect(article('aliases: [⟦address-clash warning|/old/⟧]'), { others });
    expect(article('aliases: [/old/]'), { others, config: `${CONFIG}${ZONE}disableAliases = true\n` });
  });
  it('of a slug are of a further folder where a sign stands in it', () => {
    expect(article('slug: /b/'));
    expect(article('slug: ⟦slug-address hint|b/c⟧'));
  });
  it('of a slug of signs only are those of the section', () =>
    expect(article('slug: ⟦slug-address warning|？？⟧')));
  it('of a slug of hyphens only come from the file', () => expect(article('slug: "--"')));
  it('that have changed are right with the former as alias, and while it is a draft', () => {
    const before = { previousAddress: '/post/before/' };
    expect(article('aliases: [/post/before/]'), {}, before);
    expect(article('draft: ⟦draft info|true⟧'), {}, before);
    expect(article(''), {}, { previousAddress: '/post/a/' });
  });
});

describe('keys', () => {
  const inOther = (text: string): Facts => {
    const given = inSite(text);
    return { ...given, site: given.site && { ...given.site, isMainroad: false } };
  };
  it('that another theme may read are told of quietly', () => {
    const marked = article('⟦key-near-miss info|category⟧: 早市');
    expectProblems(marked, inOther(marked));
    expect(article('⟦key-near-miss warning|category⟧: 早市'));
  });
  it('are no misses where they are words', () => expect(article('site: meta')));
});

describe('files that are parts of others', () => {
  const others = {
    'content/post/_index.md': 'title: 甲\ncascade:\n  build:\n    render: never\n    list: never',
  };
  it('may lack front matter, and a date', () => {
    expect('正文。\n', { others });
    expect('---\ntags: [a]\n---\n\n正文。\n', { others });
    expect('⟦fence-missing warning|正文。⟧\n');
  });
});

describe('two byte order marks', () => {
  it('are told of loudly where Hugo then sees no front matter', () => {
    const text = article('');
    const severities = ['0.131.0', '0.169.0'].map(version => {
      const encoding = { name: 'double-bom', at: { start: 0, end: 1 } } as const;
      const given = { ...inSite(text), hugo: parseVersion(version), encoding };
      return problemsOf(text, given).map(({ severity }) => severity);
    });
    assert.deepEqual(severities, [['info'], ['warning']]);
  });
});

describe('fields of Mainroad', () => {
  it('are none of another theme’s', () => {
    const text = article('toc: true\nmenu: Main\nlead: "**x**"\nwidgets: [social]', '$$E = mc^2$$');
    const given = inSite(text);
    const site = given.site && { ...given.site, isMainroad: false };
    assert.deepEqual(problemsOf(text, { ...given, site }), []);
  });
  it('may have formulas by a setting of the site', () =>
    expect(article('', '$$E = mc^2$$'), { config: `${CONFIG}${ZONE}[params]\nmathjax = true\n` }));
  it('know menus of the configuration', () =>
    expect(article('menu: [top]'), { config: `${CONFIG}${ZONE}[[menus.top]]\nname = "a"\nurl = "/"\n` }));
  it('show headings of the levels that the site sets', () =>
    expect(article('toc: true', '#### 四'), {
      config: `${CONFIG}${ZONE}[markup.tableOfContents]\nendLevel = 4\n`,
    }));
  it('show no widgets without a side bar', () =>
    expect(article('sidebar: false\n⟦widget-empty hint|widgets⟧: [search, social]')));
  it('include no widgets where the site has no side bar beside such a page', () => {
    const config = `${CONFIG}${ZONE}[params.sidebar]\nhome = "right"\n`;
    expect(article('⟦widget-empty hint|widgets⟧: [missing]'), { config });
    expect(article('sidebar: left\nwidgets: [⟦widget-unknown|missing⟧]'), { config });
  });
  for (const text of ['价格是 $5 和 $10。', '运行 `$$` 与 $HOME/$USER。', '\\(不是公式\\)', '$a->b_c 与 $d'])
    it(`takes no formula for what is none: ${text}`, () => expect(article('', text)));
  for (const text of ['<div> 的用法', '1 < 2 > 0', '__init__ 与 *args', '[草稿] 标题', 'a ** b ** c'])
    it(`takes no markup for what is none: ${text}`, () => expect(article(`lead: "${text}"`)));
});

describe('an optional rule', () => {
  it('is off until it is given a severity', () => {
    const text = article('');
    assert.deepEqual(problemsOf(text, inSite(text)), []);
    expect(article('').replace(/\n---\n/, '\n⟦description-missing info|---⟧\n'), {
      rules: { 'description-missing': 'info' },
    });
  });
});

describe('fixes of these rules', () => {
  for (const [what, from, to] of [
    ['remove a term that is there twice', 'tags: [AI, 摄影, AI]', 'tags: [AI, 摄影]'],
    ['take spaces away', 'tags:\n  - "AI " # 一\n  - b', 'tags:\n  - "AI" # 一\n  - b'],
    [
      'split terms that are joined',
      'tags:\n  - 科技、财经 # 一\n  - 城市',
      'tags:\n  - 科技 # 一\n  - 财经\n  - 城市',
    ],
    ['do not double what is there', 'tags: [科技，财经, 科技]', 'tags: [财经, 科技]'],
    ['take the name of a menu', 'menu:\n  Main:\n    weight: 1', 'menu:\n  main:\n    weight: 1'],
    ['set the date of the last change', 'lastmod: 2024-01-01', 'lastmod: "2025-02-13"'],
    ['write the slug as it comes out', 'slug: a：b', 'slug: ab'],
  ] as const) {
    it(what, () => {
      const text = article(from);
      const [fix] = check(parseArticle(text), inSite(text)).flatMap(({ fixes }) => fixes);
      assert.equal(fix?.preferred, true);
      const fixed = applyEdits(text, fix.edits);
      assert.equal(fixed, article(to));
      assert.deepEqual(problemsOf(fixed, inSite(fixed)), []);
    });
  }

  it('switch MathJax on', () => {
    const text = article('mathjax: false', '$$E = mc^2$$');
    const [problem] = problemsOf(text, inSite(text));
    assert.equal(
      applyEdits(text, problem?.fixes[0]?.edits ?? []),
      text.replace('mathjax: false', 'mathjax: true'),
    );
  });
});

describe('the fast reader’s front matter, which has no places', () => {
  it('is judged all the same', () => {
    const wrong = article('tags: [a, a, "b、c"]\nlead: "**x**"\nmenu: Main');
    const isRight = (text: string): boolean => {
      const quick = surelyRead(text, facts);
      return quick !== undefined && check(quick, facts, ['head']).length === 0;
    };
    assert.equal(isRight(wrong), false);
    assert.equal(isRight(article('tags: [a, b]\nmenu: main')), true);
  });
  it('is left to the other reader where something is suppressed', () => {
    assert.equal(
      surelyRead(article('# galley-disable-next-line term-duplicate\ntags: [a]'), facts),
      undefined,
    );
  });
});
