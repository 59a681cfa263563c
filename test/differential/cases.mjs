// All cases of the differential test: the same in every run.
import { DATES, KEYS, TYPES, WORDS } from './values.mjs';
import { FIELDS, FORMATS, raw, withFields, wrap, write } from './articles.mjs';
import { FILES, encodingMutations, fenceMutations } from './fences.mjs';
import { JSON_VALUES, TOML_VALUES, YAML_VALUES, lineMutations } from './head-operators.mjs';
import { randomFrom, slip } from './random.mjs';

const BODY = '\n本段是正文。\n\n## 小标题\n\n第二段正文。\n';

/** Nested and longer front matter beside the usual one, for operators that look at lines. */
const RICH = {
  yaml: `title: 早市四点开门 # 标题
date: 2025-02-13
summary: >
  一篇文章的
  摘要。
lead: |
  天还没亮
  摊主已经到了
tags: [早市, "AI", '摄影']
categories:
- 城市
- "生活"
thumbnail:
  src: /img/market.png
  visibility: [list, post]
menu:
  main:
    name: 早市
    weight: 2
build: {list: always}`,
  toml: `# 标题
title = '早市四点开门'
date = 2025-02-13T08:00:00+08:00
summary = """
一篇文章的
摘要。"""
tags = [
  "早市",
  "AI", # 二
]
toc = true
weight = 3
[thumbnail]
src = "/img/market.png"
visibility = ["list"]
[menu.main]
name = "早市"
[params]
a = { b = 1, c = "x" }
[[resources]]
src = "a.png"`,
  json: `{
  "title": "早市四点开门", "date": "2025-02-13T08:00:00+08:00",
  "tags": ["早市", "AI"],
  "thumbnail": {"src": "/img/market.png", "visibility": ["list"]},
  "menu": {
    "main": {
      "weight": 2
    }
  }, "toc": true
}`,
};

const headOf = format => write(format, FIELDS, '');
const whole = (format, head) => (format === 'json' ? `${head}\n` : wrap(format, head)) + BODY;
/** The lines between the fences; of JSON with its braces. */
const innerOf = format =>
  format === 'json' ? headOf(format).trimEnd() : headOf(format).split('\n').slice(1, -2).join('\n');

function* types() {
  for (const format of FORMATS)
    for (const key of KEYS)
      for (const [name, value] of Object.entries(TYPES))
        yield [`${format} ${key}: ${name}`, write(format, withFields([[key, value]]))];
}

function* words() {
  for (const format of FORMATS)
    for (const [key, values] of Object.entries(WORDS))
      for (const value of values)
        yield [`${format} ${key}: ${JSON.stringify(value)}`, write(format, withFields([[key, value]]))];
  for (const [key, values] of Object.entries(WORDS))
    for (const value of values.filter(word => typeof word === 'string' && /^[\w./-]+$/.test(word)))
      yield [`yaml, plain ${key}: ${value}`, write('yaml', withFields([[key, raw(value)]]))];
}

function* dates() {
  for (const date of DATES) {
    for (const format of FORMATS)
      yield [`${format} date: ${date}`, write(format, withFields([['date', date]]))];
    yield [`yaml, plain date: ${date}`, write('yaml', withFields([['date', raw(date)]]))];
    yield [`toml, native date: ${date}`, write('toml', withFields([['date', raw(date)]]))];
  }
  const some = DATES.filter((_, index) => index % 4 === 0);
  for (const key of [
    'lastmod',
    'publishDate',
    'expiryDate',
    'modified',
    'pubdate',
    'published',
    'unpublishdate',
  ])
    for (const date of some)
      for (const format of FORMATS)
        yield [`${format} ${key}: ${date}`, write(format, withFields([[key, date]]))];
}

