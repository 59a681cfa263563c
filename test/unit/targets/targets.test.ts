import assert from 'node:assert/strict';
import { check } from '../../../src/core/check/check.ts';
import { parseArticle } from '../../../src/core/article/article.ts';
import { factsIn } from '../support/small-site.ts';
import type { Site } from '../support/small-site.ts';

const NFC = '\u00e9.jpg';
const NFD = 'e\u0301.jpg';
const page = (more = ''): string => `---\ntitle: 题\ndate: 2025-01-01\n${more}---\n`;

const FILES: Site = {
  'static/images/s.jpg': '',
  'static/images/my pic.jpg': '',
  'static/images/封面.jpg': '',
  'static/images/a%20b.jpg': '',
  [`static/images/${NFC}`]: '',
  'static/files/report.pdf': '',
  'assets/images/a.jpg': '',
  'content/posts/flat.md': page('aliases: [/old/]\ntags: [早市, 人工 智能]\n'),
  'content/posts/pic.jpg': '',
  'content/posts/draft.md': page('draft: true\n'),
  'content/posts/later.md': '---\ntitle: 题\ndate: 2030-01-01\n---\n',
  'content/posts/bundle/index.md': page(),
  'content/posts/bundle/pic2.jpg': '',
  'content/posts/bundle/Pic4.JPG': '',
  'content/posts/bundle/sub/pic3.jpg': '',
  'content/posts/bundle/图片/甲.jpg': '',
  'content/posts/bundle/a b.jpg': '',
  'content/sec/_index.md': page(),
  'content/sec/inner.md': page(),
  'content/sec/img.jpg': '',
};

const atRoot = (settings = ''): Site => ({
  ...FILES,
  'hugo.toml': `baseURL = "https://example.org/"\ntheme = "mainroad"\n${settings}`,
});
const ROOT = atRoot();
const UGLY = atRoot('uglyURLs = true');
const MOUNTED: Site = {
  ...atRoot(
    [
      ['content', 'content'],
      ['static', 'static'],
      ['pictures', 'static/shots'],
      ['news', 'content/news'],
    ]
      .map(([source, target]) => `[[module.mounts]]\nsource = "${source}"\ntarget = "${target}"\n`)
      .join(''),
  ),
  'pictures/p.jpg': '',
  'news/n.md': page(),
  'news/n.jpg': '',
};
const LANGUAGES: Site = {
  ...atRoot('defaultContentLanguage = "zh-cn"\n[languages.zh-cn]\nweight = 1\n[languages.en]\nweight = 2\n'),
  'content/posts/flat.en.md': page(),
};
const belowSub: Site = { ...FILES, 'hugo.toml': 'baseURL = "https://example.org/sub/"\ntheme = "mainroad"' };

/** `ok`, `unknown`, or why there is nothing, with what to write instead. */
async function outcome(site: Site, path: string, body: string, front = ''): Promise<string> {
  const { targets } = await factsIn(site, path, page(front) + body, '0.131.0');
  const [found] = targets?.references ?? [];
  assert.ok(found, body);
  if (found.outcome.is !== 'missing') return found.outcome.is === 'there' ? 'ok' : 'unknown';
  const { why, instead, isElsewhere } = found.outcome;
  return `${isElsewhere ? 'elsewhere' : why}${instead === undefined ? '' : ` → ${instead}`}`;
}

type Row = readonly [site: Site, path: string, address: string, expected: string];

function rows(kind: 'image' | 'link', table: readonly Row[]): void {
  for (const [site, path, address, expected] of table) {
    const where = site['hugo.toml']?.includes('/sub/') ? 'below /sub/' : 'at the root';
    it(`${address} in ${path}, ${where}: ${expected}`, async () => {
      assert.equal(await outcome(site, path, `${kind === 'image' ? '!' : ''}[](${address})`), expected);
    });
  }
}

const FLAT = 'content/posts/flat.md';
const BUNDLE = 'content/posts/bundle/index.md';

