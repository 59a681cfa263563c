import assert from 'node:assert/strict';
import type { FolderEntry } from '../../../src/core/ports.ts';
import { Listings } from '../../../src/core/targets/listings.ts';
import { walk } from '../../../src/core/targets/walk.ts';

/** A disk of folders, each with the names in it, and how often each was read. */
function disk(folders: Record<string, readonly string[]>) {
  const reads: string[] = [];
  const list = (path: string): Promise<readonly FolderEntry[] | undefined> => {
    reads.push(path);
    const names = folders[path];
    return Promise.resolve(names?.map(name => ({ name, isFolder: `${path}/${name}` in folders })));
  };
  const listings = new Listings('/site', { read: () => Promise.resolve(undefined), list });
  const find = async (path: string, likeness: 'exact' | 'folded' = 'exact'): Promise<string | undefined> => {
    for (;;) {
      const found = walk(listings, 'static', path, likeness);
      if (!(await listings.load())) return found?.path;
    }
  };
  return { folders, reads, listings, find };
}

describe('The listings of a site', () => {
  it('read each folder once, and find names in their exact case', async () => {
    const { find, reads } = disk({ '/site/static': ['img'], '/site/static/img': ['a.jpg'] });
    assert.equal(await find('img/a.jpg'), 'img/a.jpg');
    assert.equal(await find('img/A.jpg'), undefined);
    assert.equal(await find('IMG/A.jpg', 'folded'), 'img/a.jpg');
    assert.equal(await find('none/a.jpg'), undefined);
    assert.deepEqual(reads, ['/site/static', '/site/static/img']);
  });

  it('notice what came and went, and say whether it matters', async () => {
    const { find, folders, listings } = disk({ '/site/static': ['img'], '/site/static/img': ['a.jpg'] });
    assert.equal(await find('img/b.jpg'), undefined);
    folders['/site/static/img'] = ['a.jpg', 'b.jpg'];
    assert.equal(await listings.refresh(['static/img/b.jpg']), true);
    assert.equal(await find('img/b.jpg'), 'img/b.jpg');
    assert.equal(await listings.refresh(['static/img/a.jpg']), false);
    assert.equal(await listings.refresh(['elsewhere/c.jpg']), false);
    folders['/site/static'] = [];
    assert.equal(await listings.refresh(['static/img']), true);
    assert.equal(await find('img/b.jpg'), undefined);
  });
});
