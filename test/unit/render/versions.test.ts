import assert from 'node:assert/strict';
import { parse } from 'smol-toml';
import { markupOptions, renderBody } from '../../../src/core/render/index.ts';

/** What Hugo printed, white space between tags aside; version 0.169.0 unless a row says otherwise. */
interface Row {
  readonly name: string;
  readonly md: string;
  readonly html: string;
  readonly version?: string;
  readonly toml?: string;
}

const rows: readonly Row[] = [
  {
    name: 'a shortcode holds another one of its name',
    md: '{{< details >}}甲 {{< details summary="内" >}}乙{{< /details >}}{{< /details >}}',
    toml: '[markup.goldmark.renderer]\nunsafe = true',
    html: '\n<details>\n\t<summary>Details</summary>\n\t<p>甲</p>\n<details>\n\t<summary>内</summary>\n\t<p>乙</p>\n</details>\n</details>\n\n',
  },
  {
    name: 'a literal shortcode in a shortcode loses its marks',
    md: '{{< highlight nope >}}\n{{</* a */>}} b {{%/* c */%}}\n{{< /highlight >}}',
    html: '<pre tabindex="0"><code class="language-nope" data-lang="nope">{{&lt; a &gt;}} b {{% c %}}</code></pre>\n',
  },
  {
    name: 'code of an indented shortcode loses the indentation',
    md: '- 甲\n\n  {{< highlight nope >}}\n  a\n    b\n  {{< /highlight >}}',
    html: '<ul>\n<li>\n<p>甲</p>\n<pre tabindex="0"><code class="language-nope" data-lang="nope">a\n  b</code></pre>\n</li>\n</ul>\n',
  },
  {
    name: 'what an indented shortcode gives to Markdown is indented',
    md: '- 甲\n\n  {{% details summary="概" /%}}',
    html: '<ul>\n<li>\n<p>甲</p>\n<!-- raw HTML omitted -->\n</li>\n</ul>\n',
  },
  {
    name: 'names of parameters keep their case',
    md: '{{< figure src="a.png" SRC="b.png" Alt="c" >}}',
    html: '<figure><img src="a.png">\n</figure>\n\n',
  },
  {
    name: 'captions of several blocks',
    md: '{{< figure src="a.png" caption="- 项" >}}',
    html: '<figure><img src="a.png"\n\t\t\talt=" 项 "><figcaption>\n\t\t\t<p><ul>\n<li>项</li>\n</ul>\n</p>\n\t\t</figcaption>\n</figure>\n\n',
  },
  {
    name: 'a heading with a shortcode, before pages were numbered',
    md: '## 甲 {{< highlight nope >}}b{{< /highlight >}}',
    version: '0.111.3',
    html: '<h2 id="甲-hahahugoshortcodes0hbhb">甲 <pre tabindex="0"><code class="language-nope" data-lang="nope">b</code></pre></h2>\n',
  },
  {
    name: 'figure, before it knew of loading and read addresses',
    md: '{{< figure src="/图 1.png" loading="lazy" caption="\'单\' -- &lt;" >}}',
    version: '0.111.3',
    html: '<figure><img src="/%e5%9b%be%201.png"\n         alt="&amp;lsquo;单&amp;rsquo; &amp;ndash; &amp;lt;"/><figcaption>\n            <p>&lsquo;单&rsquo; &ndash; &lt;</p>\n        </figcaption>\n</figure>\n\n',
  },
  {
    name: 'figure, before plain text was HTML',
    md: '{{< figure src="/图.png" loading="lazy" caption="\'单\' -- &lt;" >}}',
    version: '0.131.0',
    html: '<figure><img src="/%E5%9B%BE.png"\n    alt="&amp;lsquo;单&amp;rsquo; &amp;ndash; &amp;lt;" loading="lazy"><figcaption>\n      <p>&lsquo;单&rsquo; &ndash; &lt;</p>\n    </figcaption>\n</figure>\n\n',
  },
  {
    name: 'youtube without options',
    md: '甲 {{< youtube id="a b" autoplay="true" title="题" >}} 乙',
    version: '0.111.3',
    html: '<p>甲 \n<div style="position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;">\n  <iframe src="https://www.youtube.com/embed/a%20b?autoplay=1" style="position: absolute; top: 0; left: 0; width: 100%; height: 100%; border:0;" allowfullscreen title="题"></iframe>\n</div>\n 乙</p>\n',
  },
  {
    name: 'youtube in quotes of Go',
    md: '{{< youtube id=abc start=5 loop=true >}}',
    version: '0.131.0',
    html: '\n\n    \n    <div style="position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;">\n      <iframe allow="accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share" allowfullscreen="allowfullscreen" loading="eager" referrerpolicy="strict-origin-when-cross-origin" src="https://www.youtube.com/embed/abc?autoplay=0&controls=1&end=0&loop=1&mute=0&playlist=abc&start=5" style="position: absolute; top: 0; left: 0; width: 100%; height: 100%; border:0;" title="YouTube video"\n      ></iframe>\n    </div>\n\n',
  },
  {
    name: 'youtube',
    md: '{{< youtube id=abc class="c" allowFullScreen=false >}}',
    html: '<div class="c">\n\t\t\t<iframe allow="accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share" loading="eager" referrerpolicy="strict-origin-when-cross-origin" src="https://www.youtube.com/embed/abc?autoplay=0&amp;controls=1&amp;end=0&amp;loop=0&amp;mute=0&amp;start=0" title="YouTube video"></iframe>\n\t\t</div>\n\n',
  },
  {
    name: 'vimeo, named',
    md: '{{< vimeo id=12 title="题" >}}',
    version: '0.131.0',
    html: '<div style="position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;">\n  <iframe src="https://player.vimeo.com/video/12" style="position: absolute; top: 0; left: 0; width: 100%; height: 100%; border:0;" title="题" webkitallowfullscreen mozallowfullscreen allowfullscreen></iframe>\n</div>\n',
  },
  {
    name: 'vimeo, in order',
    md: '{{< vimeo 12 c 题 >}}',
    version: '0.131.0',
    html: '\n<div class="c">\n  <iframe src="https://player.vimeo.com/video/12" title="题" webkitallowfullscreen mozallowfullscreen allowfullscreen></iframe>\n</div>\n\n',
  },
  {
    name: 'gist with a type',
    md: '{{< gist 甲 12 "a b.go" >}}',
    version: '0.111.3',
    html: '<script type="application/javascript" src="https://gist.github.com/%e7%94%b2/12.js?file=a%20b.go"></script>\n\n',
  },
  {
    name: 'info strings name files',
    md: '```main.go\na\n```\n\n```js~\nb\n```\n\n```.nope\nc\n```',
    toml: '[markup.highlight]\nnoClasses = false',
    html: '<div class="highlight"><pre tabindex="0" class="chroma"><code class="language-main.go" data-lang="main.go"><span class="line"><span class="cl">a\n</span></span></code></pre></div><div class="highlight"><pre tabindex="0" class="chroma"><code class="language-js~" data-lang="js~"><span class="line"><span class="cl">b\n</span></span></code></pre></div><pre tabindex="0"><code class="language-.nope" data-lang=".nope">c\n</code></pre>',
  },
  {
    name: 'attributes of a fence are escaped',
    md: '```go {title="<甲>" .b}\na\n```',
    toml: '[markup.highlight]\nnoClasses = false',
    html: '<div class="highlight b" title="&lt;甲&gt;"><pre tabindex="0" class="chroma"><code class="language-go" data-lang="go"><span class="line"><span class="cl">a\n</span></span></code></pre></div>',
  },
  {
    name: 'code in a line',
    md: '```go {hl_inline=true}\na\n```',
    html: '<code class="code-inline language-go">a\n</code>',
  },
  {
    name: 'code of no known language where Hugo guesses',
    md: '```nope\na\n```',
    toml: '[markup.highlight]\nnoClasses = false\nguessSyntax = true',
    html: '<div class="highlight"><pre tabindex="0" class="chroma"><code class="language-fallback" data-lang="fallback"><span class="line"><span class="cl">a\n</span></span></code></pre></div>',
  },
  {
    name: 'alternative text leaves tags out',
    md: '![甲 <b>乙</b>](u)',
    version: '0.131.0',
    html: '<p><img src="u" alt="甲 乙"></p>\n',
  },
  {
    name: 'addresses that older versions let through',
    md: '[甲](JavaScript:x) [乙](javascript:x) <javascript:y>',
    version: '0.111.3',
    html: '<p><a href="JavaScript:x">甲</a> <a href="">乙</a> <a href="javascript:y">javascript:y</a></p>\n',
  },
  {
    name: 'autolinks that older versions let through',
    md: '[甲](JavaScript:x) <javascript:y>',
    version: '0.131.0',
    html: '<p><a href="">甲</a> <a href="javascript:y">javascript:y</a></p>\n',
  },
  {
    name: 'autolinks that are refused',
    md: '<javascript:y>',
    html: '<p><a href="">javascript:y</a></p>\n',
  },
  {
    name: 'attributes before the end of a heading',
    md: '## 甲 {#b} ##',
    version: '0.131.0',
    html: '<h2 id="b">甲</h2>\n',
  },
  {
    name: 'a tab in a quoted fence',
    md: '>  ```\n>\t0\n>  ```',
    version: '0.131.0',
    html: '<blockquote>\n<pre tabindex="0"><code></code></pre></blockquote>\n',
  },
  {
    name: 'an HTML block that takes the start of the next line',
    md: '- 甲\n  <!--\n  乙\n  -->\n- 丙',
    version: '0.131.0',
    html: '<ul>\n<li>甲\n<!-- raw HTML omitted -->\n<!-- raw HTML omitted -->\n<ul>\n<li>丙</li>\n</ul>\n</li>\n</ul>\n',
  },
  {
    name: 'a reference at the start of an item',
    md: '1. [r]: /u\n甲\n1. 乙',
    version: '0.131.0',
    html: '<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>\n',
  },
  {
    name: 'the same where references are blocks',
    md: '1. [r]: /u\n甲\n1. 乙',
    html: '<ol>\n<li>\n<p>甲</p>\n</li>\n<li>\n<p>乙</p>\n</li>\n</ol>\n',
  },
  {
    name: 'settings that a version does not know',
    md: '中\n文 ==甲==',
    version: '0.111.3',
    toml: '[markup.goldmark.extensions.cjk]\nenable = true\neastAsianLineBreaks = true\n[markup.goldmark.extensions.extras.mark]\nenable = true',
    html: '<p>中\n文 ==甲==</p>\n',
  },
  {
    name: 'emoji in code, before they were Markdown',
    md: '`:smile:` :nope: :+1:',
    version: '0.111.3',
    toml: 'enableEmoji = true',
    html: '<p><code>😄</code> :nope: 👍</p>\n',
  },
  {
    name: 'the id of a heading whose code spans lines',
    md: '甲 `乙\n丙` 丁\n---',
    html: '<h2 id="丙-丁">甲 <code>乙 丙</code> 丁</h2>\n',
  },
  {
    name: 'templates of links back',
    md: '甲[^1]乙[^1]\n\n[^1]: 注',
    toml: '[markup.goldmark.extensions.footnote]\nbacklinkHTML = "^^ %%"',
    html: '<p>甲<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup>乙<sup id="fnref1:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup></p>\n<div class="footnotes" role="doc-endnotes">\n<hr>\n<ol>\n<li id="fn:1">\n<p>注&#160;<a href="#fnref:1" class="footnote-backref" role="doc-backlink">1 2</a>&#160;<a href="#fnref1:1" class="footnote-backref" role="doc-backlink">1 2</a></p>\n</li>\n</ol>\n</div>\n',
  },
  {
    name: 'notes in a note',
    md: '甲[^n]\n\n[^n]: 乙\n\n    [^1]: 丙',
    html: '<p>甲<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup></p>\n<div class="footnotes" role="doc-endnotes">\n<hr>\n<ol>\n<li id="fn:1">\n<p></p>\n&#160;<a href="#fnref:1" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a></li>\n</ol>\n</div>\n',
  },
  {
    name: 'attributes of a fence from the first brace on',
    md: '```go {{a="b"}}\nx\n```',
    version: '0.111.3',
    toml: '[markup.highlight]\nnoClasses = false',
    html: '<div class="highlight"><pre tabindex="0" class="chroma"><code class="language-go" data-lang="go"><span class="line"><span class="cl">x\n</span></span></code></pre></div>',
  },
  {
    name: 'formulas without empty paragraphs between',
    md: '甲 $$a$$ 乙\n\n$$b$$\n$$c$$',
    version: '0.131.0',
    toml: '[markup.goldmark.extensions.passthrough]\nenable = true\n[markup.goldmark.extensions.passthrough.delimiters]\nblock = [["$$", "$$"]]',
    html: '<p>甲 </p>\n$$a$$\n<p> 乙</p>\n$$b$$\n$$c$$\n',
  },
  {
    name: 'emoji in alternative text',
    md: '![甲 :smile:](u)',
    version: '0.131.0',
    toml: 'enableEmoji = true',
    html: '<p><img src="u" alt="甲 "></p>\n',
  },
  {
    name: 'code in an item, indented with tabs',
    md: '* 甲\n\t```\n\t乙\n\t\t丙\n\t```',
    version: '0.131.0',
    html: '<ul>\n<li>甲\n<pre tabindex="0"><code>乙\n\t丙\n</code></pre></li>\n</ul>\n',
  },
  {
    name: 'aligned cells of XHTML',
    md: '| a |\n|:-:|\n| 1 |',
    version: '0.131.0',
    toml: '[markup.goldmark.renderer]\nxhtml = true',
    html: '<table>\n<thead>\n<tr>\n<th align="center">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align="center">1</td>\n</tr>\n</tbody>\n</table>\n',
  },
];

const entities: Readonly<Record<string, string>> = {
  '&quot;': '&#34;',
  '&lsquo;': '‘',
  '&rsquo;': '’',
  '&ndash;': '–',
};

/** White space next to tags and the spelling of some entities do not count. */
const plain = (html: string): string =>
  html
    .replace(/&\w+;/g, entity => entities[entity] ?? entity)
    .replace(/\s*(<[^>]*>)\s*/g, (_all, tag: string) => tag.replace(/\s+/g, ' ').replace(' >', '>'));

describe('A body comes out as the Hugo of the site prints it:', () => {
  for (const { name, md, html, version, toml } of rows) {
    it(name, () => {
      const options = markupOptions(parse(toml ?? ''), version);
      assert.equal(plain(renderBody(`${md}\n`, options).html), plain(html));
    });
  }
});
