import assert from 'node:assert/strict';
import {
  defaultMarkup,
  lexShortcodes,
  renderBody,
  shortcodeTree,
  type ShortcodeHost,
} from '../../../src/core/render/index.ts';

const html = (body: string, shortcodes: ShortcodeHost = {}): string =>
  renderBody(body, defaultMarkup, { shortcodes }).html;

/** Tags as `kind name(parameters)` with the text that their range cuts out. */
function tags(text: string): string[] {
  return lexShortcodes(text).tags.map(({ kind, name, parameters, start, end }) => {
    const list = parameters.map(({ name: key, value }) => `${key ?? ''}=${JSON.stringify(value)}`);
    return `${kind} ${name}(${list.join(' ')}) ${text.slice(start, end)}`;
  });
}

const fault = (text: string): string | undefined => {
  const { problem } = lexShortcodes(text);
  return problem && `${problem.fault} ${text.slice(problem.start, problem.end)}`;
};

describe('The shortcode lexer', () => {
  it('reads names, parameters and their kinds', () => {
    assert.deepEqual(tags('甲 {{< figure src="a b" width=10 open=true >}} {{% x `r` "q" 1.5 %}}'), [
      'open figure(src="a b" width=10 open=true) {{< figure src="a b" width=10 open=true >}}',
      'open x(="r" ="q" =1.5) {{% x `r` "q" 1.5 %}}',
    ]);
  });

  it('tells opening, closing and self-closed tags apart', () => {
    assert.deepEqual(tags('{{< a >}}{{< b />}}{{< /a >}}'), [
      'open a() {{< a >}}',
      'self-closed b() {{< b />}}',
      'close a() {{< /a >}}',
    ]);
  });

  it('leaves literal shortcodes and template actions alone', () => {
    const text = '{{</* a "x" */>}} {{ .Title }}';
    const { tags: found, literals } = lexShortcodes(text);
    assert.equal(found.length, 0);
    assert.deepEqual(
      literals.map(({ innerStart, innerEnd }) => text.slice(innerStart, innerEnd)),
      [' a "x" '],
    );
  });

  it('says where Hugo gives up', () => {
    assert.equal(fault('a {{< b'), 'unclosed-action ');
    assert.equal(fault('{{< >}}'), 'no-name {{< >}}');
    assert.equal(fault('{{< a >}}{{< /b >}}'), 'mismatched-close b');
    assert.equal(fault('{{< a "x >}}'), 'unterminated-string "x >}}');
    assert.equal(fault('{{< a x y=1 >}}'), 'mixed-parameters y=1');
    assert.equal(fault('{{< a，b >}}'), 'bad-character ，');
    assert.equal(fault('{{</* a >}}'), 'comment-not-closed {{</*');
    assert.equal(fault('{{< a.b >}}'), 'period-in-name .');
    assert.equal(fault('{{< a x=b>}}'), 'unclosed-action  x=b>}}');
    assert.equal(fault('{{< a >}}{{< a >}}{{< /a >}}{{< /a >}}'), undefined);
    assert.equal(fault('{{< a >}}{{< /a >}}{{< /a >}}'), 'mismatched-close a');
  });

  it('counts shortcodes that stand inside of others of their name, and none that closes itself', () => {
    const note = '{{< a >}}x{{< /a >}}';
    assert.equal(fault(`{{< a >}}${note}${note}{{< /a >}}`), undefined);
    assert.equal(fault(`${note}{{< /a >}}`), 'mismatched-close a');
    assert.equal(fault('{{< a />}}{{< /a >}}'), 'mismatched-close a');
  });

  it('pairs tags, and reports those that want a closing one', () => {
    const lexed = lexShortcodes('{{< a >}}{{< b >}}{{< /a >}}{{< details >}}');
    const tree = shortcodeTree(lexed, name => name === 'a' || name === 'details');
    assert.deepEqual(
      tree.calls.map(({ open, children }) => [open.name, children.map(child => child.open.name)]),
      [['a', ['b']]],
    );
    assert.deepEqual(
      tree.unclosed.map(({ name }) => name),
      ['details'],
    );
  });
});

describe('Shortcodes', () => {
  it('of Hugo come out as its templates print them', () => {
    assert.equal(
      html('{{< figure src="/图.png" title="题" caption="说 **粗**" alt="替" >}}\n'),
      '<figure><img src="/%E5%9B%BE.png"\n\t\t\talt="替"><figcaption>\n\t\t\t<h4>题</h4><p>说 <strong>粗</strong></p>\n' +
        '\t\t</figcaption>\n</figure>\n\n',
    );
    assert.equal(
      html('{{< details summary="*概*" open=true >}}\n文\n{{< /details >}}\n'),
      '\n<details open>\n\t<summary><em>概</em></summary>\n\t<p>文</p>\n</details>\n\n',
    );
    assert.match(
      html('{{< youtube abc >}}'),
      /src="https:\/\/www\.youtube\.com\/embed\/abc\?autoplay=0&amp;controls=1/,
    );
    assert.match(
      html('{{< highlight js >}}\nlet x\n{{< /highlight >}}'),
      /^<div class="highlight"><pre tabindex="0" style="[^"]*"><code class="language-js" data-lang="js">/,
    );
    assert.equal(html('甲{{< comment >}}乙{{< /comment >}}丙'), '<p>甲丙</p>\n');
  });

  it('that ask the site take what the host says', () => {
    const host: ShortcodeHost = {
      param: name => (name === 'title' ? 'A & B' : undefined),
      ref: (path, absolute) => (absolute ? 'https://e.org' : '') + path.replace('.md', '/'),
    };
    assert.equal(html('**{{< param title >}}**', host), '<p><strong>A &amp; B</strong></p>\n');
    assert.equal(html('[x]({{< relref "/p/a.md" >}})', host), '<p><a href="/p/a/">x</a></p>\n');
    assert.equal(html('[x]({{% ref "/p/a.md" %}})', host), '<p><a href="https://e.org/p/a/">x</a></p>\n');
  });

  it('of the site are labelled boxes, unknown ones another kind', () => {
    const host: ShortcodeHost = { templates: new Set(['note']) };
    assert.equal(
      html('{{< note "x" >}}*甲*{{< /note >}}', host),
      '<div class="galley-shortcode galley-shortcode-site" data-shortcode="note"><code class="galley-shortcode-label">' +
        '{{&lt; note &#34;x&#34; &gt;}}</code><p><em>甲</em></p>\n</div>\n',
    );
    assert.match(html('{{< nope >}}', host), /galley-shortcode-unknown/);
  });

  it('run in code too, and literal ones lose their marks', () => {
    assert.equal(html('`{{< param x >}}`', { param: () => '1' }), '<p><code>1</code></p>\n');
    assert.equal(html('{{</* a */>}} {{%/* b */%}}'), '<p>{{&lt; a &gt;}} {{% b %}}</p>\n');
  });

  it('without end do not keep the rest from being shown', () => {
    assert.equal(html('甲 {{< b'), '<p>甲 {{&lt; b</p>\n');
  });
});
