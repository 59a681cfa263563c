import assert from 'node:assert/strict';
import { placeFor } from '../../../src/core/images/place.ts';
import type { Use } from '../../../src/core/images/place.ts';
import { originOf } from '../../../src/core/targets/resolve.ts';
import { inSite } from '../support/in-site.ts';

const ARTICLE = '---\ntitle: "标题"\ndate: "2025-02-13T08:00:00Z"\n---\n';
const ROOT = 'baseURL = "https://example.org/"\n';
const BELOW = 'baseURL = "https://example.org/blog/"\n';

function written(
  config: string,
  use: Use,
  path = 'content/post/a.md',
  folder = 'static/img',
): string | undefined {
  const { site, made } = inSite(ARTICLE, { config, path });
  assert.ok(site && made);
  const place = placeFor(use, originOf(made, site, undefined), { site, setting: folder });
  return place && `${place.folder}: ${place.addressOf('我的 图 (1).png')}`;
}

describe('the place of an image', () => {
  const name = '我的%20图%20%281%29.png';
  const cases: readonly (readonly [what: string, made: string | undefined, wanted: string | undefined])[] = [
    ['static, from the root', written(ROOT, 'body'), `static/img: /img/${name}`],
    [
      'static, from the page where the site has a path',
      written(BELOW, 'body'),
      `static/img: ../../img/${name}`,
    ],
    ['for fields of Mainroad without a slash', written(ROOT, 'field'), `static/img: img/${name}`],
    ['for fields of a site with a path', written(BELOW, 'field'), `static/img: img/${name}`],
    ['a bundle, by its name', written(BELOW, 'body', 'content/post/a/index.md'), `content/post/a: ${name}`],
    [
      'static for the field of a bundle',
      written(ROOT, 'field', 'content/post/a/index.md'),
      `static/img: img/${name}`,
    ],
    ['static itself', written(ROOT, 'body', 'content/post/a.md', '/static/'), `static: /${name}`],
    ['none where nothing is published', written(ROOT, 'body', 'content/post/a.md', 'pictures'), undefined],
    ['none outside the site', written(ROOT, 'body', 'content/post/a.md', 'static/../../x'), undefined],
  ];
  for (const [what, made, wanted] of cases) it(`is ${what}`, () => assert.equal(made, wanted));
});
