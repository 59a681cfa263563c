// Sites whose articles are drafts, to come, expired or none of it, in all the ways that front matter can say so.
import fs from 'node:fs';
import path from 'node:path';

const ARTICLES = 60;

/**
 * Writes a site; the same seed gives the same.
 * @param {string} root
 * @param {number} seed
 * @param {{ now: number, isOld: boolean }} given milliseconds since 1970, for dates around it; Hugo before 0.136
 */
export function makeSite(root, seed, { now, isOld }) {
  const dice = new Dice(seed);
  // Where several cascades fit, older versions take any of them, another with each build.
  const keys = isOld ? dice.shuffled(['draft', 'publishdate', 'expirydate', 'date']) : undefined;
  const languages = dice.pick([[], [], ['zh', 'en'], ['en', 'zh']]);
  write(root, 'config.toml', configOf(dice, { languages, keys }));
  write(root, 'layouts/_default/single.html', '{{ .Title }}');
  write(root, 'layouts/_default/list.html', '{{ .Title }}');
  for (const section of ['post', 'news', 'news/local', 'team']) {
    if (!dice.chance(0.7)) continue;
    const suffix = languages.length > 0 && dice.chance(0.4) ? `.${languages[1]}` : '';
    const cascade = dice.chance(0.7) ? cascadeOf(dice, now, { languages, keys }) : '';
    write(root, `content/${section}/_index${suffix}.md`, `---\ntitle: ${section}\n${cascade}---\n`);
  }
  for (let number = 0; number < ARTICLES; number++) {
    const section = dice.pick(['post', 'post', 'news', 'news/local', 'team', '']);
    const day = dice.pick(['', '', '', '2024-05-06-', '2099-05-06-', '2025-01-02-03-04-05-']);
    const suffix = languages.length > 0 ? dice.pick(['', `.${languages[0]}`, `.${languages[1]}`]) : '';
    const name = `${day}a${number}`;
    const file = dice.chance(0.15) ? `${name}/index${suffix}.md` : `${name}${suffix}.md`;
    write(root, path.posix.join('content', section, file), articleOf(dice, number, { now, isOld }));
  }
}

function configOf(dice, { languages, keys }) {
  const lines = ['baseURL = "https://example.org/"', 'disableKinds = ["RSS", "sitemap", "taxonomy", "term"]'];
  const zone = () => dice.pick(['', '', 'Asia/Shanghai', 'America/New_York', 'UTC', 'Pacific/Kiritimati']);
  const put = (key, value) => value && lines.push(`${key} = "${value}"`);
  put('timeZone', zone());
  for (const key of ['buildDrafts', 'buildFuture', 'buildExpired'])
    if (dice.chance(0.1)) lines.push(`${key} = true`);
  if (languages.length > 0) lines.push(`defaultContentLanguage = "${languages[0]}"`);
  if (dice.chance(0.4)) {
    lines.push('[frontmatter]');
    const orders = [
      [
        'date',
        [
          '[":filename", ":default"]',
          '["date", "publishDate", "lastmod"]',
          '[":default"]',
          '["mydate", ":default"]',
        ],
      ],
      ['publishDate', ['["publishDate", "date"]', '[":default"]', '["go-live", ":default"]', '["date"]']],
      ['expiryDate', ['["expiryDate"]', '[":default"]', '["until", "expiryDate"]']],
      ['lastmod', ['[":default"]', '["lastmod", ":default"]']],
    ];
    for (const [key, choices] of orders) if (dice.chance(0.5)) lines.push(`${key} = ${dice.pick(choices)}`);
  }
  const key = dice.chance(0.25) ? nextKey(dice, keys) : undefined;
  if (key) {
    const value = key === 'draft' ? 'true' : dice.pick(['2099-01-01', '2020-01-01']);
    lines.push('[[cascade]]', `${key} = ${value}`, '[cascade._target]');
    lines.push(
      `path = "${dice.pick(['/team/**', '/news/**', '{/team/*,/team/*/*}'])}"`,
      '[[cascade]]',
      'x = 1',
    );
  }
  for (const [at, code] of languages.entries()) {
    lines.push(`[languages.${code}]`, `weight = ${at + 1}`);
    if (dice.chance(0.5)) put('timeZone', zone());
  }
  return `${lines.join('\n')}\n`;
}

