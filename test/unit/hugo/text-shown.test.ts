import assert from 'node:assert/strict';
import { shownAs } from '../../../src/core/hugo/text-shown.ts';
import { parseVersion } from '../../../src/core/hugo/version.ts';

/** Written, title of a page by Hugo 0.131.0, and by 0.169.0. */
const SEEN: readonly (readonly [string, string, string])[] = [
  ['08', '8', '08'],
  ['007', '7', '7'],
  ['010', '8', '8'],
  ['1e3', '1000', '1e3'],
  ['1e-3', '0.001', '1e-3'],
  ['1.5e3', '1500', '1500'],
  ['1_000', '1000', '1000'],
  ['1_0.5', '10.5', '10.5'],
  ['0x1F', '31', '31'],
  ['0X1F', '31', '0X1F'],
  ['-0x1F', '-31', '-31'],
  ['0o17', '15', '15'],
  ['0b11', '3', '3'],
  ['0b2', '0b2', '0b2'],
  ['0o8', '0o8', '0o8'],
  ['0xZZ', '0xZZ', '0xZZ'],
  ['+86', '86', '86'],
  ['-0', '0', '0'],
  ['00', '0', '0'],
  ['1.', '1', '1'],
  ['.5', '0.5', '0.5'],
  ['1.10', '1.1', '1.1'],
  ['+1.10', '1.1', '1.1'],
  ['00.5', '0.5', '0.5'],
  ['2025.10', '2025.1', '2025.1'],
  ['1234567.5', '1234567.5', '1234567.5'],
  ['0.0000001', '0.0000001', '0.0000001'],
  ['12345678901234567890', '12345678901234567890', '12345678901234567890'],
  ['123456789012345678901234567890', '123456789012345680000000000000', '123456789012345678901234567890'],
  ['1e400', '1e400', '1e400'],
  ['_1', '_1', '_1'],
  ['1_', '1', '1'],
  ['1:30', '1:30', '1:30'],
  ['1.5.2', '1.5.2', '1.5.2'],
  ['y', 'true', 'y'],
  ['YES', 'true', 'YES'],
  ['yEs', 'yEs', 'yEs'],
  ['off', 'false', 'off'],
  ['TRUE', 'true', 'true'],
  ['tRue', 'tRue', 'tRue'],
  ['2025', '2025', '2025'],
  ['测试', '测试', '测试'],
];

describe('shownAs', () => {
  it('knows what Hugo makes of texts without quotes', () => {
    for (const [written, before, since] of SEEN) {
      assert.equal(shownAs(written, parseVersion('0.131.0')) ?? written, before, written);
      assert.equal(shownAs(written, parseVersion('0.169.0')) ?? written, since, written);
    }
  });

  it('tells the version that changes a text where the version is not known', () => {
    assert.equal(shownAs('08', undefined), '8');
    assert.equal(shownAs('yes', undefined), 'true');
  });
});
