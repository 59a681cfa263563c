// Writes docs/rules from the rules, their texts and their fixtures. usage: node scripts/generate.mjs [--check]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { nodeOptions } from '../esbuild.mjs';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'docs', 'rules');
const isCheck = process.argv.includes('--check');

/** The rules and texts as the product has them. */
async function load() {
  const outfile = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'galley-generate-')), 'rules.cjs');
  await esbuild.build({
    ...nodeOptions,
    stdin: {
      contents: `export { RULES } from './src/core/rules/index.ts'; export { localiser } from './src/core/messages.ts';`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile,
    sourcemap: false,
  });
  const loaded = await import(pathToFileURL(outfile).href);
  fs.rmSync(path.dirname(outfile), { recursive: true });
  return loaded;
}

const fixture = (id, name) => {
  const file = path.join(root, 'test', 'fixtures', 'rules', id, `${name}.md`);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').replace(/⟦[^|]*\||⟧/g, '') : undefined;
};

function page(rule, localiser) {
  const [en, zh] = [localiser('en'), localiser('zh-cn')];
  const say = (code, text) => text({ code: `rule.${rule.id}${code}` });
  const example = (name, heading) => {
    const text = fixture(rule.id, name);
    return text === undefined
      ? []
      : [`${heading}`, '', '````markdown', text.replace(/\u0008/g, '␈').trimEnd(), '````', ''];
  };
  return [
    `# ${rule.id}: ${say('', en)}`,
    '',
    say('.about', en),
    '',
    rule.isOptional
      ? `Off unless the settings give it a severity.`
      : `Severity: ${en({ code: `severity.${rule.severity}` })} unless the message says otherwise.`,
    '',
    ...example('wrong', 'Wrong:'),
    ...example('right', 'Right:'),
    `## ${say('', zh)}`,
    '',
    say('.about', zh),
    '',
  ].join('\n');
}

const { RULES, localiser } = await load();
const wanted = new Map(RULES.map(rule => [`${rule.id}.md`, page(rule, localiser)]));
const index = RULES.map(({ id }) => `- [${id}](${id}.md): ${localiser('en')({ code: `rule.${id}` })}`).join(
  '\n',
);
wanted.set('README.md', `# Rules\n\n${index}\n`);

/** The settings know the rules by name. */
const manifestFile = path.join(root, 'package.json');
const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8'));
const { propertyNames } = manifest.contributes.configuration.properties['galley.rules'];
const ids = RULES.map(({ id }) => id).sort();
const isManifestStale = JSON.stringify(propertyNames.enum) !== JSON.stringify(ids);
if (isManifestStale && !isCheck) {
  propertyNames.enum = ids;
  fs.writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
}

fs.mkdirSync(folder, { recursive: true });
const stale = [
  ...(isManifestStale && isCheck ? ['package.json'] : []),
  ...fs.readdirSync(folder).filter(name => !wanted.has(name)),
  ...[...wanted]
    .filter(
      ([name, text]) =>
        !fs.existsSync(path.join(folder, name)) || fs.readFileSync(path.join(folder, name), 'utf8') !== text,
    )
    .map(([name]) => name),
];
if (isCheck && stale.length > 0) {
  console.error(`What is made from the rules is not current (${stale.join(', ')}): run npm run generate`);
  process.exitCode = 1;
} else {
  for (const name of stale) {
    if (wanted.has(name)) fs.writeFileSync(path.join(folder, name), wanted.get(name));
    else fs.rmSync(path.join(folder, name));
  }
  if (!isCheck) console.log(`docs/rules: ${stale.length} of ${wanted.size} pages written`);
}
