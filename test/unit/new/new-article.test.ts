import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import { fromArchetype, fromValues } from '../../../src/core/new/new-article.ts';
import type { NewText } from '../../../src/core/new/new-article.ts';
import { momentAt } from '../../../src/core/new/time.ts';
import { usualValues } from '../../../src/core/new/usual-values.ts';
import { problemsOf } from '../support/markers.ts';

const NOW = Date.UTC(2026, 10, 22, 0, 38, 40);
const DATE = '2026-11-22 08:38:40';
const data = {
  path: 'post/xin-wen.md',
  type: 'post',
  language: 'zh-cn',
  now: momentAt(NOW, 'Asia/Shanghai'),
  site: { title: '校样', baseURL: '', params: {} },
};
const made = (template: string, title = '新闻') => fromArchetype(template, data, title, DATE);
/** Text with `|` around what is selected, or once where nothing is. */
const shown = ({ text, selection: { start, end } }: NewText): string =>
  text.slice(0, start) + '|' + (end > start ? `${text.slice(start, end)}|` : '') + text.slice(end);

describe('a new article by an archetype', () => {
  it('has the title that was given, in the quotes of the archetype, and the date of the site', () => {
    const template =
      '---\ntitle: \'{{ replace .Name "-" " " | title }}\'\ndate: {{ .Date }}\ndraft: true\n---\n';
    assert.equal(
      shown(made(template, 'Bob\'s "x"')),
      "---\ntitle: 'Bob''s \"x\"'\ndate: 2026-11-22T08:38:40+08:00\ndraft: true\n---\n\n|",
    );
  });

  it('gets what the archetype lacks', () => {
    assert.equal(
      shown(made('+++\ndraft = true\n+++\n## Lead\n')),
      `+++\ntitle = "新闻"\ndate = "${DATE}"\ndraft = true\n+++\n|## Lead\n`,
    );
    assert.equal(shown(made('')), `---\ntitle: "新闻"\ndate: "${DATE}"\n---\n\n|`);
  });

  it('shows what could not be filled in', () => {
    const article = made('---\ntitle: "{{ .Name }}"\nid: "{{ md5 .Name }}"\n---\n');
    assert.equal(shown(article), `---\ntitle: "新闻"\ndate: "${DATE}"\nid: "|{{ md5 .Name }}|"\n---\n\n`);
    assert.deepEqual(article.left, ['{{ md5 .Name }}']);
  });

  it('stays as it was filled where that breaks the front matter', () => {
    assert.equal(shown(made('---\ntitle: {{ if .X }}\n---\n')), '---\ntitle: |{{ if .X }}|\n---\n\n');
  });
});

describe('a new article without an archetype', () => {
  const model = (text: string) => parseArticle(text).tree;
  const given = {
    title: '新闻',
    date: DATE,
    taxonomies: ['categories', 'tags'],
    schema: 'article',
  } as const;

  it('has the keys of most articles, choices as in the latest', () => {
    const keys = [
      'title',
      'date',
      'draft',
      'tags',
      'sidebar',
      'widgets',
      'toc',
      'lead',
      'slug',
      'menu',
      'house',
    ];
    const text = `---\ntitle: 甲\ndraft: false\ntags: [a]\nsidebar: left\nwidgets: [search]\ntoc: true\nlead: x\nslug: x\nmenu: main\nhouse: y\nrare: z\n---\n`;
    const values = usualValues({ ...given, keysOf: [keys, keys, [...keys, 'rare']], model: model(text) });
    const article = fromValues(values, 'yaml');
    assert.equal(
      shown(article),
      `---\ntitle: "新闻"\ndate: "${DATE}"\ntags: []\nlead: ""\ntoc: true\nsidebar: "left"\nwidgets:\n  - "search"\ndraft: true\nhouse: ""\n---\n\n|`,
    );
    assert.deepEqual(
      problemsOf(article.text).filter(({ severity }) => severity !== 'hint' && severity !== 'info'),
      [],
    );
  });

  it('is written in each format', () => {
    const values = usualValues({ ...given, keysOf: [], model: undefined });
    assert.equal(fromValues(values, 'toml').text, `+++\ntitle = "新闻"\ndate = "${DATE}"\n+++\n\n`);
    assert.equal(fromValues(values, 'json').text, `{\n  "title": "新闻",\n  "date": "${DATE}"\n}\n\n`);
  });
});
