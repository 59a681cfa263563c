// @ts-check
// Holds the texts of all languages against each other and against their use. usage: node scripts/l10n.mjs
import fs from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const read = (/** @type {string} */ file) => fs.readFileSync(path.join(root, file), 'utf8');
/** @type {(file: string) => Record<string, string>} */
const texts = file => JSON.parse(read(file));
const sources = [...files('src', '.ts'), ...files('schemas', '.json'), 'scripts/generate.mjs']
  .map(read)
  .join('\n');
/** @type {string[]} */
const faults = [];

const codes = Object.keys(texts('l10n/en.json'));
for (const file of files('l10n', '.json')) same('l10n/en.json', file);
for (const code of codes) if (!isUsed(code)) faults.push(`l10n/en.json: “${code}” is not used`);
for (const [, code = ''] of sources.matchAll(/\bmessage\(\s*'([^']+)'/g)) {
  if (!codes.includes(code)) faults.push(`src: “${code}” is in no language`);
}

const manifest = read('package.json');
const titles = Object.keys(texts('package.nls.json'));
const named = new Set([...manifest.matchAll(/"%([^"%]+)%"/g)].map(([, key = '']) => key));
for (const file of fs.readdirSync(root).filter(name => /^package\.nls\..+\.json$/.test(name))) {
  same('package.nls.json', file);
}
for (const key of titles) if (!named.has(key)) faults.push(`package.nls.json: “${key}” is not used`);
for (const key of named) if (!titles.includes(key)) faults.push(`package.json: “${key}” is in no language`);

for (const fault of faults) console.error(fault);
if (faults.length === 0) console.log(`${codes.length + titles.length} texts in every language, all in use`);
process.exitCode = faults.length > 0 ? 1 : 0;

/** Reports keys that one file lacks, and texts with other `{places}`. @param {string} english @param {string} other */
function same(english, other) {
  const [ours, theirs] = [texts(english), texts(other)];
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const [text, translated] = [ours[key], theirs[key]];
    if (text === undefined) faults.push(`${other}: “${key}” is not in ${english}`);
    else if (translated === undefined) faults.push(`${other}: “${key}” is missing`);
    else if (places(text) !== places(translated))
      faults.push(`${other}: “${key}” has other {places} than ${english}`);
  }
}

/** @param {string} text @returns {string} the different `{places}` of a text */
function places(text) {
  return [...new Set(Array.from(text.matchAll(/\{(\w+)(?:\|[^{}]*)?\}/g), ([, name]) => name))]
    .sort()
    .join(' ');
}

/**
 * A code is used where it stands in quotes, or where a template such as `kind.${name}` makes it of parts that do.
 * @param {string} code
 */
function isUsed(code) {
  return isQuoted(code) || templates().some(template => template.exec(code)?.slice(1).every(isPart) === true);
}

/** @param {string} text */
function isQuoted(text) {
  return [`'${text}'`, `"${text}"`, `\`${text}\``].some(quoted => sources.includes(quoted));
}

/** A rule's id is a part, and so is it with `.about`. Keys of objects need no quotes. @param {string} text */
function isPart(text) {
  return isQuoted(text) || new RegExp(`\\b${text}:`).test(sources) || isQuoted(text.replace(/\.about$/, ''));
}

/** @returns {RegExp[]} the templates in the sources that start like a code */
function templates() {
  const literals = sources.matchAll(/`([a-z][\w-]*\.[\w.-]*\$\{[^`]*)`/g);
  return [...literals].map(([, literal = '']) => {
    const parts = literal.split(/(?:\$\{[^}]*\})+/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('(.+?)')}$`);
  });
}

/** @param {string} folder @param {string} end @returns {string[]} */
function files(folder, end) {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(end))
    .map(name => path.join(folder, name));
}