describe('An image of a body', () => {
  rows('image', [
    [belowSub, FLAT, 'pic.jpg', 'beside → ../pic.jpg'],
    [belowSub, FLAT, './pic.jpg', 'beside → ../pic.jpg'],
    [belowSub, FLAT, '../pic.jpg', 'ok'],
    [belowSub, FLAT, '/images/s.jpg', 'base → ../../images/s.jpg'],
    [belowSub, FLAT, 'images/s.jpg', 'root → ../../images/s.jpg'],
    [belowSub, FLAT, '/posts/pic.jpg', 'base → ../pic.jpg'],
    [belowSub, FLAT, '/sub/images/s.jpg', 'ok'],
    [belowSub, FLAT, '../../images/s.jpg', 'ok'],
    [belowSub, FLAT, '/uploads/s.jpg', 'unknown'],
    [ROOT, FLAT, 'pic.jpg', 'beside → /posts/pic.jpg'],
    [ROOT, FLAT, '/images/s.jpg', 'ok'],
    [ROOT, FLAT, '/images/s.jpg?v=1#x', 'ok'],
    [ROOT, FLAT, '/images/S.jpg?v=1', 'case → /images/s.jpg?v=1'],
    [ROOT, FLAT, '../../images/S.JPG', 'case → ../../images/s.jpg'],
    [ROOT, FLAT, 'images/s.jpg', 'root → /images/s.jpg'],
    [ROOT, FLAT, '/images/a.jpg', 'assets'],
    [ROOT, FLAT, '/static/images/s.jpg', 'static → /images/s.jpg'],
    [ROOT, FLAT, '../../static/images/s.jpg', 'static → /images/s.jpg'],
    [ROOT, FLAT, '/images\\s.jpg', 'backslash → /images/s.jpg'],
    [ROOT, FLAT, '</images/my pic.jpg>', 'ok'],
    [ROOT, FLAT, '/images/my%20pic.jpg', 'ok'],
    [ROOT, FLAT, '/images/封面.jpg', 'ok'],
    [ROOT, FLAT, '/images/%E5%B0%81%E9%9D%A2.jpg', 'ok'],
    [ROOT, FLAT, '/images/a%20b.jpg', 'encoded → /images/a%2520b.jpg'],
    [ROOT, FLAT, '/images/a%2520b.jpg', 'ok'],
    [ROOT, FLAT, `/images/${NFD}`, `form → /images/${NFC}`],
    [ROOT, FLAT, '/images/none.jpg', 'nothing'],
    [ROOT, FLAT, '/images/s.jpg/', 'nothing'],
    [ROOT, FLAT, '/uploads/s.jpg', 'elsewhere'],
    [ROOT, FLAT, 'C:\\pictures\\a.jpg', 'disk'],
    [ROOT, FLAT, 'file:///home/a.jpg', 'disk'],
    [ROOT, FLAT, 'https://example.com/a.jpg', 'unknown'],
    [ROOT, FLAT, 'https://example.org/images/s.jpg', 'ok'],
    [ROOT, FLAT, 'data:image/png;base64,AA', 'unknown'],
    [ROOT, BUNDLE, 'pic2.jpg', 'ok'],
    [ROOT, BUNDLE, 'sub/pic3.jpg', 'ok'],
    [ROOT, BUNDLE, '图片/甲.jpg', 'ok'],
    [ROOT, BUNDLE, '<a b.jpg>', 'ok'],
    [ROOT, BUNDLE, 'a%20b.jpg', 'ok'],
    [ROOT, BUNDLE, 'pic4.jpg', 'case → Pic4.JPG'],
    [ROOT, FLAT, '../bundle/pic2.jpg', 'ok'],
    [ROOT, 'content/sec/_index.md', 'img.jpg', 'ok'],
    [ROOT, 'content/sec/inner.md', 'img.jpg', 'beside → /sec/img.jpg'],
    [ROOT, 'content/sec/inner.md', '../img.jpg', 'ok'],
    [ROOT, FLAT, '/images/..%2f..%2fetc/a.jpg', 'unknown'],
    [ROOT, FLAT, '/images%5Cs.jpg', 'backslash → /images/s.jpg'],
    [ROOT, FLAT, '/images/s.jpg%20', 'nothing'],
    [ROOT, FLAT, '/images/s.jpg.', 'nothing'],
    [ROOT, FLAT, '/images/', 'nothing'],
    [MOUNTED, FLAT, '/shots/p.jpg', 'ok'],
    [MOUNTED, FLAT, '/shots/P.jpg', 'case → /shots/p.jpg'],
    [MOUNTED, FLAT, '/pictures/p.jpg', 'outside'],
    [MOUNTED, FLAT, '/news/n.jpg', 'ok'],
    [UGLY, FLAT, 'pic.jpg', 'ok'],
    [atRoot('[permalinks]\nposts = "/:year/:slug/"'), FLAT, 'pic.jpg', 'beside → /posts/pic.jpg'],
  ]);

  it('to content of another format is nobody’s to judge, in a bundle, too', async () => {
    const site = { ...ROOT, 'content/monthly/one/index.html': '', 'content/monthly/two.html': '' };
    const at = (address: string): Promise<string> => outcome(site, 'content/post/a.md', `[x](${address})`);
    assert.equal(await at('/monthly/one/'), 'unknown');
    assert.equal(await at('/monthly/two/'), 'unknown');
    assert.equal(await at('/monthly/three/'), 'nothing');
  });
  it('lies in a folder called index inside of a bundle', async () => {
    const path = 'content/post/fair/index.md';
    const site = { ...ROOT, [path]: '', 'content/post/fair/index/1.png': '' };
    assert.equal(await outcome(site, path, '![](index/1.png)', 'slug: autumn\n'), 'ok');
  });
  it('lies in the folder that has the name of the article, and is published with it since Hugo 0.123', async () => {
    const path = 'content/post/fair.md';
    const site = { ...ROOT, [path]: '', 'content/post/fair/1.png': '' };
    const at = (address: string): Promise<string> => outcome(site, path, `![](${address})`, 'slug: autumn\n');
    assert.equal(await at('1.png'), 'ok');
    assert.equal(await at('/post/autumn/1.png'), 'ok');
    assert.equal(await at('/post/fair/1.png'), 'page → /post/autumn/1.png');
    assert.equal(await at('fair/1.png'), 'page → /post/autumn/1.png');
    assert.equal(await outcome(site, path, '![](/post/fair/1.png)'), 'ok');
  });

  it('is the theme’s business where a render hook prints it', async () => {
    const site = { ...ROOT, 'layouts/_default/_markup/render-image.html': '' };
    assert.equal(await outcome(site, FLAT, '![](none.jpg)'), 'unknown');
    assert.equal(await outcome(site, FLAT, '{{< figure src="none.jpg" >}}'), 'nothing');
  });

  it('cannot be judged where a theme is missing', async () => {
    const site = { ...FILES, 'hugo.toml': 'theme = "other"' };
    const { targets } = await factsIn(site, FLAT, `${page()}![](none.jpg)`);
    assert.deepEqual(targets?.references, []);
  });

  it('is found by figure in the bundle and in assets, since Hugo looks there', async () => {
    assert.equal(await outcome(ROOT, BUNDLE, '{{< figure src="PIC2.jpg" >}}'), 'ok');
    assert.equal(await outcome(ROOT, FLAT, '{{< figure src="images/a.jpg" >}}'), 'ok');
  });
});

