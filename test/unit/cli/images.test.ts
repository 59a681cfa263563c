import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gif, png } from '../support/images.ts';
import { run } from './run.ts';

describe('Images of the site, by what their files hold', () => {
  let site: string;
  const write = (name: string, content: string | Uint8Array): void => {
    fs.mkdirSync(path.dirname(path.join(site, name)), { recursive: true });
    fs.writeFileSync(path.join(site, name), content);
  };
  const told = async (): Promise<string[]> =>
    (await run(site, 'check', '--level', 'info', 'content')).out
      .split('\n')
      .filter(line => line.includes('[image-content]'))
      .map(line => line.replace(/^[^:]*:(\d+):\d+: (\w+):.*/, '$1 $2'));

  before(() => {
    site = fs.mkdtempSync(path.join(os.tmpdir(), 'galley-contents-'));
    write('hugo.toml', 'baseURL = "https://example.org/"\n');
    write('static/img/empty.png', '');
    write('static/img/page.jpg', '<!doctype html><title>404</title>');
    write('static/img/named.jpg', png(8, 8));
    write('static/img/right.png', png(8, 8));
    write('static/img/right.gif', gif(8, 8));
    write('static/img/drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const names = ['empty.png', 'page.jpg', 'named.jpg', 'right.png', 'right.gif?v=1', 'drawing.svg'];
    const images = names.map(name => `![图](/img/${name})\n`).join('\n');
    write('content/post/a.md', `---\ntitle: 甲\ndate: 2025-02-13\n---\n\n${images}`);
  });
  after(() => fs.rmSync(site, { recursive: true }));

  it('tells empty ones, those that are no images, and quietly those of another format', async () =>
    assert.deepEqual(await told(), ['6 warning', '8 warning', '10 info']));
  it('sees that a file is right now', async () => {
    write('static/img/empty.png', png(8, 8));
    assert.deepEqual(await told(), ['8 warning', '10 info']);
  });
});
