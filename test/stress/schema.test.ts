import assert from 'node:assert/strict';
import path from 'node:path';
import { nodeSchemaRunner } from '../../src/platform/node/schema-runner.ts';

describe('nodeSchemaRunner', () => {
  const runner = nodeSchemaRunner(path.resolve('dist'));
  after(() => runner.dispose());

  it('ends a schema that takes for ever, and goes on with the next', async () => {
    const slow = { properties: { title: { pattern: '^(a+)+$' } } };
    const value = { title: `${'a'.repeat(40)}!` };
    assert.equal(await runner.run({ schema: JSON.stringify(slow), value }), undefined);
    assert.deepEqual(await runner.run({ schema: '{}', value }), { errors: [] });
  });
});
