import assert from 'node:assert/strict';
import { localiser } from '../../../src/core/messages.ts';
import { readSettingsFile, settingsAt } from '../../../src/core/site/settings-file.ts';

const ids = ['title-quotes', 'body-link', 'house-word'];
const say = localiser('en');

const faultsOf = (text: string): [string, string][] =>
  readSettingsFile(text, ids).faults.map(({ range, message }) => [
    text.slice(range.start, range.end),
    say(message),
  ]);

describe('galley.yaml', () => {
  it('sets rules, words and vocabularies', () => {
    const { settings, faults } = readSettingsFile(
      'rules:\n  title-quotes: off\n  body-link: info\nwords:\n  - 亲们\n  - { word: 帐号, use: 账号, note: 见用语表 }\nvocabularies:\n  Tags: { mode: closed, terms: [科技, 2025] }\n',
      ids,
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(settingsAt('content/a.md', settings), {
      rules: { 'title-quotes': 'off', 'body-link': 'info' },
      words: [
        { word: '亲们', use: undefined, note: undefined },
        { word: '帐号', use: '账号', note: '见用语表' },
      ],
      vocabularies: { tags: { mode: 'closed', terms: ['科技', '2025'] } },
    });
  });

  it('sets rules of folders after those of the site, and the user’s own after both', () => {
    const { settings } = readSettingsFile(
      'rules: { body-link: info, title-quotes: hint }\nfolders:\n  content/news: { rules: { body-link: error } }\n  "content/**/old/*.md": { rules: { body-link: "off" } }\n',
      ids,
    );
    const levelAt = (path: string): unknown => settingsAt(path, settings).rules['body-link'];
    assert.equal(levelAt('content/post/a.md'), 'info');
    assert.equal(levelAt('content/news/a.md'), 'error');
    assert.equal(levelAt('content/news/2024/a.md'), 'error');
    assert.equal(levelAt('content/x/old/a.md'), 'off');
    const own = { rules: { 'body-link': 'hint' as const }, words: [] };
    assert.equal(settingsAt('content/news/a.md', settings, own).rules['body-link'], 'hint');
  });

  it('says at the place what it cannot use', () => {
    assert.deepEqual(faultsOf('rule: {}\n'), [['rule', '“rule” is not known. Did you mean “rules”?']]);
    assert.deepEqual(faultsOf('rules: { title-quote: off }\n'), [
      ['title-quote', '“title-quote” is not known. Did you mean “title-quotes”?'],
    ]);
    assert.deepEqual(faultsOf('rules: { body-link: loud }\n'), [
      ['loud', 'A rule can be set to: error, warning, info, hint, off.'],
    ]);
    assert.deepEqual(faultsOf('words: 帐号\n'), [['帐号', '“words” has to be a list.']]);
    assert.equal(faultsOf('words: [{ use: 账号 }]\n').length, 1);
    assert.equal(faultsOf('vocabularies: { tags: { mode: shut } }\n').length, 1);
    assert.equal(faultsOf('rules: [\n').length, 1);
    assert.deepEqual(faultsOf(''), []);
  });
});