function* keys() {
  const names = [
    'TITLE',
    'Title',
    'Date',
    'TAGS',
    'Widgets',
    'tag',
    'category',
    'thumbnial',
    'side_bar',
    'widget',
    '标题',
    '日期',
  ];
  const odd = [
    'a b',
    'a.b',
    '1',
    '2025',
    '1.5',
    'true',
    'null',
    '',
    ' ',
    '"',
    "'",
    '键',
    'a:b',
    '#',
    'a#',
    '-',
    '<<',
    '&a',
    '__proto__',
    'constructor',
  ];
  for (const format of FORMATS) {
    for (const name of [...names, ...odd]) {
      yield [`${format} key ${JSON.stringify(name)}`, write(format, [...FIELDS, [name, ['qq']]])];
      if (format !== 'json')
        yield [
          `${format} quoted key ${JSON.stringify(name)}`,
          write(format, [...FIELDS, [JSON.stringify(name), 'qq']]),
        ];
      yield [
        `${format} nested key ${JSON.stringify(name)}`,
        write(format, [...FIELDS, ['hotline', { [name]: 'qq' }]]),
      ];
    }
    for (const [key, value] of FIELDS) {
      yield [`${format} twice: ${key}`, write(format, [...FIELDS, [key, value]])];
      yield [`${format} twice, other case: ${key}`, write(format, [...FIELDS, [key.toUpperCase(), value]])];
      yield [
        `${format} without ${key}`,
        write(
          format,
          FIELDS.filter(([name]) => name !== key),
        ),
      ];
      yield [`${format} null: ${key}`, write(format, withFields([[key, null]]))];
    }
  }
  for (const [key] of FIELDS)
    yield [`yaml nothing behind ${key}`, write('yaml', withFields([[key, raw('')]]))];
  yield ['yaml twice, nested', whole('yaml', `${innerOf('yaml')}\nhotline:\n  a: 1\n  a: 2`)];
  yield ['yaml twice, quoted', whole('yaml', `${innerOf('yaml')}\n"title": 二`)];
}

function* lines() {
  for (const format of FORMATS)
    for (const head of [innerOf(format), RICH[format]])
      for (const [name, changed] of lineMutations(format, head))
        yield [`${format} ${name}`, whole(format, changed)];
  for (const [name, changed] of lineMutations('yaml', RICH.yaml.replace('lead', 'tagline')))
    yield [`yaml, crlf, ${name}`, whole('yaml', changed).replace(/\r?\n/g, '\r\n')];
}

function* values() {
  const yaml = value => [
    withFields([['title', raw(value)]]),
    withFields([['tags', raw(`\n  - ${value}`)]]),
    withFields([['tags', raw(`[qq, ${value}]`)]]),
    withFields([['hotline', raw(`\n  a: ${value}\n  b: 2`)]]),
    withFields([['hotline', raw(`{a: ${value}}`)]]),
  ];
  const places = ['title', 'item', 'in brackets', 'nested', 'in braces'];
  for (const value of YAML_VALUES)
    for (const [index, fields] of yaml(value).entries())
      yield [`yaml ${places[index]}: ${JSON.stringify(value)}`, write('yaml', fields)];
  for (const [format, list] of Object.entries({ toml: TOML_VALUES, json: JSON_VALUES }))
    for (const value of list) {
      yield [`${format} title: ${JSON.stringify(value)}`, write(format, withFields([['title', raw(value)]]))];
      yield [
        `${format} item: ${JSON.stringify(value)}`,
        write(format, withFields([['hotline', raw(`["qq", ${value}]`)]])),
      ];
    }
}

function* fences() {
  for (const [index, text] of FILES.entries()) yield [`file ${index}: ${JSON.stringify(text)}`, text];
  for (const format of FORMATS)
    for (const [name, text] of fenceMutations(format, headOf(format), BODY))
      yield [`${format} ${name}`, text];
}

function* encodings() {
  for (const format of FORMATS) {
    for (const [name, bytes] of encodingMutations(headOf(format) + BODY)) yield [`${format} ${name}`, bytes];
    for (const [name, bytes] of encodingMutations(whole(format, RICH[format])))
      yield [`${format}, rich, ${name}`, bytes];
  }
}

function* randoms(seed, count) {
  const random = randomFrom(seed);
  for (const format of FORMATS)
    for (const text of [headOf(format) + BODY, whole(format, RICH[format])])
      for (let i = 0; i < count; i++) yield [`${format} ${i}`, slip(text, text.length - BODY.length, random)];
}

const CLASSES = {
  type: types,
  word: words,
  date: dates,
  key: keys,
  line: lines,
  value: values,
  fence: fences,
  encoding: encodings,
  random: seed => randoms(seed, 200),
};

/** `{ class, name, bytes }` of every case; the same file counts once a class. */
export function allCases(seed) {
  return Object.entries(CLASSES).flatMap(([group, generate]) => {
    const seen = new Map();
    for (const [name, content] of generate(seed)) {
      if (content === undefined) continue;
      const bytes = Buffer.from(content);
      if (!seen.has(bytes.toString('latin1')))
        seen.set(bytes.toString('latin1'), { class: group, name, bytes });
    }
    return [...seen.values()];
  });
}
