// @ts-check
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { openPreview, previewFrame, until } from './preview.mjs';

const front = (/** @type {string} */ more = '') =>
  `---\ntitle: A title\ndate: 2025-01-01\ntags: [one, two]\nthumbnail: /img/repair.jpg\n${more}---\n\n`;
const pictures = Array.from(
  { length: 30 },
  (_, i) => `Paragraph ${i} before it.\n\n![picture ${i}](/img/p${i}.svg)`,
);
const svg = (/** @type {number} */ i) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="${60 + 7 * i}"><rect width="300" height="400" fill="#8${i % 10}a"/></svg>`;
const long = Array.from({ length: 120 }, (_, i) =>
  i % 7 === 3
    ? `## Heading ${i}`
    : `Block ${i}. ${'Words that fill some lines of the paragraph. '.repeat(1 + (i % 9))}`,
).join('\n\n');

const files = {
  'content/post/pictures.md': `${front()}${pictures.join('\n\n')}\n`,
  'content/post/long.md': `${front()}${long.replace('Block 5.', 'Block 5. ![never](https://never.example/x.png)')}\n`,
  'content/post/fix.md': `${front()}First.\n\n**“真”**她 comes second.\n\nThird [link](../long/) and [outside](https://example.org/).\n`,
  'content/post/notes.md': `${front()}[^1]: A note, written first.\n\nBlock 0, with a note[^1].\n\n${Array.from({ length: 60 }, (_, i) => `Block ${i + 1}. ${'Words of it. '.repeat(20)}`).join('\n\n')}\n`,
  'content/post/links.md': `${front()}A [slug](/post/short-one/), a [list](/tags/one/) and a ![picture](https://pictures.example/x.svg)\n\n\`\`\`js {style=github}\nlet a;\n\`\`\`\n`,
  'content/post/slugged.md': front('slug: short-one\n') + 'The other.\n',
  ...Object.fromEntries(pictures.map((_, i) => [`static/img/p${i}.svg`, svg(i)])),
};

