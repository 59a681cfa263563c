// Time of judging a body while somebody types: all at once, and after one letter. usage: node bench/body.mjs
import { load, median, report } from './support.mjs';

const { parseArticle, check } = await load(`
  export { parseArticle } from './src/core/article/article.ts';
  export { check } from './src/core/check/check.ts';
`);

const facts = {
  hugo: undefined,
  page: { path: 'content/post/a.md', kind: 'article' },
  site: undefined,
  encoding: undefined,
};
const head = '---\ntitle: "早市"\ndate: "2025-02-13 08:00:00"\n---\n\n';
const paragraph =
  '这是一段**加粗**的文字，含有[链接](https://example.com/a)和 `code`，以及 "引号"，描述早市四点开门的情形。\n\n' +
  '## 标题\n\n- 列表一\n- 列表二\n\n![图](/img/a.png)\n\n称为**“重点”**内容，增长10~15%。\n\n';

const judge = text => check(parseArticle(text), facts, ['body']);

/** Longest and median time of judging after each of some edits of one letter. */
function typing(text, letters) {
  let now = text;
  judge(now);
  const spent = Array.from({ length: 100 }, (_, i) => {
    const at = head.length + Math.floor(((i * 37) % 101) * 0.0099 * (now.length - head.length));
    now = now.slice(0, at) + letters[i % letters.length] + now.slice(at);
    const started = performance.now();
    judge(now);
    return performance.now() - started;
  }).sort((a, b) => a - b);
  return { median: spent[50], longest: spent[99] };
}

for (const [name, length] of [
  ['a body of 100 KB', 34_000],
  ['a body of 1 MB', 340_000],
  ['a body of 1 M characters', 1_000_000],
]) {
  const text = head + paragraph.repeat(length / paragraph.length);
  // Another letter in each paragraph: nothing of the one before can be kept.
  const others = ['甲', '乙', '丙', '丁'].map(
    letter => head + text.slice(head.length).replaceAll('段', letter),
  );
  const fresh = median(() => judge(others.pop() ?? text), 3);
  const letter = typing(text, ['字', 'a', '，']);
  const mark = typing(text, ['*', '`', '\n\n', '~']);
  report(name, {
    'all of it': fresh,
    'a letter, median': letter.median,
    'a letter, longest': letter.longest,
    'a mark, median': mark.median,
    'a mark, longest': mark.longest,
  });
}

let salt = 0;
const hostile = {
  'one line of letters': '甲'.repeat(1_000_000),
  asterisks: '*'.repeat(1_000_000),
  'a * a *': 'a*'.repeat(500_000),
  'pairs of asterisks that stay': '甲**“甲”**甲\n\n'.repeat(100_000),
  'opening brackets': '['.repeat(1_000_000),
  'brackets in lines': `${'['.repeat(100)}\n`.repeat(10_000),
  'links that are none': '[甲]（/a '.repeat(150_000),
  backticks: 'a`'.repeat(500_000),
  'less-than signs': '<'.repeat(1_000_000),
  tildes: '甲~乙 '.repeat(250_000),
  strokes: '|a'.repeat(500_000),
  'rows of strokes': '| a | b |\n'.repeat(100_000),
  dollars: '$ a '.repeat(250_000),
  addresses: '甲https://a.bc'.repeat(70_000),
  blanks: `${' '.repeat(1000)}\n`.repeat(1000),
  'bullets without blanks': '-甲\n'.repeat(300_000),
  'notes that are none': '甲[^1]'.repeat(160_000),
};
for (const [name, body] of Object.entries(hostile)) {
  for (const [kind, text] of [
    ['1 M characters', body],
    ['250,000 characters', body.slice(0, 250_000)],
  ]) {
    report(`${name}, ${kind}`, {
      'all rules of the body': median(() => judge(`${head}${++salt}${text}`), 1),
    });
  }
}
