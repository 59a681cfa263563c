// Builds everything under dist/. usage: node esbuild.mjs [--production] [--watch] [--tests] [--only=NAME,…]
import fs from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import Ajv, { _ } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';

const root = import.meta.dirname;
const flags = new Set(process.argv.slice(2));
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const production = flags.has('--production');

/** What of a schema decides: ajv would write its texts and `x-galley` into the code, too. */
function judging(schema) {
  if (Array.isArray(schema)) return schema.map(judging);
  if (schema === null || typeof schema !== 'object') return schema;
  const kept = Object.entries(schema).filter(([key]) => !SAYING.has(key));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, NAMED.has(key) ? mapValues(value, judging) : judging(value)]),
  );
}

const SAYING = new Set(['title', 'description', 'markdownDescription', 'examples', 'default', 'x-galley']);
/** Their keys are names and no keywords. */
const NAMED = new Set(['properties', 'patternProperties', '$defs', 'definitions']);
const mapValues = (map, change) =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));

/** `schema:NAME` becomes ajv's standalone validator of schemas/NAME.schema.json: no compiler, no `new Function`, at run time. */
const schemas = {
  name: 'schemas',
  setup(build) {
    build.onResolve({ filter: /^schema:/ }, ({ path: id }) => ({ path: id.slice(7), namespace: 'schema' }));
    build.onLoad({ filter: /.*/, namespace: 'schema' }, ({ path: name }) => {
      const file = n => path.join(root, 'schemas', `${n}.schema.json`);
      const read = n => judging(JSON.parse(fs.readFileSync(file(n), 'utf8')));
      const ajv = new Ajv({
        allErrors: true,
        messages: false,
        allowUnionTypes: true,
        // Only the name counts here: the code that ajv writes takes the format from `code.formats`.
        formats: { 'hugo-date': () => true },
        strictTypes: false,
        code: { source: true, esm: true, lines: true, formats: _`require("./src/core/schema/formats.ts")` },
      });
      ajv.addVocabulary(['x-galley']);
      if (name !== 'hugo-page') ajv.addSchema(read('hugo-page'));
      return {
        contents: standaloneCode(ajv, ajv.compile(read(name))),
        resolveDir: root,
        loader: 'js',
        watchFiles: [file(name), file('hugo-page')],
      };
    });
  },
};

/** The names and words on rules are for docs/rules; nothing says them at run time. */
const texts = {
  name: 'texts',
  setup(build) {
    build.onLoad({ filter: /[\\/]l10n[\\/][\w-]+\.json$/ }, ({ path: file }) => {
      const all = Object.entries(JSON.parse(fs.readFileSync(file, 'utf8')));
      const contents = JSON.stringify(Object.fromEntries(all.filter(([code]) => !code.startsWith('rule.'))));
      return { contents, loader: 'json', watchFiles: [file] };
    });
  },
};

/** gray-matter without its own engines: Galley passes all of them, so that nothing it ships can evaluate an article. */
const grayMatter = {
  name: 'gray-matter',
  setup(build) {
    build.onLoad({ filter: /gray-matter[\\/]lib[\\/]engines\.js$/ }, () => ({
      contents: 'module.exports = {};',
    }));
  },
};

/** Bundles that are loaded by file name when they are needed, by the module that loads them and its name for them. */
const LAZY = {
  // Stays out of what is read before activation ends.
  'extension.ts ./main.ts': './main.js',
  // Parser and printer of HTML, a quarter of a megabyte: for whoever pastes.
  'main.ts ../core/paste/markdown.ts': './paste.js',
};
const lazy = {
  name: 'lazy',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ importer, path: id, kind }) => {
      const file = LAZY[`${path.basename(importer)} ${id}`];
      return file && kind !== 'entry-point' ? { path: file, external: true } : undefined;
    });
  },
};

/** KaTeX's style sheet with fonts of one format only, the one that every webview can read. */
const modernFonts = {
  name: 'modern-fonts',
  setup(build) {
    build.onLoad({ filter: /katex[\\/]dist[\\/]katex\.css$/ }, ({ path: file }) => ({
      contents: fs
        .readFileSync(file, 'utf8')
        .replace(/,\s*url\([^)]*\.(?:woff|ttf)\) format\("[^"]*"\)/g, ''),
      loader: 'css',
    }));
  },
};