describe('the preview beside the editor in real VS Code', function () {
  this.timeout(150_000);
  /** @type {Awaited<ReturnType<typeof openPreview>>} */
  let preview;
  /** @type {string[]} */
  let requests = [];
  before(async () => {
    preview = await openPreview({ files });
    preview.page.on('request', (/** @type {any} */ request) => requests.push(request.url()));
    // A picture that never answers.
    await preview.page.route('https://never.example/**', () => new Promise(() => undefined));
  });
  after(() => preview?.close());

  const frame = () => previewFrame(preview.page);
  const inPreview = async (/** @type {string | (() => unknown)} */ what) => (await frame()).evaluate(what);
  const editor = async () => {
    await preview.page
      .locator('.editor-instance .view-lines')
      .first()
      .click({ position: { x: 200, y: 5 } });
  };
  const press = (/** @type {string[]} */ ...names) =>
    names.reduce((before, name) => before.then(() => preview.page.keyboard.press(name)), Promise.resolve());
  const type = (/** @type {string} */ text) => preview.page.keyboard.type(text, { delay: 15 });
  const goToLine = async (/** @type {number} */ line) => {
    await press('Control+g');
    await type(`:${line}`.slice(1));
    await press('Enter');
  };
  /** In the editors' column, wherever the focus is. */
  const open = async (/** @type {string} */ name) => {
    await press('Control+1');
    await preview.vscode.openFile(name);
    await until(`the preview of ${name}`, () => titleHas(name));
    await until('its state', () => inPreview(`document.querySelector('[data-galley-content]') !== null`));
  };
  const titleHas = async (/** @type {string} */ name) =>
    (await preview.page.locator('.tab .monaco-icon-label').allInnerTexts()).some(
      (/** @type {string} */ text) => text.includes(`Preview ${name}`),
    );

  it('keeps 30 of 30 picture elements when a paragraph comes above them, and asks for none again', async () => {
    await until('30 pictures', () =>
      inPreview(
        `[...document.querySelectorAll('[data-galley-content] img')].filter(i => i.complete && i.naturalWidth).length === 30`,
      ),
    );
    await inPreview(`window.kept = [...document.querySelectorAll('[data-galley-content] img')]; 0`);
    await editor();
    await goToLine(8);
    requests = [];
    await press('Enter');
    await type('A new paragraph');
    await press('Enter', 'Enter');
    await until('the paragraph', () =>
      inPreview(`document.querySelector('[data-galley-content] p').textContent === 'A new paragraph'`),
    );
    const kept = await inPreview(
      `[...document.querySelectorAll('[data-galley-content] img')].filter((image, i) => image === window.kept[i] && image.isConnected).length`,
    );
    assert.equal(kept, 30);
    assert.deepEqual(
      requests.filter(url => /\.svg/.test(url)),
      [],
    );
  });

  it('keeps the picture in a paragraph that is being written', async () => {
    await inPreview(`window.kept = document.querySelector('[data-galley-content] img'); 0`);
    await goToLine(13);
    await press('End');
    await type(' with words');
    await until('the words', () =>
      inPreview(
        `[...document.querySelectorAll('[data-galley-content] p')].some(p => p.querySelector('img') && /with words/.test(p.textContent))`,
      ),
    );
    assert.equal(
      await inPreview(`window.kept === document.querySelector('[data-galley-content] img')`),
      true,
    );
  });

  it('shows the title while it is typed, with the page around it in place', async () => {
    await inPreview(`window.kept = document.querySelector('[data-galley-key="thumbnail"] img'); 0`);
    await goToLine(2);
    await press('End');
    await type(' & more');
    await until('the title', () =>
      inPreview(`document.querySelector('[data-galley-key="title"]').textContent === 'A title & more'`),
    );
    assert.equal(
      await inPreview(`window.kept === document.querySelector('[data-galley-key="thumbnail"] img')`),
      true,
    );
  });

  it('goes to the source of what is clicked: a tag, the title, a paragraph', async () => {
    const selected = () =>
      until(
        'a place',
        async () =>
          /Ln \d+, Col \d+( \(\d+ selected\))?/.exec(
            await preview.page.locator('.statusbar').innerText(),
          )?.[0],
      );
    const f = await frame();
    await f.locator('[data-galley-key="tags"][data-galley-item="1"]').first().click();
    await until('the tag', async () => /Ln 4, .*3 selected/.test(await selected()));
    await f.locator('[data-galley-key="title"]').first().click();
    await until('the title', async () => /Ln 2, .*selected/.test(await selected()));
    await f.locator('[data-galley-content] p', { hasText: 'Paragraph 9 before' }).click();
    const line = 8 + 4 * 9;
    await until(
      'the paragraph',
      async () => Math.abs(Number(/Ln (\d+)/.exec(await selected())?.[1]) - line) <= 3,
    );
  });

  it('follows the active article', async () => {
    await open('fix.md');
    await until('its text', () => inPreview(`document.body.textContent.includes('comes second')`));
  });

  it('marks what is wrong, with the message and its fix one click away', async () => {
    const f = await frame();
    await f.locator('.galley-flag').first().click();
    const card = f.locator('.galley-card');
    assert.match(await card.innerText(), /asterisks/);
    await card.locator('button').first().click();
    await until('the mended text', () =>
      inPreview(`document.querySelector('[data-galley-content] strong') !== null`),
    );
  });

  it('marks the block of the cursor', async () => {
    await editor();
    await goToLine(8);
    const tops = () =>
      inPreview(`(() => { const c = document.querySelector('.galley-cursor'); const p = document.querySelector('[data-galley-content] p');
        return c && Math.abs(c.getBoundingClientRect().top - p.getBoundingClientRect().top) < 2; })()`);
    await until('the mark', tops);
  });

  it('keeps the place of articles whose footnotes are written first', async () => {
    await open('notes.md');
    await until('its text', () => inPreview(`document.body.textContent.includes('Block 60.')`));
    await editor();
    await goToLine(120);
    await goToLine(90);
    // The first footnote takes two lines of the 60 blocks, of two lines each.
    const wanted = async () => Math.floor((((await topLine(preview.page)) ?? 0) - 10) / 2);
    await until('the block', async () => Math.abs((await inPreview(topBlock)) - (await wanted())) <= 1);
  });

  it('opens the source of an article that is linked to by its slug, and says what has none', async () => {
    await open('links.md');
    await (await frame()).locator('[data-galley-content] a', { hasText: 'list' }).click();
    await preview.page.getByText('Hugo makes the page /tags/one/ by itself').first().waitFor();
    await (await frame()).locator('[data-galley-content] a', { hasText: 'slug' }).click();
    await until('the other', () => titleHas('slugged.md'));
  });

  it('asks again for a picture that did not load', async () => {
    let asked = 0;
    await preview.page.route('https://pictures.example/**', (/** @type {any} */ route) =>
      ++asked === 1 ? route.abort() : route.fulfill({ contentType: 'image/svg+xml', body: svg(1) }),
    );
    await open('links.md');
    const again = (await frame()).locator('.galley-again');
    await again.click();
    await until('the picture', () =>
      inPreview(`document.querySelector('[data-galley-content] img').naturalWidth === 300`),
    );
    assert.equal(await again.count(), 0);
    assert.equal(asked, 2);
  });

  it('shows the card of lists, and the publish verdict while the preview has the focus', async () => {
    await open('links.md');
    await (
      await frame()
    )
      .locator('h1')
      .first()
      .click({ position: { x: 1, y: 1 } });
    await (await frame()).locator('body').press('Shift');
    await preview.vscode.command('Galley: Preview: Page or Card of Lists');
    await until('the card', () => inPreview(`document.querySelector('.list__item .list__title') !== null`));
    assert.match(await preview.page.locator('.statusbar').innerText(), /Published at/);
    await preview.vscode.command('Galley: Preview: Page or Card of Lists');
    await until('the page', () => inPreview(`document.querySelector('[data-galley-content] p') !== null`));
  });

  it('keeps editor and preview within a block of each other, with a picture that never answers', async () => {
    await open('long.md');
    await until('its text', () => inPreview(`document.body.textContent.includes('Block 119')`));
    await editor();
    const lines = 8 + 2 * 119;
    for (let round = 0; round < 20; round++) {
      const line = 8 + 2 * ((round * 37) % 110);
      await goToLine(Math.min(lines, line + 30));
      await goToLine(line);
      await preview.page.waitForTimeout(120);
      const top = await topLine(preview.page);
      const shown = await until('a stable top', async () => {
        const before = await inPreview(topBlock);
        await preview.page.waitForTimeout(60);
        const after = await inPreview(topBlock);
        return before === after && { after };
      });
      const wanted = blockOfLine(top);
      assert.ok(Math.abs(shown.after - wanted) <= 1, `line ${top}: block ${wanted}, shown ${shown.after}`);
    }
  });

  it('scrolls the editor when the reader scrolls, the first time, too', async () => {
    await open('long.md');
    const f = await frame();
    await f.locator('[data-galley-content]').hover();
    for (const distance of [900, 700, -400]) {
      const before = await topLine(preview.page);
      await preview.page.mouse.wheel(0, distance);
      await until('the editor to follow', async () => (await topLine(preview.page)) !== before);
      await preview.page.waitForTimeout(400);
      const wanted = blockOfLine(await topLine(preview.page));
      const shown = await inPreview(topBlock);
      assert.ok(Math.abs(shown - wanted) <= 1, `the editor is at ${wanted}, the preview at ${shown}`);
    }
  });

  it('stays with its article when locked, and comes back with position and lock after a reload', async () => {
    await open('long.md');
    await (
      await frame()
    )
      .locator('h1')
      .first()
      .click({ position: { x: 1, y: 1 } });
    await preview.page.keyboard.press('Escape');
    await preview.vscode.command('Galley: Lock or Unlock Preview');
    await until('the lock in the title', () => titleHas('long.md (locked)'));
    await preview.vscode.openFile('fix.md');
    await preview.page.waitForTimeout(500);
    assert.equal(await titleHas('long.md (locked)'), true);
    const f = await frame();
    await f.locator('[data-galley-content]').hover();
    await preview.page.mouse.wheel(0, 2500);
    await preview.page.waitForTimeout(600);
    const before = await inPreview(topBlock);
    // What is open is written down every few seconds.
    await preview.page.waitForTimeout(8000);
    await preview.page.goto(withoutFile(preview.page.url()));
    await until('the preview again', () => titleHas('long.md (locked)'), 60_000);
    await previewFrame(preview.page, 60_000);
    await until('the same place', async () => Math.abs((await inPreview(topBlock)) - before) <= 1);
  });

  it('reads nothing outside of the site', async () => {
    const outside = path.join(preview.site, '..', 'secret.svg');
    fs.writeFileSync(outside, svg(1));
    const source = await inPreview(
      `new Promise(done => { const i = new Image(); i.onload = () => done('read'); i.onerror = () => done('refused');
        const own = document.querySelector('[data-galley-key="thumbnail"] img').src;
        i.src = own.slice(0, own.indexOf('/static/')) + '/../secret.svg'; })`,
    );
    assert.equal(source, 'refused');
    fs.rmSync(outside);
  });
});

