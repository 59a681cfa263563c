import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/edit/apply.ts';
import { expectProblems, problemsOf } from '../support/markers.ts';

const head = '---\ntitle: "测试"\ndate: 2025-02-13\n---\n\n';

/** A body with its problems marked; nothing else may be reported but hints. */
function bodies(name: string, table: readonly (readonly [title: string, body: string])[]): void {
  describe(name, () => {
    for (const [title, body] of table) it(title, () => expectProblems(`${head}${body}\n`));
  });
}

/** What the first fix of the first problem makes of a body. */
function fixes(name: string, table: readonly (readonly [before: string, after: string])[]): void {
  describe(name, () => {
    for (const [before, after] of table) {
      it(`${before.replaceAll('\n', '⏎')} becomes ${after.replaceAll('\n', '⏎')}`, () => {
        const text = `${head}${before}\n`;
        const fix = problemsOf(text).flatMap(problem => problem.fixes)[0];
        assert.ok(fix);
        assert.equal(applyEdits(text, fix.edits), `${head}${after}\n`);
      });
    }
  });
}

fixes('bold is mended so that the parser takes it', [
  ['称为**“时刻”（moment）**，后', '称为 **“时刻”（moment）**，后'],
  ['**作者：**张三', '**作者**：张三'],
  ['是**《书名》**吗', '是《**书名**》吗'],
  ['涨了**100%**的钱', '涨了**100%** 的钱'],
  ['这是** 重点 **内容', '这是**重点**内容'],
  ['这是__重点__内容', '这是**重点**内容'],
  ['这是**`代码`**内容', '这是 **`代码`** 内容'],
  ['这是*“重点”*内容', '这是“*重点*”内容'],
]);

fixes('other slips are mended', [
  ['10~15%，3~5%', '10\\~15%，3\\~5%'],
  ['3*4，5*6', '3\\*4，5\\*6'],
  ['##标题', '## 标题'],
  ['＃＃　标题', '## 标题'],
  ['如下：\n1、甲\n2、乙', '如下：\n1. 甲\n2. 乙'],
  ['-甲\n-乙', '- 甲\n- 乙'],
  ['正文。\n---', '正文。\n\n---'],
  ['    前面有四个空格，就成了代码。', '　　前面有四个空格，就成了代码。'],
  ['见[文]（https://a.com）。', '见[文](https://a.com)。'],
  ['![图](/a b.png)', '![图](</a b.png>)'],
  ['[文](www.example.com)', '[文](https://www.example.com)'],
  ['正文。https://a.com/b', '正文。 https://a.com/b'],
  ['| 甲 | 乙 |\n| 一 | 二 |', '| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |'],
  ['｜甲｜乙｜\n｜一｜二｜', '|甲|乙|\n| --- | --- |\n|一|二|'],
  ['List<String>', 'List\\<String>'],
  ['![图](/a.png)后面有一段文字。', '![图](/a.png)\n\n后面有一段文字。'],
]);

bodies('what is right', [
  ['names masked with asterisks', '张** 和李** 都来了。'],
  ['powers and products with blanks', 'a ** 2 + b ** 2，长*（宽+高）*2，3 * 4。'],
  ['names of methods', '__getattr__与__setattr__，定义__len__的类型，其__len__后。'],
  ['patterns', '重复 a*，贪婪的 .* 也是。例如，[^5] 匹配其他字符。'],
  ['a topic of a social network', '#话题 #标签'],
  ['an escaped link', '\\[文\\](/a)'],
  [
    'links in the text between shortcodes',
    '{{< highlight md >}}\n\n见 [文](/a) 与 [文](/b)。\n\n{{< /highlight >}}',
  ],
  ['a table whose first cell is empty', '||甲|乙|\n|---|---|---|\n|一|二|三|'],
  ['a short heading over hyphens', '为什么？\n---'],
  ['a definition', '术语\n: 解释'],
  ['talk about tags of Hexo', '1. {% raw %} {% endraw %}不需要了。'],
]);

bodies('a body in several parts', [
  [
    'has its problems at their places',
    `${'一段文字，长到一行能装下的样子，这样段落就不会太多。\n\n'.repeat(350)}⟦body-block warning|##⟧标题`,
  ],
]);
