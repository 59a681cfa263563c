// Writes the colours of Chroma's styles, as a Hugo prints them; run by hand when a newer Hugo has others.
//   node scripts/make-code-styles.mjs HUGO STYLE…
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';

const [hugo, ...styles] = process.argv.slice(2);
if (!hugo || styles.length === 0) {
  console.error('usage: node scripts/make-code-styles.mjs HUGO STYLE…');
  process.exit(2);
}
const folder = path.resolve(import.meta.dirname, '../src/core/render/html');
const { code } = esbuild.transformSync(fs.readFileSync(path.join(folder, 'code-parts.ts'), 'utf8'), {
  loader: 'ts',
});
const { PARTS } = await import(`data:text/javascript,${encodeURIComponent(code)}`);

/** The value of a property in the rule of a class, without `#`. */
function colour(css, name, property) {
  const selector = name === '' ? '' : ` \\.${name}`;
  const rule = css.match(new RegExp(`^[^\\n]* \\.chroma${selector} \\{([^}]*)\\}`, 'm'))?.[1] ?? '';
  const value = rule.match(new RegExp(`(?:^|[;\\s])${property}:#([\\da-f]+)`))?.[1] ?? '';
  return value.length === 3 ? value.replace(/./g, '$&$&') : value;
}

const rows = styles.map(style => {
  const css = execFileSync(hugo, ['gen', 'chromastyles', `--style=${style}`], { encoding: 'utf8' });
  const colours = PARTS.map(({ class: name, property }) => colour(css, name, property));
  const own = [...new Set(colours)];
  const picked = colours.map(each => own.indexOf(each).toString(36)).join('');
  const name = /^[a-z]\w*$/.test(style) ? style : `'${style}'`;
  return `  ${name}: '${own.join(' ')}|${picked}',\n`;
});
const version = /v(\d+\.\d+\.\d+)/.exec(execFileSync(hugo, ['version'], { encoding: 'utf8' }))?.[1];
fs.writeFileSync(
  path.join(folder, 'code-styles-data.ts'),
  `/**
 * Colours of Chroma's styles as Hugo ${version} prints them: the different ones, and which of them each of \`PARTS\` has.
 * Written by scripts/make-code-styles.mjs.
 */
export const STYLES: Readonly<Record<string, string>> = {
${rows.join('')}};
`,
);
