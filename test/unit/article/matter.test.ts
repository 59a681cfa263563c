import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArticle } from '../../../src/core/article/article.ts';
import { readFrontMatter } from '../../../src/core/article/matter.ts';

describe('readFrontMatter', () => {
  const echo = (content: string): string => content;
  const engines = { yaml: echo, toml: echo, json: echo };

  it('hands the slice to the engine of its format, unchanged', () => {
    for (const content of ['a: 1\n---\nb: 2\n', ' # c\r\na: 1', 'javascript\nx', '\n\na']) {
      assert.equal(readFrontMatter('yaml', content, engines), content);
    }
  });

  it('gives nothing for blank space and comments', () => {
    assert.equal(readFrontMatter('yaml', ' \n# c\n', engines), undefined);
  });

  it('runs nothing of a ---js block', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'galley-js-'));
    const target = path.join(folder, 'written');
    const code = `require('fs').writeFileSync(${JSON.stringify(target)}, 'x')`;
    for (const language of ['js', 'javascript', 'coffee', 'cson', ' js']) {
      const { tree } = parseArticle(`---${language}\n{ title: ${code} }\n---\n`);
      parseArticle(`---${language}\n${code}\n---\n`);
      assert.equal(fs.existsSync(target), false, `---${language} ran`);
      assert.equal(tree?.entries.some(({ key }) => key.value === 'title') ?? false, false);
    }
    fs.rmSync(folder, { recursive: true });
  });
});
