import assert from 'node:assert/strict';
import { placeOutsideSite } from '../../../src/core/site/place.ts';

const reasonOf = (path: string, isFenced = true): string => {
  const place = placeOutsideSite(path, isFenced);
  return place.isArticle ? 'article' : place.reason;
};

describe('a Markdown file outside of any site', () => {
  it('is an article if it starts with front matter', () => {
    assert.equal(reasonOf('/home/me/a.md'), 'article');
    assert.equal(reasonOf('a.md', false), 'no-front-matter');
  });
  it('is a template in the archetypes or layouts of a theme', () => {
    assert.equal(reasonOf('/my-theme/archetypes/default.md'), 'archetype');
    assert.equal(reasonOf('/my-theme/archetypes/post/index.md'), 'archetype');
    assert.equal(reasonOf('/my-theme/layouts/shortcodes/a.md'), 'outside-content');
  });
  it('is an article however its farther folders are called', () => {
    assert.equal(reasonOf('/archetypes/me/blog/post/a.md'), 'article');
  });
});
