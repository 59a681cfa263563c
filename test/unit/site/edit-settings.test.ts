import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/edit/edit.ts';
import { addTerm, switchOff } from '../../../src/core/site/edit-settings.ts';
import { readSettingsFile } from '../../../src/core/site/settings-file.ts';

const after = (text: string, edits: ReturnType<typeof switchOff>): string | undefined =>
  edits && applyEdits(text, edits);

const off = (text: string): string | undefined => after(text, switchOff(text, 'title-quotes'));

describe('the settings file of a house', () => {
  it('gets a rule that is off beside others', () =>
    assert.equal(
      off('# 我们的规则\nrules:\n  draft: hint # 注\nwords:\n  - 亲们\n'),
      '# 我们的规则\nrules:\n  draft: hint # 注\n  title-quotes: "off"\nwords:\n  - 亲们\n',
    ));

  it('gets its first rule', () => {
    for (const text of ['', 'words:\n  - 亲们\n', 'rules:\n', 'words: [亲们]', 'rules: {}\r\n']) {
      const changed = off(text) ?? '';
      assert.deepEqual(readSettingsFile(changed, ['title-quotes']).settings.rules, { 'title-quotes': 'off' });
      assert.deepEqual(readSettingsFile(changed, ['title-quotes']).faults, []);
    }
  });

  it('has a level changed', () =>
    assert.equal(off('rules:\n  title-quotes: error # 注\n'), 'rules:\n  title-quotes: "off" # 注\n'));

  it('gets a term in its vocabulary, whatever the case of the taxonomy', () => {
    const text = 'vocabularies:\n  Tags:\n    mode: closed\n    terms: [科技, 城市]\n';
    assert.equal(
      after(text, addTerm(text, 'tags', '早市')),
      'vocabularies:\n  Tags:\n    mode: closed\n    terms: [科技, 城市, 早市]\n',
    );
  });

  it('gets no term in a vocabulary that is not there', () =>
    assert.equal(addTerm('vocabularies: {}\n', 'tags', '早市'), undefined));

  it('is left alone where it is broken', () => assert.equal(off('rules: [\n'), undefined));
});
