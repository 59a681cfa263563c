import assert from 'node:assert/strict';
import { imageAt } from '../../../src/core/hover/image.ts';
import { DEFAULT_IMAGE_LIMITS } from '../../../src/core/images/image-notes.ts';
import { imageIn } from '../../../src/core/images/local-image.ts';
import { standIn } from '../support/small-site.ts';

const SITE = {
  'hugo.toml': 'baseURL = "https://example.org/"\ntheme = "mainroad"\n',
  'static/img/bus.png': '',
};
const TEXT =
  '---\ntitle: 题\nthumbnail: img/bus.png\n---\n\n![图](https://img.example.net/a.jpg) [链接](/img/bus.png)\n';

describe('hover over images', () => {
  const at = async (marked: string) => {
    const { article, facts } = await standIn(SITE, 'content/post/a.md', TEXT);
    const verdict = { outcome: 'ok', notes: [] } as const;
    const remote = {
      verdicts: new Map([['image https://img.example.net/a.jpg', verdict]]),
      policy: { allowedHosts: [] },
      limits: DEFAULT_IMAGE_LIMITS,
    };
    return imageAt(article, TEXT.indexOf(marked) + 1, { ...facts, remote });
  };

  it('names the file of the site behind a thumbnail', async () => {
    assert.equal((await at('img/bus'))?.file, 'static/img/bus.png');
  });

  it('has what asking for an image of another host has shown', async () => {
    const found = await at('https://img');
    assert.equal(found?.href, 'https://img.example.net/a.jpg');
    assert.equal(found.verdict?.outcome, 'ok');
  });

  it('says nothing of links and of text', async () => {
    assert.equal(await at('/img/bus.png)'), undefined);
    assert.equal(await at('title'), undefined);
  });

  it('knows which pictures VS Code shows by itself', async () => {
    assert.equal((await at('img/bus'))?.isShownAnyway, false);
    assert.equal((await at('https://img'))?.isShownAnyway, true);
  });

  it('reads format, size and weight of a file', () => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>');
    assert.deepEqual(imageIn(svg), { format: 'SVG', width: 20, height: 10, size: svg.length });
    assert.equal(imageIn(new TextEncoder().encode('no image')), undefined);
  });
});
