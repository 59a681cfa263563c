// Articles as lists of fields, written in YAML, TOML and JSON.

export const FORMATS = ['yaml', 'toml', 'json'];

/** A value as it stands in the front matter, for what no value of JavaScript is written as. */
export const raw = text => ({ raw: text });

/** A right article with every field that the theme reads. */
export const FIELDS = [
  ['title', '早市四点开门'],
  ['date', '2025-02-13 08:00:00'],
  ['summary', '一篇文章的摘要。'],
  ['categories', ['城市']],
  ['tags', ['早市', 'AI']],
  ['menu', ''],
  ['thumbnail', '/img/market.png'],
  ['lead', '天还没亮，摊主已经到了'],
  ['comments', false],
  ['authorbox', false],
  ['pager', true],
  ['toc', false],
  ['mathjax', false],
  ['sidebar', 'right'],
  ['widgets', ['search', 'recent']],
];

const BODY = '\n本段是正文。\n\n## 小标题\n\n第二段正文。\n';

/** The article with some fields put in place of those of the same name, or behind all others. */
export function withFields(changes) {
  const names = changes.map(([key]) => key.toLowerCase());
  const kept = FIELDS.filter(([key]) => !names.includes(key));
  return [...kept, ...changes];
}

/** The text of an article; `undefined` where the format has no such value. */
export function write(format, fields, body = BODY) {
  const head = WRITERS[format](fields);
  if (head === undefined) return undefined;
  return format === 'json' ? head + body : wrap(format, head) + body;
}

export const wrap = (format, head) => {
  const fence = format === 'toml' ? '+++' : '---';
  return `${fence}\n${head}\n${fence}\n`;
};

const isMap = value => typeof value === 'object' && value !== null && !Array.isArray(value);
const isRaw = value => isMap(value) && 'raw' in value;

function yamlValue(value, indent) {
  if (isRaw(value)) return ` ${value.raw}`;
  if (Array.isArray(value)) {
    if (value.length === 0) return ' []';
    if (!value.every(item => typeof item === 'string')) return ` ${JSON.stringify(value)}`;
    return value.map(item => `\n${indent}  - ${JSON.stringify(item)}`).join('');
  }
  if (isMap(value)) {
    const entries = Object.entries(value);
    if (entries.length === 0) return ' {}';
    return entries.map(([key, inner]) => `\n${indent}  ${key}:${yamlValue(inner, `${indent}  `)}`).join('');
  }
  return ` ${JSON.stringify(value)}`;
}

const yaml = fields => fields.map(([key, value]) => `${key}:${yamlValue(value, '')}`).join('\n');

function tomlValue(value) {
  if (value === null) return undefined;
  if (isRaw(value)) return value.raw;
  if (Array.isArray(value)) {
    const items = value.map(tomlValue);
    return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
  }
  if (isMap(value)) {
    const entries = Object.entries(value).map(([key, inner]) => [key, tomlValue(inner)]);
    if (entries.some(([, inner]) => inner === undefined)) return undefined;
    return `{ ${entries.map(([key, inner]) => `${key} = ${inner}`).join(', ')} }`;
  }
  return JSON.stringify(value);
}

function toml(fields) {
  const lines = fields.map(([key, value]) => [key, tomlValue(value)]);
  if (lines.some(([, value]) => value === undefined)) return undefined;
  return lines.map(([key, value]) => `${key} = ${value}`).join('\n');
}

const json = fields =>
  `{\n${fields.map(([key, value]) => `  ${JSON.stringify(key)}: ${isRaw(value) ? value.raw : JSON.stringify(value)}`).join(',\n')}\n}\n`;

const WRITERS = { yaml, toml, json };
