import assert from 'node:assert/strict';
import { excluder, walkBelow } from '../../../src/core/site/excludes.ts';

describe('walkBelow', () => {
  it('goes by the .gitignore files above the folder and, when they are met, in it', async () => {
    const texts: Record<string, string> = { '/s/.gitignore': 'tmp/\n', '/s/sub/.gitignore': 'a.md\n' };
    const files = {
      read: (path: string) =>
        Promise.resolve(texts[path] === undefined ? undefined : Buffer.from(texts[path])),
      list: () => Promise.resolve(undefined),
    };
    const excludes = excluder({ globs: [], ignoreFiles: [] });
    const walk = await walkBelow('/s', 'sub/content', excludes, files);
    walk.gitignore('post/', 'b.md\n');
    const skipped = ['tmp/', 'a.md', 'b.md', 'post/a.md', 'post/b.md', 'post/c.md'].filter(walk.skip);
    assert.deepEqual(skipped, ['tmp/', 'a.md', 'post/a.md', 'post/b.md']);
    assert.equal(excludes.skip('sub/content/post/b.md'), true);
  });
});
