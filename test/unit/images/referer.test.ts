import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import { VerdictCache } from '../../../src/core/images/cache.ts';
import { CancellationSource } from '../../../src/core/images/cancellation.ts';
import { RemoteChecker } from '../../../src/core/images/checker.ts';
import { targetsOf } from '../../../src/core/images/targets-of.ts';
import { FakeNet } from '../support/fake-net.ts';
import { jpeg } from '../support/images.ts';
import { factsIn } from '../support/small-site.ts';
import type { Site } from '../support/small-site.ts';

const SITE: Site = {
  'hugo.toml': 'baseURL = "https://site.test/"\ntheme = "t"\n[markup.goldmark.renderer]\nunsafe = true',
  'themes/t/layouts/_default/baseof.html': '<head>{{ partial "head.html" . }}</head>',
};
const HEAD = '---\ntitle: 甲\ndate: 2025-02-13\n---\n';
const IMAGES = '![](https://a.test/1.jpg)\n\n{{< figure src="https://a.test/2.jpg" >}}\n';
const wanted = { kinds: new Set(['image'] as const), policy: { allowedHosts: [] } };

/** Names of the images that are asked for without Referer. */
async function bare(more: Site, body = IMAGES): Promise<string> {
  const text = HEAD + body;
  const facts = await factsIn({ ...SITE, ...more }, 'content/post/a.md', text);
  const targets = targetsOf(parseArticle(text), facts, wanted);
  return targets.flatMap(({ href, isBare }) => (isBare ? [href.slice(-5, -4)] : [])).join('');
}

describe('Browsers send no Referer with an image', () => {
  const meta = (content: string): string => `<meta name="referrer" content="${content}">`;

  it('where the head of the site’s pages says so', async () => {
    assert.equal(await bare({}), '');
    assert.equal(await bare({ 'layouts/partials/head.html': meta('no-referrer') }), '12');
    assert.equal(
      await bare({
        'themes/t/layouts/partials/head/meta.html': "<meta content='same-origin' name=referrer>",
      }),
      '12',
    );
    assert.equal(await bare({ 'layouts/partials/head.html': meta('{{ .Params.referrer }}') }), '12');
    assert.equal(await bare({ 'layouts/partials/head.html': meta('no-referrer-when-downgrade') }), '');
    assert.equal(await bare({ 'layouts/partials/head.html': meta('strict-origin') }), '');
    assert.equal(await bare({ 'layouts/partials/head.html': `<!-- ${meta('no-referrer')} -->` }), '');
  });

  it('but not where the site puts another template in its place', async () => {
    const theme = { 'themes/t/layouts/partials/head.html': meta('no-referrer') };
    assert.equal(await bare(theme), '12');
    assert.equal(await bare({ ...theme, 'layouts/partials/head.html': '<title>' }), '');
  });

  it('where the hook for images or figure says so', async () => {
    const img = '<img src="{{ .Destination }}" referrerpolicy="no-referrer">';
    assert.equal(await bare({ 'layouts/_default/_markup/render-image.html': img }), '1');
    assert.equal(await bare({ 'layouts/shortcodes/figure.html': img }), '2');
  });

  it('where the article says so', async () => {
    const html =
      '<img src="https://a.test/3.jpg" referrerpolicy=no-referrer><img src="https://a.test/4.jpg">';
    assert.equal(await bare({}, html), '3');
    assert.equal(await bare({}, `${IMAGES}${meta('no-referrer')}\n`), '12');
  });

  it('so that hot-link protection against other sites does not show', async () => {
    const net = new FakeNet({
      serve: ({ headers }) =>
        headers['referer']
          ? { status: 403 }
          : { headers: { 'content-type': 'image/jpeg' }, body: jpeg(9, 9) },
    });
    const text = `${HEAD}<img src="https://a.test/3.jpg" referrerpolicy=no-referrer> ![](https://a.test/3.jpg)`;
    const facts = await factsIn(SITE, 'content/post/a.md', text);
    const checker = new RemoteChecker(net, new VerdictCache(), { policy: { allowedHosts: [] } });
    const { token } = new CancellationSource();
    const targets = targetsOf(parseArticle(text), facts, wanted);
    const { verdicts } = await checker.run({ targets, site: 'https://site.test', cancel: token });
    checker.dispose();
    assert.deepEqual(
      Array.from(verdicts.values(), ({ outcome }) => outcome),
      ['ok', 'reader-blocked'],
    );
  });
});
