import assert from 'node:assert/strict';
import { contentSecurityPolicy } from '../../../src/webview/kit/policy.ts';
import { fromPreview, previewState, toPreview } from '../../../src/webview/preview/messages.ts';

describe('Messages of the preview', () => {
  it('are taken as described', () => {
    assert.ok(fromPreview({ type: 'ready' }));
    assert.ok(fromPreview({ type: 'scrolled', line: 2.5 }));
    assert.ok(fromPreview({ type: 'reveal', key: 'tags', item: 1 }));
    assert.ok(
      toPreview({ type: 'update', stamp: 1, patch: { start: 0, removed: 0, inserted: [{ hash: 'a' }] } }),
    );
    assert.ok(toPreview({ type: 'images', answers: { 'a.png': { type: 'shown', url: 'b' } } }));
    assert.ok(previewState({ uri: 'file:///a', line: 0, locked: true, width: 'wide', zoom: 1 }));
  });

  it('are ignored otherwise', () => {
    const bad: unknown[] = [
      undefined,
      null,
      'ready',
      [],
      {},
      { type: 'constructor' },
      { type: '__proto__' },
      { type: 'toString' },
      { type: 'ready', more: 1 },
      { type: 'scrolled' },
      { type: 'scrolled', line: '1' },
      { type: 'scrolled', line: -1 },
      { type: 'scrolled', line: NaN },
      { type: 'scrolled', line: Infinity },
      { type: 'reveal', key: {} },
      { type: 'reveal', key: 'a'.repeat(501) },
      { type: 'link', href: 'a'.repeat(8193) },
      { type: 'fix', id: 0.5, fix: 0 },
      { type: 'images', sources: 'a' },
      { type: 'images', sources: [1] },
      { type: 'command', command: 'workbench.action.quit' },
      Object.create({ type: 'ready' }),
    ];
    for (const message of bad) assert.equal(fromPreview(message), false, JSON.stringify(message));
    assert.equal(previewState({ uri: 'a', line: 0, locked: 'yes', width: 'wide', zoom: 1 }), false);
  });
});

describe('The policy of a webview', () => {
  it('allows nothing but what is named', () => {
    const policy = contentSecurityPolicy({ nonce: 'n', own: 'https://own', images: [] });
    assert.match(policy, /^default-src 'none'; script-src 'nonce-n'; style-src https:\/\/own; /);
    assert.doesNotMatch(policy, /unsafe|\*|https:(?!\/\/own)/);
  });
});
