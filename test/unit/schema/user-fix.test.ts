import assert from 'node:assert/strict';
import path from 'node:path';
import { parseArticle } from '../../../src/core/article/article.ts';
import { applyEdits } from '../../../src/core/edit/edit.ts';
import { fixAll } from '../../../src/core/fix/apply.ts';
import { valueForSchema } from '../../../src/core/schema/user.ts';
import type { Facts } from '../../../src/core/check/facts.ts';
import { nodeSchemaRunner } from '../../../src/platform/node/schema-runner.ts';
import { facts, problemsOf, yaml } from '../support/markers.ts';

const runner = nodeSchemaRunner(path.resolve('dist'));

/** What is known of an article once a schema has been held against it. */
async function judged(text: string, schema: object): Promise<Facts> {
  const { tree } = parseArticle(text);
  assert.ok(tree);
  const answer = await runner.run({ schema: JSON.stringify(schema), value: valueForSchema(tree) });
  assert.ok(answer && 'errors' in answer);
  return { ...facts, userSchema: { kind: 'checked', schema: 'news.json', errors: answer.errors } };
}

const desk = { type: 'string', enum: ['news', 'culture', 'sport'] };

/** A schema, front matter before and after all that is sure. */
const CASES: readonly (readonly [string, object, string, string])[] = [
  ['a value that is nearly one', { properties: { desk } }, 'desk: "Newz"', 'desk: "news"'],
  ['the only value', { properties: { desk: { const: 'news' } } }, 'desk: x', 'desk: news'],
  ['a number that is to be text', { properties: { no: { type: 'string' } } }, 'no: 12', 'no: "12"'],
  ['text that is to be a number', { properties: { no: { type: 'integer' } } }, "no: '12'", 'no: 12'],
  ['text that is to be a switch', { properties: { hot: { type: 'boolean' } } }, 'hot: "是"', 'hot: true'],
  [
    'text that is to be a list',
    { properties: { by: { type: 'array' } } },
    'by: 甲、乙',
    'by:\n  - 甲\n  - 乙',
  ],
  ['a list that is to be text', { properties: { by: { type: 'string' } } }, 'by: [甲]', 'by: 甲'],
  ['a date', { properties: { event: { format: 'date' } } }, 'event: 2025年2月13日', 'event: "2025-02-13"'],
  ['an item twice', { properties: { by: { uniqueItems: true } } }, 'by: [甲, 乙, 甲]', 'by: [甲, 乙]'],
  [
    'a key that is missing',
    { required: ['desk'], properties: { desk: { default: 'news' } } },
    'toc: true',
    'toc: true\ndesk: "news"',
  ],
  [
    'a key inside of another',
    { properties: { source: { required: ['kind'], properties: { kind: { enum: ['own'] } } } } },
    'source:\n  name: 甲',
    'source:\n  name: 甲\n  kind: own',
  ],
  [
    'a key that is nearly one',
    { required: ['editor'], properties: { editor: {} } },
    'editr: 甲',
    'editor: 甲',
  ],
  [
    'a key that is not known, but nearly',
    { additionalProperties: false, properties: { title: {}, date: {}, editor: {} } },
    'editr: 甲',
    'editor: 甲',
  ],
];

describe('the fix for what a schema asks', () => {
  after(() => runner.dispose());

  for (const [name, schema, before, expected] of CASES) {
    it(`mends ${name}`, async () => {
      const given = await judged(yaml(before), schema);
      const { text } = fixAll(yaml(before), current => problemsOf(current, given));
      assert.equal(text, yaml(expected));
      const after = await judged(text, schema);
      assert.deepEqual(after.userSchema?.kind === 'checked' && after.userSchema.errors, []);
    });
  }

  it('mends TOML and JSON as well', async () => {
    for (const [before, expected] of [
      [
        '+++\ntitle = "甲"\ndate = 2025-02-13\ndesk = "Newz"\n+++\n',
        '+++\ntitle = "甲"\ndate = 2025-02-13\ndesk = "news"\n+++\n',
      ],
      [
        '{"title": "甲", "date": "2025-02-13", "desk": "Newz"}\n',
        '{"title": "甲", "date": "2025-02-13", "desk": "news"}\n',
      ],
    ] as const) {
      const given = await judged(before, { properties: { desk } });
      assert.equal(fixAll(before, current => problemsOf(current, given)).text, expected);
    }
  });

  it('offers what an editor has to choose', async () => {
    for (const [schema, before, expected] of [
      [{ properties: { desk } }, 'desk: 要闻', ['desk: news', 'desk: culture', 'desk: sport']],
      [
        { required: ['desk'], properties: { desk } },
        'lead: 甲',
        ['news', 'culture', 'sport'].map(one => `lead: 甲\ndesk: ${one}`),
      ],
      [
        { required: ['hot'], properties: { hot: { type: 'boolean' } } },
        'lead: 甲',
        ['lead: 甲\nhot: true', 'lead: 甲\nhot: false'],
      ],
      [
        { additionalProperties: false, properties: { title: {}, date: {}, lead: {} } },
        'lead: 甲\nmood: 甲',
        ['lead: 甲'],
      ],
    ] as const) {
      const text = yaml(before);
      const [problem, ...more] = problemsOf(text, await judged(text, schema));
      assert.deepEqual(more, []);
      assert.ok(problem);
      assert.ok(problem.fixes.every(({ preferred }) => !preferred));
      assert.deepEqual(
        problem.fixes.map(({ edits }) => applyEdits(text, edits)),
        expected.map(yaml),
      );
    }
  });
});
