// Term search against a linear scan with named peers, in one run. usage: node bench/terms.mjs [PEERS]
// PEERS  a folder where `npm install pinyin-match@1.2.10 pinyin-pro@3.29.4` was run; without it, only Galley is measured.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import esbuild from 'esbuild';
import { nodeOptions } from '../esbuild.mjs';

const root = path.resolve(import.meta.dirname, '..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'galley-bench-'));

/** The product's own code, as it is shipped. */
async function load() {
  const outfile = path.join(folder, 'terms.cjs');
  const contents = ['term-index', 'pinyin', 'simplified', 'normalise', 'duplicates']
    .map(name => `export * from './src/core/terms/${name}.ts';`)
    .join('\n');
  const stdin = { contents, resolveDir: root, loader: 'ts' };
  await esbuild.build({ ...nodeOptions, stdin, outfile, minify: true, sourcemap: false });
  console.log(`bundle of everything in core/terms: ${fs.statSync(outfile).size} bytes, minified`);
  return createRequire(import.meta.url)(outfile);
}

/** Numbers of 0 up to a limit that are the same in every run. */
function randomOf(seed) {
  let state = seed;
  return limit => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const WORDS = [
  '人工 智能 科技 教育 新闻 经济 文化 艺术 历史 地理 数学 物理 化学 生物 医学 健康 饮食 旅游 摄影 电影 音乐 文学 小说 诗歌 翻译',
  '软件 硬件 网络 安全 数据 分析 机器 学习 深度 开源 社区 编程 语言 算法 系统 操作 移动 应用 前端 后端 测试 部署 运维 产品 设计',
  '用户 体验 市场 营销 管理 创业 投资 金融 银行 保险 法律 政策 社会 环境 能源 气候 农业 工业 交通 城市 建筑 家庭 儿童 女性 老年',
  '体育 足球 篮球 游戏 动漫 宠物 园艺 手工 收藏 军事 航天 天文 海洋 森林 重庆 长沙 银行 乐器 行业 率先 校对 会计 都市 朝阳 着陆',
  '機器 學習 資料 網路 軟體 臺灣 香港 澳門 圖書 電腦 AI GPT Linux Python 5G 云 大模型 可视化 知识库 自动化 供应链 半导体 新能源 区块链',
]
  .join(' ')
  .split(' ');

/** The 3,755 common characters of GB 2312. */
const decoder = new TextDecoder('gbk');
const COMMON = Array.from({ length: 3755 }, (_, i) =>
  decoder.decode(new Uint8Array([0xb0 + Math.floor(i / 94), 0xa1 + (i % 94)])),
);

/** Different terms of one to three words, known ones and made up ones, most used little, a few much. */
function makeTerms(count) {
  const random = randomOf(count);
  const word = () => {
    const known = WORDS[random(WORDS.length)];
    return random(3) > 0 ? known : Array.from({ length: 1 + random(3) }, () => COMMON[random(3755)]).join('');
  };
  const terms = new Map();
  while (terms.size < count) {
    const words = Array.from({ length: 1 + random(3) }, word);
    terms.set(words.join(''), {
      count: 1 + Math.floor(300 / (1 + random(2000))),
      lastUse: Date.UTC(2015) + random(10 * 365) * 86_400_000,
    });
  }
  return Array.from(terms, ([term, use]) => ({ term, ...use }));
}

/** What editors type, letter after letter: pinyin in full, initials, characters, both; and what there is not. */
const TYPED = [
  'rengongzhineng',
  'rgzn',
  '人工zn',
  '機器學習',
  'shujufenxi',
  'aiyingyong',
  'zgjy',
  'chongqing',
  'lvxing',
  'xqzzkk',
];
const queries = ['', ...TYPED.flatMap(text => Array.from(text, (_, i) => text.slice(0, i + 1)))];

const sorted = list => [...list].sort((a, b) => a - b);
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const clock = run => {
  const start = performance.now();
  run();
  return performance.now() - start;
};
const heap = () => {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** Median, p95 and greatest over the queries, of the median of each in several rounds. */
function report(name, search, rounds) {
  for (const query of queries) search(query);
  const times = queries.map(() => []);
  for (let i = 0; i < rounds; i++) queries.forEach((query, j) => times[j].push(clock(() => search(query))));
  const medians = times.map(list => at(sorted(list), 0.5));
  const [median, p95, most] = [0.5, 0.95, 1].map(share => at(sorted(medians), share));
  console.log(
    `${name.padEnd(42)} median ${median.toFixed(2)}  p95 ${p95.toFixed(2)}  most ${most.toFixed(2)} ms`,
  );
  return median;
}

const now = Date.UTC(2025, 6);
const terms = await load();
console.log(`simplified: ${clock(() => terms.simplify('機器')).toFixed(2)} ms to unpack`);
console.log(`pinyin: ${clock(() => terms.loadPinyin()).toFixed(2)} ms to unpack`);

const peers = process.argv[2] && createRequire(path.resolve(process.argv[2], 'package.json'));
for (const count of [10_000, 100_000]) {
  const list = makeTerms(count);
  const before = heap();
  const index = new terms.TermIndex();
  const build = clock(() => {
    for (const use of list) index.set(use);
  });
  const bytes = (heap() - before) / count;
  console.log(
    `\n${count} terms: built in ${build.toFixed(0)} ms${globalThis.gc ? `, ${bytes.toFixed(0)} bytes each` : ''}`,
  );
  const first = clock(() => index.search('rg', { limit: 200, now }));
  console.log(`first search by pinyin ${first.toFixed(1)} ms`);
  const own = report('Galley: ranked, 200 at most', typed => index.search(typed, { limit: 200, now }), 21);
  const exclude = list.slice(0, 20).map(use => use.term);
  report('Galley: 20 terms excluded', typed => index.search(typed, { limit: 200, now, exclude }), 11);
  const rising = new terms.TermIndex();
  for (const use of [...list].sort((a, b) => a.count - b.count || a.lastUse - b.lastUse)) rising.set(use);
  report('Galley: least used first, the worst order', typed => rising.search(typed, { limit: 200, now }), 11);
  const change = clock(() => {
    for (const { term } of list.slice(0, 1000)) {
      index.add(term);
      index.remove(term);
    }
  });
  console.log(`counted up and down again: ${change.toFixed(2)} µs a term`);
  console.log(`nearDuplicates: ${clock(() => terms.nearDuplicates(index.all())).toFixed(0)} ms`);
  if (!peers) continue;
  for (const [name, find] of [
    ['pinyin-match 1.2.10: linear, not ranked', peers('pinyin-match').match],
    ['pinyin-pro 3.29.4: linear, not ranked', peers('pinyin-pro').match],
  ]) {
    const some = queries.filter((_, i) => i % 7 === 1);
    const times = sorted(some.map(typed => clock(() => list.filter(({ term }) => find(term, typed)))));
    const [median, p95] = [at(times, 0.5), at(times, 0.95)];
    console.log(
      `${name.padEnd(42)} median ${median.toFixed(0)}  p95 ${p95.toFixed(0)} ms, ${(median / own).toFixed(0)} times as long`,
    );
  }
}
fs.rmSync(folder, { recursive: true });
