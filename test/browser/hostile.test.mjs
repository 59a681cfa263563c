// @ts-check
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { openPreview, until } from './preview.mjs';

const folder = path.join(import.meta.dirname, '../fixtures/hostile');
/** @type {[string, string[]][]} */
const corpus = fs
  .readdirSync(folder)
  .map(file => [path.basename(file, '.json'), JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'))]);
const article = '---\ntitle: Hostile\ndate: 2025-01-01\nmathjax: true\n---\n\nFirst \\\\(x\\\\) text.\n';

describe('hostile content in the preview of real VS Code', function () {
  this.timeout(120_000);
  /** @type {Awaited<ReturnType<typeof openPreview>>} */
  let preview;
  /** @type {string[]} */
  const requests = [];
  /** @type {string[]} */
  const dialogs = [];
  before(async () => {
    preview = await openPreview({ files: { 'content/post/hostile.md': article } });
    preview.page.on('request', (/** @type {any} */ request) => requests.push(request.url()));
    preview.page.on('dialog', (/** @type {any} */ dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await until('KaTeX', () => preview.frame.evaluate(`document.querySelector('.katex') !== null`));
    await preview.frame.evaluate(arm);
    await preview.frame.parentFrame().evaluate(listen);
  });
  after(() => preview?.close());

  it('is tried with a corpus of more than 200', () => {
    assert.ok(corpus.reduce((sum, [, inputs]) => sum + inputs.length, 0) > 200);
  });

  it('would be seen running and asking the network', async () => {
    await preview.frame.evaluate('hit()');
    assert.deepEqual(await preview.frame.evaluate('takeHits()'), ['']);
    await preview.page.evaluate(`void fetch('https://evil.test/control').catch(() => undefined)`);
    await until('the request', async () => requests.some(url => url.includes('evil.test/control')));
    requests.length = 0;
  });

  for (const [name, inputs] of corpus) {
    for (const place of name === 'katex' ? ['formula'] : ['body', 'page']) {
      it(`does nothing: ${name}, ${inputs.length} inputs as ${place}`, async () => {
        requests.length = 0;
        const { hits, left } = await preview.frame.evaluate(show, { inputs, place });
        assert.deepEqual(hits, [], 'nothing runs');
        assert.deepEqual(left, [], 'nothing is left that could');
        assert.deepEqual(requests.filter(isForeign), [], 'no request leaves');
        assert.deepEqual(dialogs, [], 'no dialog opens');
        const posted = await preview.frame.parentFrame().evaluate('posted.splice(0)');
        assert.deepEqual(posted.filter(isForged), [], 'no message is forged');
        assert.equal(preview.page.frames().includes(preview.frame), true, 'the page is still there');
      });
    }
  }

  it('leaves the page working', async () => {
    const alive = await preview.frame.evaluate(show, {
      inputs: ['<p class="alive">alive</p>'],
      place: 'body',
    });
    assert.deepEqual(alive.hits, []);
    assert.equal(await preview.frame.evaluate(`document.querySelector('.alive').textContent`), 'alive');
  });

  it('has a policy without any way around it', async () => {
    const policy = await preview.frame.evaluate(
      `document.querySelector('meta[http-equiv="Content-Security-Policy"]').content`,
    );
    assert.match(policy, /^default-src 'none'; script-src 'nonce-[0-9a-f]{36}'; /);
    assert.doesNotMatch(policy, /unsafe|\*(?!\.vscode|\.)|strict-dynamic/);
  });
});

/** @param {string} url */
const isForeign = url => url.includes('evil.test') || url.includes('passwd') || url.startsWith('file:');

/** A message that the preview would not send by itself: it reports what it shows, asks for pictures, opens links. */
const isForged = (/** @type {any} */ message) => {
  if (['shown', 'images', 'refused', 'reveal', 'scrolled', 'ready'].includes(message?.type)) return false;
  return !(
    message?.type === 'link' && !/^(?!https?:|mailto:|tel:)[a-z][a-z\d+.-]*:/i.test(message.href.trim())
  );
};

/** Runs in the preview. */
function arm() {
  /** @type {string[]} */
  let hits = [];
  Object.assign(window, {
    current: '',
    hit: () => hits.push(Reflect.get(window, 'current')),
    takeHits: () => hits.splice(0),
  });
}

/** Runs in the frame around it, to which the preview posts its messages. */
function listen() {
  /** @type {unknown[]} */
  const posted = [];
  Object.assign(window, { posted });
  window.addEventListener('message', ({ data }) => {
    const message = data?.data?.message ?? data?.data;
    if (typeof message?.type === 'string') posted.push(message);
  });
}

/**
 * Runs in the preview: shows each input, touches all of it, and looks at what has become of it.
 * @param {{ inputs: string[], place: string }} what
 */
async function show({ inputs, place }) {
  const slot = '<div data-galley-content></div>';
  /** @type {string[]} */
  const left = [];
  let stamp = 1_000_000;
  for (const input of inputs) {
    Reflect.set(window, 'current', input);
    const html = place === 'formula' ? `<p>\\(${input.replaceAll('<', '&lt;')}\\)</p>` : input;
    const inserted = [{ hash: String(stamp), html: place === 'page' ? '<p>body</p>' : html }];
    window.postMessage(
      {
        type: 'update',
        stamp: stamp++,
        fresh: true,
        page: place === 'page' ? `<div>${html}</div>${slot}` : slot,
        patch: { start: 0, removed: 0, inserted },
        lines: [0, 1],
        bodyLine: 0,
        lineCount: 2,
        math: true,
      },
      window.origin,
    );
    await new Promise(done => setTimeout(done, 15));
    const view = document.querySelector('.galley-view');
    for (const element of view?.querySelectorAll('*') ?? []) {
      const attributes = [...element.attributes].map(({ name, value }) => [name, value]);
      const bad = attributes.filter(
        ([name = '', value = '']) =>
          /^on/i.test(name) ||
          ['id', 'name', 'srcset', 'action', 'formaction', 'ping', 'target', 'download', 'srcdoc'].includes(
            name,
          ) ||
          (['href', 'src', 'xlink:href'].includes(name) &&
            /^[\s\x00-\x1f]*(?!https?:|mailto:|tel:|data:image\/)[a-z][a-z\d+.-]*:/i.test(value)) ||
          (name === 'style' && /url|position:\s*fixed|expression/i.test(value)),
      );
      const isKatex = element.closest('.galley-formula') !== null;
      const tag = element.localName;
      // What Galley writes around the body may have outlines, and fields that do nothing.
      const isIdle =
        place === 'page' &&
        (['svg', 'path', 'form'].includes(tag) || (tag === 'button' && element.hasAttribute('disabled')));
      const isBad =
        [
          'script',
          'style',
          'link',
          'meta',
          'base',
          'iframe',
          'object',
          'embed',
          'form',
          'button',
          'video',
          'audio',
          'template',
          'dialog',
          'select',
          'textarea',
        ].includes(tag) ||
        (!isKatex && element.namespaceURI !== 'http://www.w3.org/1999/xhtml');
      if ((isBad && !isIdle) || bad.length > 0) left.push(`${tag} ${JSON.stringify(bad)} of ${input}`);
    }
    for (const element of view?.querySelectorAll('a, input, summary, area, [tabindex], img') ?? []) {
      if (!(element instanceof HTMLElement)) continue;
      element.focus();
      element.click();
      element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
      element.dispatchEvent(new PointerEvent('pointerenter'));
    }
    await new Promise(done => setTimeout(done, 15));
  }
  return { hits: Reflect.get(window, 'takeHits')(), left };
}