function cascadeOf(dice, now, { languages, keys }) {
  const values = () => {
    const key = nextKey(dice, keys);
    if (key === undefined) return ['x: 1'];
    return [`${key}: ${key === 'draft' ? dice.pick([true, true, false]) : dateText(dice, now)}`];
  };
  const target = () =>
    dice.pick([
      [],
      ['_target:', `  path: ${dice.pick(['/post/**', '/news/**', '/news/local/**', '"**/a1*"'])}`],
      ['_target:', '  kind: page'],
      ...(languages.length > 0 && keys ? [['_target:', `  lang: ${dice.pick(languages)}`]] : []),
    ]);
  if (dice.chance(0.5)) return ['cascade:', ...values().map(line => `  ${line}`), ''].join('\n');
  const item = () => [...values(), ...target()].map((line, at) => `${at === 0 ? '  - ' : '    '}${line}`);
  return ['cascade:', ...item(), ...item(), ''].join('\n');
}

/** A key for a cascade; of those that may come once only the next. */
const nextKey = (dice, keys) =>
  keys ? keys.pop() : dice.pick(['draft', 'publishDate', 'expiryDate', 'Date', 'publishdate']);

const HOUR = 3_600_000;

/** A date around now, in one of the forms that Hugo reads. */
function dateText(dice, now) {
  const at =
    now +
    dice.pick([
      -9e9,
      -4e9,
      -30 * HOUR,
      -13 * HOUR,
      -9 * HOUR,
      -6 * HOUR,
      -2 * HOUR,
      2 * HOUR,
      6 * HOUR,
      9 * HOUR,
      13 * HOUR,
      30 * HOUR,
      4e9,
      9e11,
    ]) *
      dice.pick([1, 1, 0.5]);
  const text = new Date(at).toISOString();
  const [day, time] = [text.slice(0, 10), text.slice(11, 19)];
  return dice.pick([
    day,
    `${day} ${time}`,
    `${day}T${time}`,
    `${day}T${time}Z`,
    `${day}T${time}+08:00`,
    `${day}T${time}-05:00`,
    `${day} ${time} +0900`,
    String(Math.floor(at / 1000)),
  ]);
}

const KEYS = [
  'date',
  'publishDate',
  'pubdate',
  'published',
  'lastmod',
  'modified',
  'expiryDate',
  'unpublishdate',
  'mydate',
  'go-live',
  'until',
  'PublishDate',
  'EXPIRYDATE',
];

function articleOf(dice, number, { now, isOld }) {
  const entries = [['title', `a${number}`]];
  if (dice.chance(0.4))
    entries.push([
      dice.pick(['draft', 'draft', 'draft', 'Draft']),
      dice.pick([true, true, false, false, 'true', 'false', '1', '']),
    ]);
  else if (isOld && dice.chance(0.1)) entries.push(['published', dice.pick([true, false])]);
  for (const key of KEYS) {
    if (entries.some(([known]) => known.toLowerCase() === key.toLowerCase())) continue;
    if (dice.chance(key === 'date' ? 0.75 : 0.1))
      entries.push([key, dice.chance(0.04) ? '' : { date: dateText(dice, now) }]);
  }
  if (dice.chance(0.06)) entries.push(['headless', true]);
  return dice.pick([yaml, yaml, toml, json])(entries, dice);
}

const isNumber = text => /^\d{1,12}$/.test(text);
/** Numbers of JSON are no dates for Hugo. */
const inner = value => (typeof value !== 'object' ? value : isNumber(value.date) ? undefined : value.date);

function yaml(entries, dice) {
  const lines = entries.map(([key, value]) => {
    if (typeof value !== 'object')
      return `${key}: ${typeof value === 'string' ? JSON.stringify(value) : value}`;
    return `${key}: ${dice.chance(0.5) && !isNumber(value.date) ? `"${value.date}"` : value.date}`;
  });
  return `---\n${lines.join('\n')}\n---\n\n文。\n`;
}

function toml(entries, dice) {
  const lines = entries.map(([key, value]) => {
    if (typeof value !== 'object') return `${key} = ${JSON.stringify(value)}`;
    const isNative =
      /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?$/.test(value.date) && dice.chance(0.7);
    return `${key} = ${isNative || isNumber(value.date) ? value.date : `"${value.date}"`}`;
  });
  return `+++\n${lines.join('\n')}\n+++\n\n文。\n`;
}

const json = entries =>
  `${JSON.stringify(
    Object.fromEntries(
      entries
        .map(([key, value]) => [key, inner(value)])
        .filter(([key, value]) => key === 'title' || value !== undefined),
    ),
    undefined,
    2,
  )}\n\n文。\n`;

function write(root, name, text) {
  const file = path.join(root, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

/** Numbers that look random and are the same for a seed (mulberry32). */
class Dice {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(share) {
    return this.next() < share;
  }

  shuffled(list) {
    return list
      .map(one => ({ one, at: this.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one);
  }

  pick(choices) {
    return choices[Math.floor(this.next() * choices.length)];
  }
}
