import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import { formatFrontMatter } from '../../../src/core/format/format.ts';
import { edited, itEdits } from '../edit/support.ts';
import type { Operation } from '../edit/support.ts';

const format: Operation = article => {
  const result = formatFrontMatter(article, 'article');
  return 'edits' in result ? result.edits : undefined;
};
const declined = (text: string) => {
  const result = formatFrontMatter(parseArticle(text), 'article');
  return 'declined' in result ? result.declined : undefined;
};

describe('Format Front Matter', () => {
  itEdits('yaml', [
    {
      name: 'keys come into the order of the schema, unknown ones behind',
      operation: format,
      before: 'house: x\ntags: [b, a]\nDate: 2025-02-13\ntitle: "甲"\n',
      after: 'title: "甲"\nDate: 2025-02-13\ntags: [b, a]\nhouse: x\n',
    },
    {
      name: 'comments stay with their keys, blank lines where they are',
      operation: format,
      before:
        '# of tags\ntags: # behind tags\n  # inside\n  - b # b\n\ndate: 2025-02-13 # day\n# of the title\ntitle: >\n  long\n  text\n',
      after:
        '# of the title\ntitle: >\n  long\n  text\n\ndate: 2025-02-13 # day\n# of tags\ntags: # behind tags\n  # inside\n  - b # b\n',
    },
    {
      name: 'what is in order stays as it is, however it is written',
      operation: format,
      before: "title:   '甲'\n\n\ndate: 2025-02-13\n",
      after: "title:   '甲'\n\n\ndate: 2025-02-13\n",
    },
    { name: 'an anchor stays above its alias', operation: format, before: 'lead: &a 甲\ntitle: *a\n' },
  ]);
  itEdits('toml', [
    {
      name: 'tables stay behind all keys',
      operation: format,
      before: "toc = true # on\ntitle = '甲'\n[params]\nx = 1\n[menu.main]\nweight = 3\n",
      after: "title = '甲'\ntoc = true # on\n[params]\nx = 1\n[menu.main]\nweight = 3\n",
    },
  ]);
  itEdits('json', [
    {
      name: 'commas stay between the entries',
      operation: format,
      before: '{\n  "tags": ["a"],\n  "title": "甲"\n}\n',
      after: '{\n  "title": "甲",\n  "tags": ["a"]\n}\n',
    },
  ]);

  it('declines where comments switch rules off from their line on, unless the order is right', () => {
    const off = '# galley-disable term-space\n';
    assert.equal(declined(`---\ntags: [a]\n${off}title: 甲\n---\n`), 'order');
    assert.equal(declined(`---\ntitle: 甲\n${off}tags: [a]\n---\n`), undefined);
  });

  it('declines broken front matter, and none', () => {
    assert.equal(declined('---\ntags: [a\ntitle: 甲\n---\n'), 'broken');
    assert.equal(declined('正文。\n'), 'none');
  });

  it('leaves Windows line ends and the body alone', () => {
    const text = '---\r\ndate: 2025-02-13\r\ntitle: 甲\r\n---\r\n\r\ntags: b\r\n';
    assert.equal(edited(text, format), '---\r\ntitle: 甲\r\ndate: 2025-02-13\r\n---\r\n\r\ntags: b\r\n');
  });
});
