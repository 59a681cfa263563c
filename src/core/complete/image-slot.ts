import type { Article } from '../article/article.ts';
import type { Range } from '../article/tree.ts';
import type { ReferenceForm } from '../images/reference.ts';
import { slotAt } from './slot.ts';
import { writeText } from './write.ts';

/** A place where the address of an image is written. */
export interface ImageSlot {
  readonly form: ReferenceForm;
  /** What a completion replaces, UTF-16 offsets of the article. */
  readonly token: Range;
  /** The address up to the cursor. */
  readonly typed: string;
  /** The text that an address becomes in this place. */
  readonly write: (address: string) => string;
}

/** The place for an image at an offset of the article, zero-based UTF-16; found in the text, finished or not. */
export function imageSlotAt(article: Article, offset: number): ImageSlot | undefined {
  return headSlot(article, offset) ?? bodySlot(article, offset);
}

function headSlot(article: Article, offset: number): ImageSlot | undefined {
  const slot = slotAt(article, offset);
  if (!slot || slot.kind === 'key') return undefined;
  const path = slot.path.join('.').toLowerCase();
  const isThumbnail = path === 'thumbnail' || path === 'thumbnail.src';
  if (!isThumbnail && !(path === 'images' && slot.kind === 'item')) return undefined;
  const { token, typed } = slot;
  return {
    form: isThumbnail ? 'thumbnail' : 'images',
    token,
    typed,
    write: address => writeText(address, slot),
  };
}

interface Opening {
  readonly form: ReferenceForm;
  /** Ends at the cursor; its last group is what is typed. */
  readonly before: RegExp;
  readonly after: RegExp;
}

const OPENINGS: readonly Opening[] = [
  { form: 'markdown', before: /!\[[^\]]*\]\(<?([^()<>\s]*)$/, after: /^[^()<>\s]*/ },
  { form: 'html', before: /<img\s(?:[^>]*\s)?src=["']([^"'>]*)$/i, after: /^[^"'>\s]*/ },
  { form: 'shortcode', before: /\{\{[<%]\s*figure\s(?:[^>]*\s)?src=["']([^"'>]*)$/, after: /^[^"'>\s]*/ },
];

/** As much of a line as is looked at, before the cursor. */
const MOST = 500;

function bodySlot({ text, body }: Article, offset: number): ImageSlot | undefined {
  if (offset < body.start) return undefined;
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - MOST, body.start);
  const line = text.slice(lineStart, offset);
  for (const { form, before, after } of OPENINGS) {
    const typed = before.exec(line)?.[1];
    if (typed === undefined) continue;
    const rest = after.exec(text.slice(offset, offset + MOST))?.[0].length ?? 0;
    return {
      form,
      token: { start: offset - typed.length, end: offset + rest },
      typed,
      write: address => address,
    };
  }
  return undefined;
}
