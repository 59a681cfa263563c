import assert from 'node:assert/strict';
import { scanYaml } from '../../src/core/article/yaml-scan.ts';

describe('scanYaml', () => {
  it('reads long texts in linear time', () => {
    const long = 100_000;
    const sources = [
      `a: "${' '.repeat(long)}\t"`,
      `a: "${'\n'.repeat(long)}"`,
      `a: ${'b: '.repeat(long)}`,
      `a: [${'b '.repeat(long)}]`,
      `a: ${'&'.repeat(long)}`,
      `a: [${'&b '.repeat(long)}`,
      `a: |\n${' \n'.repeat(long)}`,
    ];
    for (const source of sources) assert.equal(scanYaml(source).text.length, source.length);
  });
});