/** What Node has and gray-matter wants of it, for the web: see src/platform/web/node-shims.ts. */
const nodeShims = {
  name: 'node-shims',
  setup(build) {
    build.onResolve({ filter: /^fs$/ }, () => ({ path: 'fs', namespace: 'empty' }));
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** One module that imports every test file of a folder, so that a run is one bundle. */
const testFiles = folder => ({
  name: 'test-files',
  setup(build) {
    build.onResolve({ filter: /^tests:all$/ }, () => ({ path: 'all', namespace: 'tests' }));
    build.onLoad({ filter: /.*/, namespace: 'tests' }, () => {
      const files = fs
        .readdirSync(path.join(root, folder), { recursive: true })
        .filter(file => /\.test\.ts$/.test(file))
        .sort();
      return {
        contents: files
          .map(file => `import ${JSON.stringify(`./${file.replaceAll('\\', '/')}`)};`)
          .join('\n'),
        resolveDir: path.join(root, folder),
        watchDirs: [path.join(root, folder)],
      };
    });
  },
});

const common = {
  absWorkingDir: root,
  bundle: true,
  logLevel: 'warning',
  charset: 'utf8',
  legalComments: 'none',
  minify: production,
  sourcemap: production ? false : 'linked',
  metafile: true,
  define: { __GALLEY_VERSION__: JSON.stringify(version) },
};
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  // The extension host loads CommonJS; `import()` has to be `require` behind a promise there.
  supported: { 'dynamic-import': false },
  plugins: [schemas, grayMatter, lazy],
};
const web = {
  ...common,
  platform: 'browser',
  format: 'cjs',
  target: 'es2022',
  inject: ['src/platform/web/node-shims.ts'],
  plugins: [schemas, grayMatter, nodeShims],
};

const product = {
  extension: {
    ...node,
    plugins: [...node.plugins, texts],
    entryPoints: {
      extension: 'src/vscode/extension.ts',
      main: 'src/vscode/main.ts',
      'schema-worker': 'src/platform/node/schema-worker.ts',
      paste: 'src/core/paste/markdown.ts',
    },
    outdir: 'dist',
    external: ['vscode'],
  },
  web: {
    ...web,
    plugins: [...web.plugins, texts],
    entryPoints: { web: 'src/vscode/web.ts' },
    outdir: 'dist',
    external: ['vscode'],
  },
  // Modules, so that what is seldom needed is read when it is: each `import()` becomes a file of its own.
  preview: {
    ...common,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    splitting: true,
    entryPoints: { main: 'src/webview/preview/main.ts', katex: 'node_modules/katex/dist/katex.css' },
    outdir: 'dist/preview',
    chunkNames: '[name]',
    assetNames: 'fonts/[name]',
    loader: { '.woff2': 'file' },
    plugins: [modernFonts],
  },
  cli: {
    ...node,
    plugins: [...node.plugins, texts],
    entryPoints: { cli: 'src/cli/bin.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
  },
};

const testBundle = (name, options) => ({
  ...options,
  stdin: { contents: `import 'tests:all';`, resolveDir: root, loader: 'ts' },
  outfile: `dist/test/${name}.js`,
  minify: false,
  sourcemap: 'inline',
  plugins: [...(options.plugins ?? []), testFiles(`test/${name}`)],
});
const tests = {
  unit: testBundle('unit', { ...node, packages: undefined, external: ['../../dist/*'] }),
  corpus: testBundle('corpus', node),
  stress: testBundle('stress', node),
  network: testBundle('network', node),
  vscode: {
    ...node,
    entryPoints: { 'vscode/index': 'test/vscode/index.ts' },
    outdir: 'dist/test',
    external: ['vscode', 'mocha'],
    minify: false,
    plugins: [testFiles('test/vscode/suite')],
  },
  'vscode-web': {
    ...web,
    inject: [],
    entryPoints: { 'vscode-web/index': 'test/vscode/web/index.ts' },
    outdir: 'dist/test',
    external: ['vscode'],
    minify: false,
    define: { 'process.env.NODE_ENV': '"test"', global: 'globalThis' },
  },
};

/** Bytes that a minified file may have: what is loaded before activation ends, and the one file of the web host. */
const budgets = { 'dist/extension.js': 10_000, 'dist/web.js': 1_400_000, 'dist/preview/main.js': 100_000 };

/** How code for Node is bundled; scripts that load parts of the product use the same. */
export const nodeOptions = node;

if (process.argv[1] === import.meta.filename) await main();

async function main() {
  const only = [...flags]
    .find(flag => flag.startsWith('--only='))
    ?.slice(7)
    .split(',');
  const all = Object.entries({ ...product, ...(only || flags.has('--tests') ? tests : {}) });
  const builds = all
    .filter(([name]) => !only || only.includes(name))
    .map(([, build]) => build)
    .filter(build =>
      Object.values(build.entryPoints ?? {}).every(entry => fs.existsSync(path.join(root, entry))),
    );

  if (flags.has('--watch')) {
    const contexts = await Promise.all(builds.map(build => esbuild.context(build)));
    await Promise.all(contexts.map(context => context.watch()));
    console.log('watching');
  } else {
    if (production) fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true });
    const results = await Promise.all(builds.map(build => esbuild.build(build)));
    if (production) {
      const outputs = Object.assign({}, ...results.map(result => result.metafile.outputs));
      for (const [file, { bytes }] of Object.entries(outputs)) {
        const budget = budgets[file];
        console.log(`${file} ${bytes} bytes${budget ? ` of ${budget}` : ''}`);
        if (budget && bytes > budget) {
          console.error(`${file} is over its budget`);
          process.exitCode = 1;
        }
      }
    }
  }
}
