import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { localiser } from '../../../src/core/messages.ts';
import { RULES } from '../../../src/core/rules/index.ts';
import type { Facts } from '../../../src/core/check/facts.ts';
import { remember } from '../../../src/core/remember.ts';
import { inSite } from '../support/in-site.ts';
import { expectProblems, problemsOf } from '../support/markers.ts';
import { factsIn } from '../support/small-site.ts';

const folder = path.resolve('test/fixtures/rules');
const read = (rule: string, name: string): string =>
  fs.readFileSync(path.join(folder, rule, `${name}.md`), 'utf8');

/** Rules that no text alone can show: they judge bytes, sizes or the network, and have tests of their own. */
const WITHOUT_FIXTURE = new Set([
  'encoding',
  'front-matter-limit',
  'user-schema',
  'date-zone',
  'house-word',
  'image-remote',
  'image-content',
  'link-remote',
]);

/** The site that the fixtures stand in. */
const SITE = {
  others: {
    'content/post/clash.md': 'title: 丁\nurl: /taken/',
    'content/post/b.md': 'title: 北京早市四点开门，摊主说客人多\ntags: [人工智能]',
    'content/post/c.md': 'title: 丙\ntags: [人工智能]',
    'content/post/d.md': 'title: 戊\ntags: [人工智能]',
  },
  vocabularies: { categories: { mode: 'closed', terms: ['城市', '科技'] } },
} as const;

/** Rules that look at the files and articles around, and the files that they find. */
const IN_FILES = new Set(['image-missing', 'link-missing', 'ref-missing']);
const FILES = {
  'hugo.toml': 'theme = "mainroad"',
  'static/img/cover.png': '',
  'content/post/night-market.md': '---\ntitle: 夜市\n---\n',
};
const unmarked = (text: string): string => text.replace(/⟦[^|]*\||⟧/g, '');

const known = new Map<string, Facts | Promise<Facts>>();

/** Optional rules are on for their own fixtures. */
function factsFor(rule: string, marked: string): Facts | Promise<Facts> {
  const text = unmarked(marked);
  return remember(known, `${rule} ${text}`, () => gather(rule, text));
}

function gather(rule: string, text: string): Facts | Promise<Facts> {
  if (IN_FILES.has(rule)) return factsIn(FILES, 'content/post/market.md', text);
  const isOptional = RULES.some(({ id, isOptional: optional }) => id === rule && optional);
  const given = inSite(text, { ...SITE, rules: isOptional ? { [rule]: 'hint' } : {} });
  return rule === 'address-changed' ? { ...given, previousAddress: '/post/before/' } : given;
}

describe('every rule', () => {
  for (const { id } of RULES.filter(rule => !WITHOUT_FIXTURE.has(rule.id))) {
    it(`${id} reports its wrong article, at the marked place`, async () => {
      const wrong = read(id, 'wrong');
      assert.ok(wrong.includes(`⟦${id}`));
      expectProblems(wrong, await factsFor(id, wrong));
    });
    it(`${id} is silent about its right article`, async () => {
      const right = read(id, 'right');
      assert.deepEqual(problemsOf(right, await factsFor(id, right)), []);
    });
  }

  for (const { id } of RULES.filter(rule => !WITHOUT_FIXTURE.has(rule.id))) {
    it(`${id} says something else in Chinese than in English, and leaves no place open`, async () => {
      const text = unmarked(read(id, 'wrong'));
      for (const { message } of problemsOf(text, await factsFor(id, text))) {
        const [english, chinese] = [localiser('en')(message), localiser('zh-CN')(message)];
        assert.notEqual(english, chinese);
        assert.match(chinese, /\p{Script=Han}/u);
        assert.doesNotMatch(english + chinese, /\{\w+\}/);
      }
    });
  }

  it('has an id of its own', () => {
    assert.equal(new Set(RULES.map(({ id }) => id)).size, RULES.length);
  });
});
