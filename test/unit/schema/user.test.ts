import assert from 'node:assert/strict';
import path from 'node:path';
import { parseArticle } from '../../../src/core/article/article.ts';
import { entryOf, valueOf } from '../../../src/core/article/tree.ts';
import type { Value } from '../../../src/core/article/tree.ts';
import { namedSchema } from '../../../src/core/schema/user.ts';
import { nodeSchemaRunner } from '../../../src/platform/node/schema-runner.ts';
import { expectProblems, facts, yaml } from '../support/markers.ts';

describe('namedSchema', () => {
  for (const [name, text, expected] of [
    ['a key', yaml('$schema: ./news.json'), './news.json'],
    ['a key of TOML', '+++\n"$schema" = "a.json"\n+++\n', 'a.json'],
    ['a comment', yaml('# yaml-language-server: $schema=../news.json'), '../news.json'],
    ['nothing', yaml('lead: a'), undefined],
  ] as const) {
    it(`finds it in ${name}`, () => assert.equal(namedSchema(parseArticle(text)), expected));
  }
});

describe('user-schema', () => {
  const given = (
    errors: readonly {
      instancePath: string;
      keyword: string;
      params: Record<string, unknown>;
      message: string;
    }[],
  ) => ({
    ...facts,
    userSchema: { kind: 'checked', schema: 'news.json', errors } as const,
  });

  it('marks the value that an error is about', () =>
    expectProblems(
      yaml('editor: ⟦user-schema warning|5⟧'),
      given([
        { instancePath: '/editor', keyword: 'type', params: { type: 'string' }, message: 'must be string' },
      ]),
    ));
  it('marks the key that is one too many', () =>
    expectProblems(
      yaml('⟦user-schema warning|editor⟧: a'),
      given([
        {
          instancePath: '',
          keyword: 'additionalProperties',
          params: { additionalProperty: 'editor' },
          message: '',
        },
      ]),
    ));
  it('says why a schema could not be used', () =>
    expectProblems('⟦user-schema info|---⟧\ntitle: 甲\ndate: 2025-02-13\n---\n', {
      ...facts,
      userSchema: { kind: 'failed', schema: 'x', reason: 'not-there', text: '' },
    }));
});

describe('nodeSchemaRunner', () => {
  const runner = nodeSchemaRunner(path.resolve('dist'));
  after(() => runner.dispose());
  const value = (text: string): Value => {
    const { tree } = parseArticle(text);
    assert.ok(tree && entryOf(tree, 'title'));
    return valueOf(tree);
  };
  const run = (schema: object, text: string) =>
    runner.run({ schema: JSON.stringify(schema), value: value(text) });

  it('holds a value against a schema, of several drafts', async () => {
    for (const draft of [
      undefined,
      'http://json-schema.org/draft-07/schema#',
      'https://json-schema.org/draft/2020-12/schema',
    ]) {
      const schema = {
        ...(draft === undefined ? {} : { $schema: draft }),
        required: ['editor'],
        properties: { title: { type: 'number' } },
      };
      const answer = await run(schema, '---\ntitle: 甲\n---\n');
      assert.ok(answer && 'errors' in answer);
      assert.deepEqual(answer.errors.map(({ keyword }) => keyword).sort(), ['required', 'type']);
    }
  });

  it('takes the dates that Hugo takes', async () => {
    const schema = { properties: { date: { type: 'string', format: 'date-time' } } };
    assert.deepEqual(await run(schema, '---\ntitle: 甲\ndate: 2025-02-13 08:00:00\n---\n'), { errors: [] });
  });

  it('says what is wrong with a schema', async () => {
    const answer = await run({ type: 'strnig' }, '---\ntitle: 甲\n---\n');
    assert.ok(answer && 'failure' in answer);
  });
});