describe('the preview in other windows', function () {
  this.timeout(120_000);
  const article = {
    'content/post/other.md': `${front()}Typed text \\\\(x\\\\).\n\n![remote](https://pictures.example/x.png)\n`,
  };

  it('shows the page in the web extension host, while it is typed', async () => {
    const { page, frame, close } = await openPreview({ files: article, web: true });
    try {
      const shows = (/** @type {string} */ text) =>
        frame.evaluate(`document.body.textContent.includes('${text}')`);
      await until('the text', () => shows('Typed text'));
      await page
        .locator('.editor-instance .view-lines')
        .first()
        .click({ position: { x: 200, y: 5 } });
      await page.keyboard.press('Control+End');
      await page.keyboard.type('More of it', { delay: 15 });
      await until('what is typed', () => shows('More of it'));
      await until('the picture of the site', () =>
        frame.evaluate(`document.querySelector('[data-galley-key="thumbnail"] img').naturalWidth > 0`),
      );
    } finally {
      await close();
    }
  });

  it('shows thousands of pictures and problems, with names for its own parts, which the keyboard reaches', async () => {
    const paragraphs = Array.from(
      { length: 4000 },
      (_, i) => `![none](/img/none${i}.png)\n\n**“真”**她 ${i}。`,
    );
    const many = { 'content/post/many.md': `${front()}${paragraphs.join('\n\n')}\n` };
    const { page, frame, close } = await openPreview({ files: many });
    try {
      const count = (/** @type {string} */ what) =>
        frame.evaluate(`document.querySelectorAll('${what}').length`);
      await until('the boxes', async () => (await count('.galley-missing')) >= 4000, 60_000);
      await until('the marks', async () => (await count('.galley-flag')) > 100, 60_000);
      assert.equal(await frame.evaluate('document.title !== "" && document.documentElement.lang'), 'en');
      await frame.locator('.galley-flag').first().focus();
      await page.keyboard.press('Enter');
      await until('the card', async () => (await count('.galley-card[aria-label]:not([hidden]) button')) > 0);
      await page.keyboard.press('Escape');
      await until('the flag', () => frame.evaluate(`document.activeElement.className === 'galley-flag'`));
    } finally {
      await close();
    }
  });

  it('loads nothing from the web in Restricted Mode, and says so', async () => {
    /** @type {string[]} */
    const requests = [];
    const { page, frame, close } = await openPreview({ files: article, restricted: true });
    page.on('request', (/** @type {any} */ request) => requests.push(request.url()));
    try {
      const reason = () => frame.evaluate(`document.querySelector('.galley-missing')?.textContent`);
      assert.match(await until('the box', reason), /Restricted Mode/);
      const policy = await frame.evaluate(`document.querySelector('meta[http-equiv]').content`);
      assert.doesNotMatch(policy, /img-src[^;]* https:(?:;| |$)/);
      assert.deepEqual(
        requests.filter(url => url.includes('pictures.example')),
        [],
      );
    } finally {
      await close();
    }
  });
});

