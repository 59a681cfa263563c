import assert from 'node:assert/strict';
import { termKey } from '../../../src/core/hugo/taxonomy.ts';
import { parseVersion } from '../../../src/core/hugo/version.ts';
import { isPlainTerm } from '../../../src/core/rules/terms-of.ts';
import { inSite } from '../support/in-site.ts';

describe('a plain term', () => {
  const han = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
  const plain = `abcdefghijklmnopqrstuvwxyz0123456789${han}`;

  for (const setting of ['', 'disablePathToLower = true\n', 'removePathAccents = true\n']) {
    it(`is its own key${setting && `, with ${setting.trim()}`}`, () => {
      const config = inSite('', { config: setting }).site?.config;
      assert.ok(config && isPlainTerm(plain));
      for (const hugo of [parseVersion('0.111.3'), parseVersion('0.169.0'), undefined])
        assert.equal(termKey({ term: plain, language: config.defaultContentLanguage, hugo }, config), plain);
    });
  }

  it('has nothing that an address could lose or change', () => {
    for (const term of ['A', 'é', 'a b', 'a-', '..', 'c#', '', '甲/乙']) assert.ok(!isPlainTerm(term), term);
  });
});
