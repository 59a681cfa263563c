import { expectProblems } from '../support/markers.ts';
import { inSite } from '../support/in-site.ts';

const CONFIG = 'baseURL = "https://example.org/"\n[markup.goldmark.renderer]\nunsafe = true\n';

function expect(body: string): void {
  const marked = `---\ntitle: "早市"\ndate: 2025-02-13\n---\n\n${body}\n`;
  expectProblems(marked, inSite(marked, { config: CONFIG, rules: { 'date-zone': 'off' } }));
}

describe('boxes of HTML, where the site prints it', () => {
  it('are right if each is closed, in another block, too', () =>
    expect('<div class="a">\n\n甲\n\n</div>\n\n<details>\n<summary>乙</summary>\n\n丙\n\n</details>'));
  it('are told where one is never closed', () =>
    expect('⟦body-open warning|<div class="a">⟧\n\n甲 <div>乙</div>\n\n后文'));
  it('are told where one is closed that the article did not open', () =>
    expect('<div>\n\n甲\n\n</div>\n⟦body-open warning|</div>⟧'));
  it('are left alone where a shortcode may open or close them', () =>
    expect('<div>\n\n{{< figure src="https://example.org/a.png" alt="甲" >}}'));
  it('are as little closed as comments are that end nowhere in their paragraph', () =>
    expect('前文 ⟦body-open warning|<!--⟧ 没有结束。\n\n后文。'));
  it('do not count in code', () => expect('`<div>`\n\n```html\n<div>\n```\n\n<pre>\n<div>\n</pre>'));
});
