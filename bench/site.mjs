// A generated site: check of the whole against `hugo list all`, memory of the index, completion in it.
// usage: node --expose-gc bench/site.mjs [ARTICLES] [--hugo PATH] [--remark DIR]
// DIR: a folder where remark-cli, remark-frontmatter and remark-lint-frontmatter-schema are installed; one run of them
// over 10,000 articles takes minutes.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { load } from './support.mjs';

const count = Number(process.argv.find(arg => /^\d+$/.test(arg)) ?? 10_000);
const option = name =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined;
const hugo = option('--hugo') ?? 'hugo';
const remark = option('--remark');
const runs = count > 50_000 ? 3 : 5;

const site = fs.mkdtempSync(path.join(os.tmpdir(), 'galley-site-'));
fs.writeFileSync(
  path.join(site, 'hugo.toml'),
  'baseURL = "https://example.org/"\ntheme = "mainroad"\ntimeZone = "Asia/Shanghai"\n',
);
fs.mkdirSync(path.join(site, 'themes/mainroad/layouts'), { recursive: true });
const words = [...'城市科技早市园艺阅读旅行摄影数据算法人工智能物联网社区教育健康天文地理'];
const tag = i => words[i % words.length] + words[(i * 7 + 3) % words.length] + (i % 300);
for (let i = 0; i < count; i++) {
  const folder = path.join(site, 'content', 'post', String(i % 100));
  if (i < 100) fs.mkdirSync(folder, { recursive: true });
  const day = new Date(Date.UTC(2015, 0, 1) + (i % 3650) * 86_400_000).toISOString().slice(0, 10);
  fs.writeFileSync(
    path.join(folder, `a${i}.md`),
    `---\ntitle: "第 ${i} 篇文章：一个不长不短的标题"\ndate: "${day} 08:00:00"\nsummary: "这是摘要，说明文章讲什么。"\ncategories:\n  - "${tag(i % 12)}"\nlang:\n  - "zh-CN"\ntags:\n  - "${tag(i)}"\n  - "${tag(i * 3)}"\nmenu: ""\nthumbnail: "/img/a.png"\nlead: ""\ncomments: false\nauthorbox: false\npager: true\ntoc: false\nmathjax: false\nsidebar: "right"\nwidgets:\n  - "search"\n  - "recent"\n---\n\n${'正文一段，说的是同一件事。\n\n'.repeat(40)}`,
  );
}

const median = times => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
const timed = (command, args, cwd) => {
  const started = performance.now();
  const { error, status } = spawnSync(command, args, { cwd, stdio: 'ignore' });
  if (error) return undefined;
  return status === 0 ? performance.now() - started : NaN;
};

const cli = path.resolve('dist/cli.js');
const galley = [];
const list = [];
for (let run = 0; run < runs; run++) {
  galley.push(timed(process.execPath, [cli, 'check', '--only', 'front-matter', '.'], site));
  list.push(timed(hugo, ['list', 'all'], site));
}
console.log(`${count} articles`);
console.log(`  galley check --only front-matter  ${median(galley).toFixed(0)} ms`);
if (list[0] === undefined) console.log('  hugo list all                     hugo is not installed');
else
  console.log(
    `  hugo list all                     ${median(list).toFixed(0)} ms, ratio ${(median(galley) / median(list)).toFixed(2)}`,
  );

if (remark) {
  const packages = path.resolve(remark, 'node_modules');
  const config = path.join(site, 'remark.mjs');
  const schema = path.resolve('schemas/article.schema.json');
  fs.copyFileSync(schema, path.join(site, 'schema.json'));
  fs.writeFileSync(
    config,
    `import frontmatter from '${packages}/remark-frontmatter/index.js';
import schema from '${packages}/remark-lint-frontmatter-schema/dist/index.js';
export default { plugins: [frontmatter, [schema, { schemas: { 'schema.json': ['content/**/*.md'] } }]] };
`,
  );
  const spent = timed(
    process.execPath,
    [`${packages}/remark-cli/cli.js`, '--quiet', '--no-stdout', '--rc-path', config, 'content'],
    site,
  );
  console.log(
    `  remark-lint-frontmatter-schema    ${spent.toFixed(0)} ms, ratio ${(median(galley) / spent).toFixed(4)}`,
  );
}

