import { romanise } from './romanise.ts';

/** How the name of a new article's file is made of its title; `date-`: with the day in front. */
export const FILE_NAME_STYLES = ['pinyin', 'title', 'date-pinyin', 'date-title'] as const;
export type FileNameStyle = (typeof FILE_NAME_STYLES)[number];

/** Names longer than this are cut at a hyphen: some file systems end at 255 bytes, and a character takes three. */
const LONGEST = 60;

/**
 * The name of a file or bundle, without extension; `article` for a title without a letter.
 *
 * @param day as `2025-02-13`
 */
export function fileNameOf(title: string, style: FileNameStyle, day: string): string {
  const isTitle = style === 'title' || style === 'date-title';
  const name = (isTitle ? asName(title) : cut(romanise(title))) || 'article';
  return style.startsWith('date-') ? `${day}-${name}` : name;
}

/** The title without what a file name or an address cannot have; Hugo makes hyphens of spaces. */
const asName = (title: string): string =>
  cut(
    title
      .normalize('NFC')
      .replace(/[\p{P}\p{S}\p{Z}\p{C}]+/gu, '-')
      .replace(/^-|-$/g, ''),
  );

function cut(name: string): string {
  const chars = Array.from(name);
  if (chars.length <= LONGEST) return name;
  const head = chars.slice(0, LONGEST).join('');
  const hyphen = head.lastIndexOf('-');
  return hyphen > 0 ? head.slice(0, hyphen) : head;
}

/** Why a name is none for a file or a bundle; `undefined`: it is one. */
export function nameFault(name: string): 'empty' | 'signs' | 'reserved' | undefined {
  if (name.trim() === '') return 'empty';
  // What Windows forbids, and what Hugo passes over or takes for a language or a part of an address.
  if (/[\\/:*?"<>|#%\p{Cc}]|^[. ]|[. ~]$/u.test(name)) return 'signs';
  return /^(?:_?index|con|prn|aux|nul|com\d|lpt\d)$/i.test(name) ? 'reserved' : undefined;
}

/** How the files of a site are named, by the names of files or bundles without extension: as most of them are. */
export function styleOf(names: Iterable<string>): FileNameStyle {
  let [all, dated, hanzi] = [0, 0, 0];
  for (const name of names) {
    all++;
    if (/^\d{4}-\d\d-\d\d[-_]/.test(name)) dated++;
    if (/\p{Script=Han}/u.test(name)) hanzi++;
  }
  const letters = hanzi * 2 > all ? 'title' : 'pinyin';
  return dated * 2 > all ? `date-${letters}` : letters;
}
