// Time of reading and checking one article, against its peers' reading alone. usage: node bench/article.mjs
import matter from 'gray-matter';
import { load as loadYaml } from 'js-yaml';
import { parseDocument } from 'yaml';
import { load, median, report } from './support.mjs';

const { parseArticle, check, readHead } = await load(`
  export { parseArticle } from './src/core/article/article.ts';
  export { readHead } from './src/core/article/fast.ts';
  export { check } from './src/core/check/check.ts';
`);

const facts = {
  hugo: undefined,
  page: { path: 'content/post/a.md', kind: 'article' },
  site: undefined,
  encoding: undefined,
};
const head = `---
title: "早市四点开门"
date: "2025-02-13 08:00:00"
summary: "一篇文章的摘要，不长也不短，足够说明问题。"
categories:
  - "城市"
tags:
  - "早市"
  - "摄影"
thumbnail: "/img/market.png"
lead: ""
comments: false
toc: false
sidebar: "right"
widgets:
  - "search"
  - "recent"
---
`;
const article = head + '\n正文。\n'.repeat(2000);
const block = head.slice(4, -4);

report('one article', {
  'yaml parseDocument': median(() => parseDocument(block), 2000),
  'gray-matter, js-yaml': median(() => matter(article, { engines: { yaml: loadYaml } }), 2000),
  'Galley readHead': median(() => readHead(head), 2000),
  'Galley parseArticle': median(() => parseArticle(article), 2000),
  'Galley parseArticle and check': median(() => check(parseArticle(article), facts), 2000),
});

const bombs = {
  'one line of 10 MB': `---\ntitle: ${'甲'.repeat(10_000_000)}\n---\n`,
  'a body of 10 MB': `---\ntitle: 甲\n---\n${'正文\n'.repeat(3_400_000)}`,
  '20,000 keys': `---\n${Array.from({ length: 20_000 }, (_, i) => `k${i}: v\n`).join('')}---\n`,
  '20,000 brackets': `---\na: ${'['.repeat(20_000)}\n---\n`,
};
for (const [name, text] of Object.entries(bombs)) {
  report(name, { 'Galley parseArticle': median(() => parseArticle(text), 5) });
}