describe('A thumbnail', () => {
  const table: readonly (readonly [Site, string, string])[] = [
    [ROOT, 'images/s.jpg', 'ok'],
    [ROOT, '/images/s.jpg', 'ok'],
    [ROOT, '../images/s.jpg', 'ok'],
    [ROOT, 'pic2.jpg', 'bundle → /posts/bundle/pic2.jpg'],
    [ROOT, '/images/S.jpg', 'case → /images/s.jpg'],
    [ROOT, 'https://example.com/a.jpg', 'unknown'],
    [belowSub, 'images/s.jpg', 'ok'],
    [belowSub, '/images/s.jpg', 'base → images/s.jpg'],
    [belowSub, 'pic2.jpg', 'bundle → posts/bundle/pic2.jpg'],
  ];
  for (const [site, address, expected] of table) {
    const where = site['hugo.toml']?.includes('/sub/') ? 'below /sub/' : 'at the root';
    it(`${address}, ${where}: ${expected}`, async () => {
      assert.equal(await outcome(site, BUNDLE, '', `thumbnail: ${address}\n`), expected);
    });
  }

  it('means what the theme says, where that is not Mainroad', async () => {
    const site = { ...FILES, 'hugo.toml': 'theme = "other"', 'themes/other/layouts/index.html': '' };
    assert.equal(await outcome(site, FLAT, '', 'thumbnail: none.jpg\n'), 'unknown');
  });
});

describe('A link', () => {
  rows('link', [
    [ROOT, FLAT, '/posts/bundle/', 'ok'],
    [ROOT, FLAT, '/posts/bundle', 'ok'],
    [ROOT, FLAT, '../bundle/#a', 'ok'],
    [ROOT, FLAT, '/', 'ok'],
    [ROOT, FLAT, '/posts/', 'ok'],
    [ROOT, FLAT, '/tags/', 'ok'],
    [ROOT, BUNDLE, '/tags/早市/', 'ok'],
    [ROOT, FLAT, '/tags/none/', 'nothing'],
    [ROOT, BUNDLE, '/tags/人工-智能/', 'ok'],
    [ROOT, BUNDLE, '/old/', 'ok'],
    [ROOT, FLAT, '/index.xml', 'unknown'],
    [ROOT, FLAT, '/files/report.pdf', 'ok'],
    [ROOT, FLAT, '/files/', 'unknown'],
    [ROOT, FLAT, '/Files/report.pdf', 'case → /files/report.pdf'],
    [ROOT, FLAT, 'bundle/', 'nothing'],
    [ROOT, FLAT, '/posts/none/', 'nothing'],
    [ROOT, FLAT, '/forum/', 'elsewhere'],
    [ROOT, FLAT, '/posts/draft/', 'unpublished'],
    [ROOT, FLAT, '/posts/later/', 'unpublished'],
    [ROOT, FLAT, '../sec/inner.md#a', 'source → /sec/inner/#a'],
    [ROOT, FLAT, 'bundle/index.md', 'source → /posts/bundle/'],
    [ROOT, FLAT, '#a', 'unknown'],
    [ROOT, FLAT, 'mailto:a@example.org', 'unknown'],
    [belowSub, FLAT, '/posts/bundle/', 'base → ../bundle/'],
    [UGLY, FLAT, '/posts/flat.html', 'ok'],
    [MOUNTED, FLAT, '/news/', 'ok'],
    [LANGUAGES, FLAT, '/zh-cn/posts/flat/', 'nothing'],
    [LANGUAGES, FLAT, '/posts/flat/', 'ok'],
    [LANGUAGES, FLAT, '/en/posts/flat/', 'ok'],
    [UGLY, FLAT, '/posts/flat/', 'nothing'],
  ]);
});

