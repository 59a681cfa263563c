import assert from 'node:assert/strict';
import { parse } from 'smol-toml';
import { markupOptions, renderBody } from '../../../src/core/render/index.ts';

/** What Hugo printed; version 0.169.0 and its defaults unless a row says otherwise. */
interface Row {
  readonly name: string;
  readonly md: string;
  readonly html: string;
  readonly version?: string;
  readonly toml?: string;
}

const rows: readonly Row[] = [
  {
    name: 'emphasis that ends in Chinese punctuation before a letter stays literal',
    md: '**今天晴。**明天雨',
    html: '<p>**今天晴。**明天雨</p>\n',
  },
  {
    name: 'the same closes before a space',
    md: '**今天晴。** 明天雨',
    html: '<p><strong>今天晴。</strong> 明天雨</p>\n',
  },
  {
    name: 'a closer that fails may open the next span',
    md: '共**“一”**和**“二”**项',
    html: '<p>共**“一”<strong>和</strong>“二”**项</p>\n',
  },
  {
    name: 'emphasis nests by the rule of three',
    md: '*a**b*c**',
    html: '<p><em>a**b</em>c**</p>\n',
  },
  {
    name: 'underscores do not work inside of words',
    md: '中__文__字 __好__',
    html: '<p>中__文__字 <strong>好</strong></p>\n',
  },
  {
    name: 'a single tilde strikes through',
    md: '约10~15%，降3~5%',
    html: '<p>约10<del>15%，降3</del>5%</p>\n',
  },
  {
    name: 'a single tilde does not in older versions',
    md: '约10~15%，降3~5%',
    version: '0.111.3',
    html: '<p>约10~15%，降3~5%</p>\n',
  },
  {
    name: 'symbols are no punctuation in older versions',
    md: '气温**30℃**左右',
    version: '0.111.3',
    html: '<p>气温<strong>30℃</strong>左右</p>\n',
  },
  {
    name: 'symbols are punctuation',
    md: '气温**30℃**左右',
    html: '<p>气温**30℃**左右</p>\n',
  },
  {
    name: 'quotes that stand between letters stay straight',
    md: '他说"好"，又说 "行" 了',
    html: '<p>他说&quot;好&quot;，又说 &ldquo;行&rdquo; 了</p>\n',
  },
  {
    name: 'dashes and ellipses',
    md: "a -- b --- c ... d ---- <<e>> it's '90s",
    html: '<p>a &ndash; b &mdash; c &hellip; d &mdash;- &laquo;e&raquo; it&rsquo;s &rsquo;90s</p>\n',
  },
  {
    name: 'a URL needs a boundary before it',
    md: '看https://a.cn/x 和 https://a.cn/中',
    html: '<p>看https://a.cn/x 和 <a href="https://a.cn/">https://a.cn/</a>中</p>\n',
  },
  {
    name: 'a host gets the protocol',
    md: '(www.a.cn/b_c_) a.b@c.de.',
    html: '<p>(<a href="https://www.a.cn/b_c">www.a.cn/b_c</a>_) <a href="mailto:a.b@c.de">a.b@c.de</a>.</p>\n',
  },
  {
    name: 'no link inside of an open bracket',
    md: '[x https://a.cn',
    html: '<p>[x https://a.cn</p>\n',
  },
  {
    name: 'links escape what a URL may not hold',
    md: '[a](</中 文?q="1">) [b](/x%20y%zz "t \'u\' -- v")',
    html: '<p><a href="/%E4%B8%AD%20%E6%96%87?q=%221%22">a</a> <a href="/x%20y%25zz" title="t \'u\' -- v">b</a></p>\n',
  },
  {
    name: 'dangerous URLs are dropped',
    md: '[a](JavaScript:x) ![b](data:image/png;base64,AA) <file:///x>',
    html: '<p><a href="">a</a> <img src="data:image/png;base64,AA" alt="b"> <a href="">file:///x</a></p>\n',
  },
  {
    name: 'brackets that refer to nothing are text',
    md: '[a][b] [c] ![d][]\n\n[C]: /u (t)',
    html: '<p>[a][b] <a href="/u" title="t">c</a> ![d][]</p>\n',
  },
  {
    name: 'raw HTML is left out',
    md: 'a <b class="x">c</b> <!-- d --> e',
    html: '<p>a <!-- raw HTML omitted -->c<!-- raw HTML omitted -->  e</p>\n',
  },
  {
    name: 'raw HTML is printed where allowed',
    md: '<div>\n*a*\n</div>\n\nb <i>c</i>',
    toml: '[markup.goldmark.renderer]\nunsafe = true',
    html: '<div>\n*a*\n</div>\n<p>b <i>c</i></p>\n',
  },
  {
    name: 'comments leave a placeholder in older versions',
    md: 'a <!-- b -->',
    version: '0.131.0',
    html: '<p>a <!-- raw HTML omitted --></p>\n',
  },
  {
    name: 'entities and escapes',
    md: '&copy; &#x4e2d; &nope; \\* \\a &lt;',
    html: '<p>© 中 &amp;nope; * \\a &lt;</p>\n',
  },
  {
    name: 'code keeps its text',
    md: '`` a`b `` `*c*` `<d>`',
    html: '<p><code>a`b</code> <code>*c*</code> <code>&lt;d&gt;</code></p>\n',
  },
  {
    name: 'hard breaks by spaces and backslash',
    md: '甲  \n乙\\\n丙 \n丁',
    html: '<p>甲<br>\n乙<br>\n丙\n丁</p>\n',
  },
  {
    name: 'East Asian line breaks',
    md: '中文\n中文，\nabc\n中',
    toml: '[markup.goldmark.extensions.cjk]\nenable = true\neastAsianLineBreaks = true',
    html: '<p>中文中文，\nabc\n中</p>\n',
  },
  {
    name: 'heading ids come from the text',
    md: '## [链接](u) `c` A_b! \n\n## 链接-c-a_b\n\n## ！\n\n甲\n乙\n---',
    html: '<h2 id="链接-c-a_b"><a href="u">链接</a> <code>c</code> A_b!</h2>\n<h2 id="链接-c-a_b-1">链接-c-a_b</h2>\n<h2 id="heading">！</h2>\n<h2 id="乙">甲\n乙</h2>\n',
  },
  {
    name: 'heading ids came from the Markdown',
    md: '## [链接](u)',
    version: '0.131.0',
    html: '<h2 id="链接u"><a href="u">链接</a></h2>\n',
  },
  {
    name: 'attributes of headings',
    md: '# A {#b .c d="e" onclick="f" n=1}',
    html: '<h1 id="b" class="c" d="e" n="1">A</h1>\n',
  },
  {
    name: 'attributes of blocks',
    md: '段\n{.a #b}\n\n- x\n{.c}',
    toml: '[markup.goldmark.parser.attribute]\nblock = true',
    html: '<p class="a" id="b">段</p>\n<ul class="c">\n<li>x</li>\n</ul>\n',
  },
  {
    name: 'tight and loose lists',
    md: '- a\n- b\n\n1. c\n\n   d\n2. e',
    html: '<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol>\n<li>\n<p>c</p>\n<p>d</p>\n</li>\n<li>\n<p>e</p>\n</li>\n</ol>\n',
  },
  {
    name: 'a list that starts elsewhere',
    md: '3) 三\n4) 四',
    html: '<ol start="3">\n<li>三</li>\n<li>四</li>\n</ol>\n',
  },
  {
    name: 'tasks',
    md: '- [ ] 做\n- [x] 完\n- [ ]无',
    html: '<ul>\n<li><input disabled="" type="checkbox"> 做</li>\n<li><input checked="" disabled="" type="checkbox"> 完</li>\n<li><input disabled="" type="checkbox"> 无</li>\n</ul>\n',
  },
  {
    name: 'a block quote goes on lazily',
    md: '> 甲\n乙\n\n> - 丙',
    html: '<blockquote>\n<p>甲\n乙</p>\n</blockquote>\n<blockquote>\n<ul>\n<li>丙</li>\n</ul>\n</blockquote>\n',
  },
  {
    name: 'a table with alignment and a pipe in code',
    md: '| a | b |\n|:--|--:|\n| `x\\|y` | 2 | 3 |\n| 1 |',
    html: '<table>\n\t<thead>\n\t\t\t<tr>\n\t\t\t\t\t<th style="text-align: left">a</th>\n\t\t\t\t\t<th style="text-align: right">b</th>\n\t\t\t</tr>\n\t</thead>\n\t<tbody>\n\t\t\t<tr>\n\t\t\t\t\t<td style="text-align: left"><code>x|y</code></td>\n\t\t\t\t\t<td style="text-align: right">2</td>\n\t\t\t</tr>\n\t\t\t<tr>\n\t\t\t\t\t<td style="text-align: left">1</td>\n\t\t\t\t\t<td></td>\n\t\t\t</tr>\n\t</tbody>\n</table>\n',
  },
  {
    name: 'a table as older versions print it',
    md: '| a |\n|:-:|\n| 1 |',
    version: '0.131.0',
    html: '<table>\n<thead>\n<tr>\n<th style="text-align:center">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td style="text-align:center">1</td>\n</tr>\n</tbody>\n</table>\n',
  },
  {
    name: 'definition lists',
    md: '术语\n: 说明\n: 另一\n\n词\n\n: 段',
    html: '<dl>\n<dt>术语</dt>\n<dd>说明</dd>\n<dd>另一</dd>\n<dt>词</dt>\n<dd>\n<p>段</p>\n</dd>\n</dl>\n',
  },
  {
    name: 'footnotes are numbered by use',
    md: '甲[^b]乙[^a]丙[^b]\n\n[^a]: 注 *a*\n[^b]: 注\n\n    二\n[^c]: 无',
    html: '<p>甲<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup>乙<sup id="fnref:2"><a href="#fn:2" class="footnote-ref" role="doc-noteref">2</a></sup>丙<sup id="fnref1:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup></p>\n<div class="footnotes" role="doc-endnotes">\n<hr>\n<ol>\n<li id="fn:1">\n<p>注</p>\n<p>二&#160;<a href="#fnref:1" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a>&#160;<a href="#fnref1:1" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a></p>\n</li>\n<li id="fn:2">\n<p>注 <em>a</em>&#160;<a href="#fnref:2" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a></p>\n</li>\n</ol>\n</div>\n',
  },
  {
    name: 'fenced code with and without a language',
    md: '```\na < b\n```\n\n```js\nlet "x"\n```\n\n~~~nope {.c}\ny\n~~~',
    html: '<pre tabindex="0"><code>a &lt; b\n</code></pre><div class="highlight"><pre tabindex="0" style="color:#f8f8f2;background-color:#272822;-moz-tab-size:4;-o-tab-size:4;tab-size:4;-webkit-text-size-adjust:none;"><code class="language-js" data-lang="js"><span style="display:flex;"><span>let &#34;x&#34;\n</span></span></code></pre></div><pre tabindex="0"><code class="language-nope" data-lang="nope">y\n</code></pre>',
  },
  {
    name: 'indented code',
    md: '甲\n\n    乙 < 丙\n\n\t丁',
    html: '<p>甲</p>\n<pre><code>乙 &lt; 丙\n\n丁\n</code></pre>\n',
  },
  {
    name: 'code with line numbers',
    md: '```go {linenos=table hl_lines=[2] linenostart=9}\na\nb\n```',
    toml: '[markup.highlight]\nnoClasses = false',
    html: '<div class="highlight"><div class="chroma">\n<table class="lntable"><tr><td class="lntd">\n<pre tabindex="0" class="chroma"><code><span class="lnt"> 9\n</span><span class="hl"><span class="lnt">10\n</span></span></code></pre></td>\n<td class="lntd">\n<pre tabindex="0" class="chroma"><code class="language-go" data-lang="go"><span class="line"><span class="cl">a\n</span></span><span class="line hl"><span class="cl">b\n</span></span></code></pre></td></tr></table>\n</div>\n</div>',
  },
  {
    name: 'emoji',
    md: ':smile: :nope: :man_technologist:',
    toml: 'enableEmoji = true',
    html: '<p>&#x1f604; :nope: &#x1f468;&zwj;&#x1f4bb;</p>\n',
  },
  {
    name: 'extras',
    md: '==a== ++b++ H~2~O x^2^',
    toml: '[markup.goldmark.extensions.extras.mark]\nenable=true\n[markup.goldmark.extensions.extras.insert]\nenable=true\n[markup.goldmark.extensions.extras.superscript]\nenable=true\n[markup.goldmark.extensions.extras.subscript]\nenable=true\n[markup.goldmark.extensions]\nstrikethrough=false',
    html: '<p><mark>a</mark> <ins>b</ins> H<sub>2</sub>O x<sup>2</sup></p>\n',
  },
  {
    name: 'passthrough',
    md: '前 $$x_1$$ 后 \\(a*b*c\\) $5',
    toml: '[markup.goldmark.extensions.passthrough]\nenable=true\n[markup.goldmark.extensions.passthrough.delimiters]\nblock=[["$$","$$"]]\ninline=[["\\\\(","\\\\)"]]',
    html: '<p>前 </p>\n$$x_1$$<p> 后 \\(a*b*c\\) $5</p>\n',
  },
  {
    name: 'a lone image without its paragraph',
    md: '![图](a.png "t")\n\n甲 ![乙](b.png)',
    toml: '[markup.goldmark.parser]\nwrapStandAloneImageWithinParagraph = false',
    html: '<img src="a.png" alt="图" title="t"><p>甲 <img src="b.png" alt="乙"></p>\n',
  },
  {
    name: 'alternative text is plain',
    md: '![*a* `b` [c](d) "e"](f.png)',
    html: '<p><img src="f.png" alt="a b c &ldquo;e&rdquo;"></p>\n',
  },
  {
    name: 'the summary divider parts paragraphs',
    md: '前<!--more-->\n后',
    html: '<p>前</p>\n<p>后</p>',
  },
];

describe('A body comes out as Hugo prints it:', () => {
  for (const { name, md, html, version, toml } of rows) {
    it(name, () => {
      const options = markupOptions(parse(toml ?? ''), version);
      assert.equal(renderBody(`${md}\n`, options).html.trimEnd(), html.trimEnd());
    });
  }
});
