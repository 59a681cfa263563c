import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import { applyEdits } from '../../../src/core/edit/apply.ts';
import { VerdictCache } from '../../../src/core/images/cache.ts';
import { CancellationSource } from '../../../src/core/images/cancellation.ts';
import { RemoteChecker } from '../../../src/core/images/checker.ts';
import { nameByContent } from '../../../src/core/images/save/download.ts';
import { placeFor, useOf } from '../../../src/core/images/place.ts';
import { rewrite } from '../../../src/core/images/save/rewrite.ts';
import { outcomeOf, originOf } from '../../../src/core/targets/resolve.ts';
import { references } from '../../../src/core/images/references.ts';
import { FakeNet } from '../support/fake-net.ts';
import { jpeg } from '../support/images.ts';
import type { Script } from '../support/network-cases/index.ts';
import { standIn } from '../support/small-site.ts';
import type { Site } from '../support/small-site.ts';

const policy = { allowedHosts: [] };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2">';

/** The format, or why the image is not kept. */
async function download(script: Script): Promise<string> {
  const net = new FakeNet({ serve: () => script });
  const checker = new RemoteChecker(net, new VerdictCache(), { policy });
  const found = await checker.download('https://a.test/1.jpg', new CancellationSource().token);
  checker.dispose();
  assert.ok(found, 'not cancelled');
  return 'failure' in found ? (found.failure.notes[0]?.code ?? '') : `${found.format} ${found.bytes.length}`;
}

describe('fetching images to keep them', () => {
  const image = jpeg(1000, 667);

  it('takes a whole image, by its bytes', async () => {
    assert.equal(
      await download({ headers: { 'content-type': 'text/plain' }, body: image }),
      `JPEG ${image.length}`,
    );
  });

  it('takes nothing that is no image, broken off, or not there', async () => {
    assert.equal(await download({ body: bytes('<html><body>gone</body></html>') }), 'remote.web-page');
    assert.equal(await download({ body: image, announced: image.length + 500 }), 'remote.truncated');
    assert.equal(await download({ body: jpeg(1000, 667, { withEnd: false }) }), 'remote.truncated');
    assert.equal(await download({ status: 404 }), 'remote.missing');
  });

  it('takes no SVG that has a script, which would run on the site itself', async () => {
    const headers = { 'content-type': 'image/svg+xml' };
    const script = '<script>1</script></svg>';
    assert.equal(await download({ headers, body: bytes(SVG + script) }), 'remote.svg-unsafe');
    assert.match(await download({ headers, body: bytes(`${SVG}</svg>`) }), /^SVG/);
  });

  it('asks nothing in Restricted Mode', async () => {
    const net = new FakeNet();
    const checker = new RemoteChecker(net, new VerdictCache(), { policy, isTrusted: false });
    await checker.download('https://a.test/1.jpg', new CancellationSource().token);
    assert.deepEqual([net.requests, net.lookups], [[], []]);
  });

  it('names files by what is in them', () => {
    assert.equal(nameByContent('0123456789abcdef0123', 'JPEG'), '0123456789abcdef.jpg');
  });
});

const FILES: Site = { 'static/images/x.png': '', 'content/post/flat.md': '', 'content/post/b/index.md': '' };
const site = (toml: string): Site => ({ ...FILES, 'hugo.toml': `theme = "mainroad"\n${toml}` });
const AT_ROOT = site('baseURL = "https://example.org/"\n');
const BELOW = site('baseURL = "https://example.org/sub/"\n');

const A = 'https://img.example.net/a.jpg?x=1&y=2';

/** The article after A has been saved as `x.png`, and whether readers get the image then. */
async function saved(given: Site, path: string, text: string, name = 'x.png'): Promise<string> {
  const { article, facts } = await standIn(given, path, text, '0.131.0');
  assert.ok(facts.made && facts.site);
  const origin = originOf(facts.made, facts.site, facts.hugo);
  const forms = references(article, facts).flatMap(({ kind, form }) => (kind === 'image' ? [form] : []));
  const place = placeFor(useOf(forms), origin, { site: facts.site, setting: 'static/images' });
  assert.ok(place);
  const map = new Map([[A, place.above + name]]);
  const after = applyEdits(text, rewrite(article, facts, { saved: map, origin, policy }));
  const now = await standIn({ ...given, [`${place.folder}/${name}`]: '' }, path, after, '0.131.0');
  const shown = references(parseArticle(after), now.facts).filter(({ url }) => url.includes(name));
  for (const reference of shown)
    assert.equal(outcomeOf(reference, origin, now.around).is, 'there', reference.url);
  return after;
}

const head = (thumbnail: string): string => `---\ntitle: 题\r\nthumbnail: ${thumbnail}\n---\n`;

describe('putting saved images into an article', () => {
  it('changes the addresses in front matter and body and no other byte', async () => {
    const text = `${head(`"${A}" # 封面`)}\n![图](${A} "题") ![](https://other.example.net/b.jpg)\n\n[链接](${A})\n`;
    assert.equal(
      await saved(AT_ROOT, 'content/post/flat.md', text),
      `${head('"/images/x.png" # 封面')}\n![图](/images/x.png "题") ![](https://other.example.net/b.jpg)\n\n[链接](${A})\n`,
    );
  });

  it('writes thumbnails as Mainroad reads them on a site below a path', async () => {
    const after = await saved(BELOW, 'content/post/flat.md', `${head(A)}\n![](<${A}>)\n`);
    assert.equal(after, `${head('images/x.png')}\n![](<../../images/x.png>)\n`);
  });

  it('saves images of a bundle’s body beside the page', async () => {
    const after = await saved(AT_ROOT, 'content/post/b/index.md', `---\ntitle: 题\n---\n![](${A})\n`);
    assert.equal(after, '---\ntitle: 题\n---\n![](x.png)\n');
  });

  it('saves what is the thumbnail, too, where Mainroad finds it', async () => {
    const after = await saved(AT_ROOT, 'content/post/b/index.md', `${head(A)}![](${A})\n`);
    assert.equal(after, `${head('/images/x.png')}![](/images/x.png)\n`);
  });

  it('changes addresses with HTML escapes, and definitions', async () => {
    const escaped = A.replace('&', '&amp;');
    const text = `---\ntitle: 题\n---\n![图](${escaped})\n\n![图][1]\n\n[1]: ${A}\n`;
    const after = await saved(AT_ROOT, 'content/post/flat.md', text);
    assert.equal(after, '---\ntitle: 题\n---\n![图](/images/x.png)\n\n![图][1]\n\n[1]: /images/x.png\n');
  });

  it('takes a folder only where it is published', async () => {
    const { facts } = await standIn(AT_ROOT, 'content/post/flat.md', '---\ntitle: 题\n---\n');
    assert.ok(facts.made && facts.site);
    const origin = originOf(facts.made, facts.site, facts.hugo);
    const of = (setting: string) => placeFor('body', origin, { site: facts.site ?? assert.fail(), setting });
    assert.equal(of('pictures'), undefined);
    assert.equal(of('static/../../outside'), undefined);
    assert.equal(of('static')?.above, '/');
    assert.deepEqual([of('/static/a/b/')?.folder, of('/static/a/b/')?.above], ['static/a/b', '/a/b/']);
  });
});
