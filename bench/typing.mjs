// Time of a whole check of an article while somebody types: the first one, and those after a letter. CPU time, for the
// machine may have other things to do. usage: node bench/typing.mjs
import { load } from './support.mjs';

const { parseArticle, readAhead, check, gatherSite } = await load(`
  export { parseArticle } from './src/core/article/article.ts';
  export { readAhead } from './src/core/check/ahead.ts';
  export { check } from './src/core/check/check.ts';
  export { gatherSite } from './src/core/site/site.ts';
`);
const noFiles = { read: async () => undefined, list: async () => [] };
const site = { ...(await gatherSite('/nowhere', noFiles)), isMainroad: true };
const facts = {
  hugo: undefined,
  page: { path: 'content/post/a.md', kind: 'article' },
  site,
  encoding: undefined,
  now: Date.UTC(2026, 0, 1),
};
const head = `---
title: "早市四点开门，摊主说客人多"
date: "2025-02-13 08:00:00"
lastmod: "2025-02-14 08:00:00"
publishDate: "2025-02-13 08:00:00"
expiryDate: "2035-02-13 08:00:00"
summary: "一篇文章的摘要，不长也不短，足够说明问题。"
description: "给搜索引擎看的一句话。"
slug: "morning-market"
author: "张三"
weight: 3
draft: false
categories:
  - "城市"
lang:
  - "zh-CN"
tags:
  - "早市"
  - "摄影"
keywords:
  - "早市"
menu: ""
thumbnail: "/img/market.png"
lead: ""
comments: false
authorbox: false
pager: true
toc: false
mathjax: false
sidebar: "right"
widgets:
  - "search"
  - "recent"
---

`;
const paragraph =
  '这是一段**加粗**的文字，含有[链接](https://example.com/a)和 \`code\`，以及 "引号"，描述早市四点开门的情形。\n\n' +
  '## 标题\n\n- 列表一\n- 列表二\n\n![图](/img/a.png)\n\n称为**“重点”**内容，增长10~15%。\n\n';

/** Milliseconds of CPU. */
function cpu(run) {
  const { user, system } = process.cpuUsage();
  run();
  const spent = process.cpuUsage({ user, system });
  return (spent.user + spent.system) / 1000;
}
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

// Something has been checked before: what is measured is not how code is loaded.
for (let i = 0; i < 30; i++) check(parseArticle(head + `${i}${paragraph.repeat(40)}`), facts);

for (const [name, length] of [
  ['5 KB', 2_000],
  ['20 KB', 8_000],
  ['100 KB', 40_000],
  ['1 MB', 400_000],
]) {
  const text = head + paragraph.replaceAll('段', name).repeat(length / paragraph.length);
  // As the editor does it: in slices, the last of which is the check itself.
  const slices = [];
  let article;
  slices.push(cpu(() => (article = parseArticle(text))));
  const steps = readAhead(article, facts);
  for (let isDone = false; !isDone;) slices.push(cpu(() => (isDone = steps.next().done)));
  slices.push(cpu(() => check(article, facts)));
  const first = slices.reduce((sum, ms) => sum + ms, 0);
  const longest = Math.max(...slices);
  let now = text;
  const spent = Array.from({ length: 60 }, (_, i) => {
    const where = head.length + Math.floor(((i * 37) % 101) * 0.0099 * (now.length - head.length));
    now = now.slice(0, where) + '字a，*'[i % 4] + now.slice(where);
    return cpu(() => check(parseArticle(now), facts));
  }).sort((a, b) => a - b);
  const key = Array.from({ length: 30 }, (_, i) => {
    now = now.replace('四点', `四点${i % 10}`);
    return cpu(() => check(parseArticle(now), facts));
  }).sort((a, b) => a - b);
  console.log(
    `${name.padEnd(7)} first ${first.toFixed(1)} ms of CPU, longest slice ${longest.toFixed(1)} ms; a letter in the body: median ${at(spent, 0.5).toFixed(1)}, p95 ${at(spent, 0.95).toFixed(1)} ms; in the title: median ${at(key, 0.5).toFixed(1)} ms`,
  );
}
