// @ts-check
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../host/browser.mjs';

const bundle = path.join(import.meta.dirname, '../../dist/web.js');

describe('dist/web.js in a worker of Chromium', () => {
  /** @type {any} */
  let browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser?.close());

  it('gives VS Code its entry, and wants nothing of Node for it, neither modules nor globals', async () => {
    const { exported, required } = await load(fs.readFileSync(bundle, 'utf8'));
    assert.deepEqual(exported, ['activate']);
    assert.deepEqual([...new Set(required)], ['vscode']);
  });

  it('would be caught using Node', async () => {
    await assert.rejects(load('process.cwd()'), /process is not defined/);
    await assert.rejects(load('Buffer.from([])'), /Buffer is not defined/);
    await assert.rejects(load(`require('node:fs')`), /module node:fs/);
  });

  it('would be caught making code out of text', async () => {
    await assert.rejects(load(`new Function('return 1')()`), /unsafe-eval/);
  });

  /**
   * What a CommonJS file does when it is read in a worker whose policy forbids `eval`.
   * @param {string} code
   * @returns {Promise<{ exported: string[], required: string[] }>}
   */
  async function load(code) {
    const page = await browser.newPage();
    try {
      const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; worker-src blob:; script-src blob:">`;
      await page.route('**', (/** @type {any} */ route) =>
        route.fulfill({ contentType: 'text/html', body: `<!DOCTYPE html>${policy}` }),
      );
      await page.goto('http://galley.test/');
      return await page.evaluate(startWorker, worker(code));
    } finally {
      await page.close();
    }
  }
});

/** @param {string} code @returns {string} the script of a worker that reads `code` as a module and reports about it */
function worker(code) {
  return `
    const required = [], module = { exports: {} };
    const anything = () => new Proxy(function () {}, { get: (target, key) => target[key] ?? anything(), apply: anything });
    const require = name => {
      required.push(name);
      if (name !== 'vscode') throw new Error('module ' + name);
      // Bundles copy a module's own properties, of which this has none, and keep its prototype.
      return Object.create(anything());
    };
    (function (module, exports, require) {${code}
    })(module, module.exports, require);
    postMessage({ exported: Object.keys(module.exports), required });`;
}

/** Runs in the page. @param {string} script */
function startWorker(script) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
    worker.onmessage = event => resolve(event.data);
    worker.onerror = event => reject(new Error(event.message));
  });
}
