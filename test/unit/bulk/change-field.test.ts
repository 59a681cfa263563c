import assert from 'node:assert/strict';
import { parseArticle } from '../../../src/core/article/article.ts';
import { changeField } from '../../../src/core/bulk/change-field.ts';
import type { FieldChange } from '../../../src/core/bulk/change-field.ts';
import { itEdits } from '../edit/support.ts';
import type { Operation } from '../edit/support.ts';

const by =
  (change: FieldChange): Operation =>
  article => {
    const result = changeField(article, change);
    return 'edits' in result ? result.edits : undefined;
  };
const add = by({ kind: 'add', key: 'tags', item: 'AI' });
const take = by({ kind: 'take', key: 'tags', item: 'AI' });
const rename = by({ kind: 'rename', key: 'tags', item: 'AI', to: '人工智能' });

describe('a field of many articles', () => {
  itEdits('yaml', [
    {
      name: 'is set, whatever the case of its key',
      operation: by({ kind: 'set', key: 'toc', value: true }),
      before: 'title: 甲\nTOC: false # no\n',
      after: 'title: 甲\nTOC: true # no\n',
    },
    {
      name: 'is added where it is missing',
      operation: by({ kind: 'set', key: 'toc', value: true }),
      before: 'title: 甲\n',
      after: 'title: 甲\ntoc: true\n',
    },
    {
      name: 'is taken out',
      operation: by({ kind: 'remove', key: 'menu' }),
      before: 'title: 甲\nmenu: ""\n',
      after: 'title: 甲\n',
    },
    { name: 'gets an item', operation: add, before: 'tags: [b]\n', after: 'tags: [b, AI]\n' },
    {
      name: 'that is empty becomes a list',
      operation: add,
      before: 'tags: ""\n',
      after: 'tags:\n  - "AI"\n',
    },
    {
      name: 'that is one text becomes a list',
      operation: add,
      before: 'tags: b\n',
      after: 'tags:\n  - b\n  - AI\n',
    },
    { name: 'loses an item', operation: take, before: 'tags: [AI, b]\n', after: 'tags: [b]\n' },
    {
      name: 'has an item renamed',
      operation: rename,
      before: 'tags:\n  - "AI" # x\n',
      after: 'tags:\n  - "人工智能" # x\n',
    },
    {
      name: 'has two items merged',
      operation: rename,
      before: 'tags: [人工智能, AI, b]\n',
      after: 'tags: [人工智能, b]\n',
    },
  ]);
  itEdits('toml', [
    {
      name: 'gets an item',
      operation: add,
      before: 'title = "甲"\n',
      after: 'title = "甲"\ntags = ["AI"]\n',
    },
  ]);
  itEdits('json', [
    {
      name: 'loses an item',
      operation: take,
      before: '{ "tags": ["b", "AI"] }\n',
      after: '{ "tags": ["b"] }\n',
    },
  ]);

  it('stays with a reason where there is nothing to change or it cannot be', () => {
    const change: FieldChange = { kind: 'add', key: 'tags', item: 'AI' };
    const declined = (text: string) => {
      const result = changeField(parseArticle(text), change);
      return 'declined' in result ? result.declined : undefined;
    };
    assert.equal(declined('---\ntags: [AI]\n---\n'), 'same');
    assert.equal(declined('---\ntags: [AI\n---\n'), 'broken');
    assert.equal(declined('正文。\n'), 'none');
    assert.equal(declined('---\ntags: {a: b}\n---\n'), 'format');
  });
});