const { nodeHeads, readHead, factsOf, SiteIndex, SitePages, complete, parseArticle, gatherSite, nodeFiles } =
  await load(`
  export { nodeHeads } from './src/platform/node/heads.ts';
  export { nodeFiles } from './src/platform/node/files.ts';
  export { readHead } from './src/core/article/fast.ts';
  export { parseArticle } from './src/core/article/article.ts';
  export { factsOf } from './src/core/index/article-facts.ts';
  export { SiteIndex } from './src/core/index/site-index.ts';
  export { SitePages } from './src/core/index/site-pages.ts';
  export { complete } from './src/core/complete/complete.ts';
  export { gatherSite } from './src/core/site/site.ts';
`);
const facts = {
  hugo: undefined,
  page: { path: 'content/post/a.md', kind: 'article' },
  site: await gatherSite(site, nodeFiles),
  encoding: undefined,
};
global.gc?.();
const before = process.memoryUsage().heapUsed;
const index = new SiteIndex();
const pages = new SitePages(index, facts.site.config, undefined);
const decoder = new TextDecoder();
const started = performance.now();
let longest = 0;
for (const { path: name, bytes } of nodeHeads(path.join(site, 'content'), {
  skip: () => false,
  gitignore: () => undefined,
})) {
  const one = performance.now();
  index.set(
    `content/${name}`,
    factsOf(readHead(decoder.decode(bytes)).tree, {
      taxonomies: ['tags', 'categories'],
    }),
  );
  longest = Math.max(longest, performance.now() - one);
}
const indexed = performance.now() - started;
let longestPage = 0;
const settling = performance.now();
for (let step = performance.now(), steps = pages.settle(); !steps.next().done; step = performance.now())
  longestPage = Math.max(longestPage, performance.now() - step);
const settled = performance.now() - settling;
global.gc?.();
const used = process.memoryUsage().heapUsed - before;
console.log(`  index built in ${indexed.toFixed(0)} ms, one article at most ${longest.toFixed(1)} ms`);
console.log(`  addresses in ${settled.toFixed(0)} ms, one article at most ${longestPage.toFixed(1)} ms`);
console.log(
  `  ${(used / count).toFixed(0)} bytes per article, addresses included${global.gc ? '' : ' (run with --expose-gc)'}`,
);

const lookup = {
  terms: (taxonomy, typed, limit) =>
    index
      .terms(taxonomy)
      .search(typed, { limit, now: Date.now() })
      .map(hit => ({ ...hit, filterText: hit.term })),
  values: () => [],
  customKeys: () => [],
  now: Date.now(),
  timeZone: 'Asia/Shanghai',
  describe: ({ title = '', description = '' }) => ({ title, description }),
};
const times = [];
for (const typed of ['', 'k', 'kj', 'rg', '城', '科技', '早', 's', 'yuan', '7']) {
  const text = `---\ntitle: 甲\ntags:\n  - "${typed}"\n---\n`;
  const article = parseArticle(text);
  const offset = text.indexOf(`"${typed}"`) + 1 + typed.length;
  for (let i = 0; i < 60; i++) {
    const began = performance.now();
    complete(article, offset, { facts, lookup });
    if (i >= 10) times.push(performance.now() - began);
  }
}
times.sort((a, b) => a - b);
const terms = index.terms('tags').size;
console.log(
  `  completion among ${terms} terms: median ${times[Math.floor(times.length / 2)].toFixed(2)} ms, p95 ${times[Math.floor(times.length * 0.95)].toFixed(2)} ms`,
);
fs.rmSync(site, { recursive: true });
