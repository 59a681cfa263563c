import assert from 'node:assert/strict';
import { isPlainStyle, siteStyles } from '../../../src/core/preview/site-styles.ts';
import { sitePage } from './site.ts';

async function styles(toml: string, paths: readonly string[], isMainroad = true): Promise<string[]> {
  const disk = Object.fromEntries(paths.map(path => [path, '']));
  const texts = { ...disk, 'hugo.toml': toml, 'content/post/a.md': '---\ntitle: x\n---\n' };
  const { config } = await sitePage(texts, 'content/post/a.md');
  return siteStyles(paths, config, isMainroad).map(
    ({ path, role, mayBeTemplate }) => `${role} ${path}${mayBeTemplate ? ' ?' : ''}`,
  );
}

describe('style sheets of a site', () => {
  it('are, with Mainroad, the main one of the site before that of the theme, and those that customCSS names', async () => {
    const theme = 'themes/mainroad/assets/css/style.css';
    const paths = [theme, 'static/css/my.css', 'static/css/other.css', 'static/print.css'];
    const toml =
      'theme = "mainroad"\n[params]\ncustomCSS = ["css/my.css?v=1", "/print.css", "https://ex.org/x.css", "gone.css"]\n';
    assert.deepEqual(await styles(toml, paths), [
      `theme ${theme} ?`,
      'custom static/css/my.css',
      'custom static/print.css',
    ]);
    assert.deepEqual(await styles(toml, [theme, 'assets/css/style.css']), ['theme assets/css/style.css ?']);
  });

  it('are all below css with other themes', async () => {
    const paths = [
      'assets/css/a.css',
      'static/css/b.css',
      'static/js/c.css',
      'themes/other/static/css/d.css',
    ];
    assert.deepEqual(await styles('theme = "other"\n', paths, false), [
      'other assets/css/a.css ?',
      'other static/css/b.css',
      'other themes/other/static/css/d.css',
    ]);
  });

  it('can be used as they are when there is no template action in them', () => {
    assert.equal(isPlainStyle('a { color: red }'), true);
    assert.equal(isPlainStyle('a { color: {{ .Site.Params.highlightColor }} }'), false);
  });
});
