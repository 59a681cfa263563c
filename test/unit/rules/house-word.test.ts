import assert from 'node:assert/strict';
import type { CheckSettings, HouseWord } from '../../../src/core/check/settings.ts';
import { applyEdits } from '../../../src/core/edit/edit.ts';
import { expectProblems, facts, problemsOf } from '../support/markers.ts';

const word = (text: string, use?: string): HouseWord => ({ word: text, use, note: undefined });
const settings: CheckSettings = {
  rules: {},
  words: [
    word('帐号', '账号'),
    word('亲们'),
    word('Github', 'GitHub'),
    word('微信', '微信公众号'),
    word('AI', '人工智能'),
  ],
  vocabularies: {},
};
const given = { ...facts, settings };
const article = (title: string, body: string): string =>
  `---\ntitle: "${title}"\ndate: 2025-02-13\n---\n\n${body}\n`;

describe('house words', () => {
  it('are told in the title and in the text, with their replacement', () => {
    expectProblems(
      article(
        '注册⟦house-word warning|帐号⟧',
        '请⟦house-word warning|亲们⟧登录 ⟦house-word warning|Github⟧。',
      ),
      given,
    );
    const text = article('注册', '登录 Github 的帐号。');
    const edits = problemsOf(text, given).flatMap(({ fixes }) => fixes.flatMap(fix => fix.edits));
    assert.equal(applyEdits(text, edits), article('注册', '登录 GitHub 的账号。'));
  });

  it('of letters are whole words, and what is right already stays', () => {
    expectProblems(article('MAIL', 'RAINBOW、GitHub 与微信公众号，用⟦house-word warning|AI⟧写。'), given);
  });

  it('are not looked for in code and addresses', () => {
    expectProblems(article('注册', '`帐号` 与 <https://example.org/帐号>\n\n```\n帐号\n```'), given);
  });

  it('can be quieter or off, and suppressed', () => {
    const quiet = { ...given, settings: { ...settings, rules: { 'house-word': 'hint' as const } } };
    expectProblems(article('⟦house-word hint|帐号⟧', ''), quiet);
    expectProblems(article('帐号', ''), {
      ...given,
      settings: { ...settings, rules: { 'house-word': 'off' } },
    });
    expectProblems(
      '---\n# galley-disable-next-line house-word\ntitle: 帐号\nlead: ⟦house-word warning|帐号⟧\ndate: 2025-02-13\n---\n\n文。\n',
      given,
    );
    expectProblems(
      article('题', '<!-- galley-disable -->\n\n帐号\n\n<!-- galley-enable -->\n\n⟦house-word warning|帐号⟧'),
      given,
    );
  });
});