/** The address of a window that opens what was open, and not a file. @param {string} address */
function withoutFile(address) {
  const url = new URL(address);
  const payload = JSON.parse(url.searchParams.get('payload') ?? '[]');
  url.searchParams.set(
    'payload',
    JSON.stringify(payload.filter((/** @type {string[]} */ [name]) => name !== 'openFile')),
  );
  return url.href;
}

/** The first line that the editor shows, one-based. @param {any} page */
async function topLine(page) {
  return page.evaluate(() => {
    const numbers = [...document.querySelectorAll('.editor-instance .margin-view-overlays .line-numbers')];
    const view = document.querySelector('.editor-instance .monaco-editor')?.getBoundingClientRect().top ?? 0;
    const seen = numbers
      .map(element => ({
        line: Number(element.textContent),
        top: element.getBoundingClientRect().top - view,
      }))
      .filter(({ line, top }) => line > 0 && top > -15);
    const first = seen.reduce((a, b) => (b.top < a.top ? b : a));
    // The rest of a long line, whose number is out of sight, stands above.
    return first.top > 8 ? first.line - 1 : first.line;
  });
}

/** Zero-based block that a one-based line of `long` is in. @param {number} line */
const blockOfLine = line => Math.max(0, Math.floor((line - 8) / 2));

/** Runs in the preview: the index of the block at the top of the window. */
function topBlock() {
  const blocks = [...document.querySelectorAll('[data-galley-content] > :is(p, h2)')];
  const at = blocks.findIndex(block => block.getBoundingClientRect().bottom > 1);
  return at === -1 ? blocks.length - 1 : at;
}
