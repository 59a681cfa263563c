import assert from 'node:assert/strict';
import { facts, problemsOf } from '../unit/support/markers.ts';

const head = '---\ntitle: "测试"\ndate: 2025-02-13\n---\n\n';

describe('a body that is edited', () => {
  it('has the problems of one judged for the first time', () => {
    const some = `一段**“重点”**文字。\n\n${'一段文字，长到一行能装下的样子，这样段落就不会太多。\n\n'.repeat(80)}`;
    const body = `${some.repeat(4)}[^1]: 注\n`;
    for (const [at, text] of [
      [0, '前'],
      [4000, '\n\n```\n'],
      [6000, '`'],
      [body.length, '\n正文[^1]\n'],
    ] as const) {
      const edited = `${head}${body.slice(0, at)}${text}${body.slice(at)}`;
      problemsOf(head + body);
      const known = problemsOf(edited);
      // Other facts have another parser, which has read nothing yet.
      const fresh = { ...facts, site: facts.site && { ...facts.site } };
      assert.deepEqual(known, problemsOf(edited, fresh));
    }
  });
});
