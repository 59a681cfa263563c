import assert from 'node:assert/strict';
import { excluder } from '../../../src/core/site/excludes.ts';

describe('excluder', () => {
  const { skip, gitignore } = excluder({
    globs: ['**/*.{bak,old}.md', '**/.git'],
    ignoreFiles: ['\\.ignored\\.md$', '(?i)secret', '('],
  });
  gitignore('', 'drafts/\n*.tmp.md\n!keep.tmp.md\nnotes.md\n');
  gitignore('content/post/', 'local.md\n!notes.md\n');
  for (const [path, expected] of [
    ['content/post/a.md', false],
    ['content/drafts/', true],
    ['content/a.tmp.md', true],
    ['content/keep.tmp.md', false],
    ['content/post/local.md', true],
    ['content/local.md', false],
    ['content/notes.md', true],
    ['content/post/notes.md', false],
    ['content/a.bak.md', true],
    ['content/a.old.md', true],
    ['.git/', true],
    ['node_modules/', true],
    ['content/a.ignored.md', true],
    ['content/SECRET.md', true],
  ] as const) {
    it(`${expected ? 'leaves out' : 'keeps'} ${path}`, () => assert.equal(skip(path), expected));
  }
});
