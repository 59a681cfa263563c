import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { nodeHeads } from '../../../src/platform/node/heads.ts';

describe('nodeHeads', () => {
  let folder: string;
  const write = (name: string, text: string): void => {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  };
  const heads = (skip: (name: string) => boolean = () => false): [string, string][] =>
    Array.from(
      nodeHeads(folder, { skip, gitignore: () => undefined }),
      ({ path: name, bytes }): [string, string] => [name, Buffer.from(bytes).toString()],
    ).sort();

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'galley-heads-'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('reads as far as the front matter goes', () => {
    write('a.md', `---\ntitle: 甲\n---\n${'正文\n'.repeat(5000)}`);
    write('post/b.markdown', '+++\ntitle = "乙"\n+++\nx');
    write('c.txt', 'no');
    assert.deepEqual(heads(), [
      ['a.md', '---\ntitle: 甲\n---\n'],
      ['post/b.markdown', '+++\ntitle = "乙"\n+++\n'],
    ]);
  });

  it('reads on where the front matter is longer than the first read', () => {
    const long = `---\nsummary: "${'长'.repeat(5000)}"\n---\n`;
    write('a.md', `${long}正文`);
    assert.deepEqual(heads(), [['a.md', long]]);
  });

  it('reads no more than the start of a file of 100 MB', () => {
    fs.writeFileSync(path.join(folder, 'big.md'), '---\ntitle: x\n---\n');
    fs.truncateSync(path.join(folder, 'big.md'), 100 * 1024 * 1024);
    assert.equal(heads()[0]?.[1], '---\ntitle: x\n---\n');
  });

  it('leaves out what it is told to', () => {
    write('keep/a.md', '---\n---\n');
    write('drop/a.md', '---\n---\n');
    assert.deepEqual(
      heads(name => name === 'drop/').map(([name]) => name),
      ['keep/a.md'],
    );
  });

  it('follows links, survives loops of them and what is gone', () => {
    write('a.md', '---\n---\n');
    fs.symlinkSync(folder, path.join(folder, 'loop'));
    fs.symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'gone.md'));
    assert.deepEqual(
      heads().map(([name]) => name),
      ['a.md'],
    );
    assert.deepEqual(
      Array.from(nodeHeads(path.join(folder, 'none'), { skip: () => false, gitignore: () => undefined })),
      [],
    );
  });
});