describe('A link whose address a shortcode writes', () => {
  it('is what the shortcode says', async () => {
    assert.equal(await outcome(ROOT, FLAT, '[x]({{< relref "bundle" >}})'), 'unknown');
    assert.equal(await outcome(ROOT, FLAT, '![x](/a/{{< param x >}}.jpg)'), 'unknown');
  });
});

describe('The fix of an address', () => {
  it('changes the address only, and leaves nothing to fix', async () => {
    const text = `${page('thumbnail: "/images/S.jpg"\n')}![](images/s.jpg "题") [x](../sec/inner.md)\n`;
    const facts = await factsIn(ROOT, FLAT, text, '0.131.0');
    const edits = check(parseArticle(text), facts).flatMap(({ fixes }) => fixes.flatMap(fix => fix.edits));
    let fixed = text;
    for (const { range, newText } of edits.toReversed())
      fixed = fixed.slice(0, range.start) + newText + fixed.slice(range.end);
    assert.equal(fixed, `${page('thumbnail: "/images/s.jpg"\n')}![](/images/s.jpg "题") [x](/sec/inner/)\n`);
    const after = await factsIn(ROOT, FLAT, fixed, '0.131.0');
    assert.deepEqual(
      after.targets?.references.map(({ outcome: { is } }) => is),
      ['there', 'there', 'there'],
    );
  });
});

describe('Where nothing is', () => {
  const site: Site = {
    ...ROOT,
    'static/images/2025/Market.webp': '',
    'static/images/dumpling.jpg': '',
    'pictures/raw.png': '',
  };
  const titles = async (address: string): Promise<string[]> => {
    const text = `${page()}![](${address})\n`;
    const facts = await factsIn(site, FLAT, text, '0.131.0');
    const problems = check(parseArticle(text), facts).filter(({ rule }) => rule === 'image-missing');
    return problems.flatMap(({ fixes }) =>
      fixes.map(({ title: { args = {} }, preferred, files }) =>
        [
          preferred ? 'fix' : 'offer',
          ...(files ?? []).map(({ kind }) => kind),
          ...Object.values(args).map(String),
        ].join(' '),
      ),
    );
  };

  it('the file with nearly the same name is offered, or with another extension', async () => {
    assert.deepEqual(await titles('/images/dumplnig.jpg'), ['offer /images/dumpling.jpg']);
    assert.deepEqual(await titles('/images/dumpling.png'), ['offer /images/dumpling.jpg']);
    assert.deepEqual(await titles('../../images/dumpling.jpeg'), ['offer ../../images/dumpling.jpg']);
  });

  it('the file of that name in another folder is offered', async () => {
    assert.deepEqual(await titles('/images/market.webp'), ['offer /images/2025/Market.webp']);
  });

  it('a file that is not published, or not there, can be copied or moved into place', async () => {
    assert.deepEqual(await titles('/images/a.jpg'), [
      'offer copy assets/images/a.jpg static/images/a.jpg',
      'offer move assets/images/a.jpg static/images/a.jpg',
    ]);
    assert.deepEqual(await titles('/pictures/raw.png'), [
      'offer copy pictures/raw.png static/pictures/raw.png',
      'offer move pictures/raw.png static/pictures/raw.png',
    ]);
    assert.deepEqual(await titles('pic.jpg'), [
      'fix /posts/pic.jpg',
      'offer copy content/posts/pic.jpg static/posts/flat/pic.jpg',
      'offer move content/posts/pic.jpg static/posts/flat/pic.jpg',
    ]);
  });

  it('another number is another picture', async () => {
    assert.deepEqual(await titles('/images/s2.jpg'), []);
  });
});
