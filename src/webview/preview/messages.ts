import { flag, list, number, object, oneOf, optional, record, text, union, whole } from '../kit/check.ts';
import type { Checked } from '../kit/check.ts';

/** The messages between the preview and its host. Lines are zero-based lines of the article's text. */

const MAX_LINES = 10_000_000;
const MAX_BLOCKS = 1_000_000;
const HUGE = 50_000_000;
const line = number(0, MAX_LINES);
const address = text(8192);

/** The blocks that change, see `diffBlocks`. */
const patch = object({
  start: whole(MAX_BLOCKS),
  removed: whole(MAX_BLOCKS),
  /** Without `html`: the one among the removed that has the hash. */
  inserted: list(object({ hash: text(64), html: optional(text(HUGE)) }), MAX_BLOCKS),
});

const mark = object({
  /** Names the problem in a `fix` message. */
  id: whole(MAX_LINES),
  severity: oneOf('error', 'warning', 'info', 'hint'),
  text: text(20_000),
  /** Titles of its fixes. */
  fixes: list(text(2000), 50),
  startLine: line,
  endLine: line,
  /** The key of the front matter that it is about, lower case. */
  key: optional(text(500)),
});
export type Mark = Checked<typeof mark>;

const image = union({
  shown: { url: text(HUGE) },
  /** A box in the picture's place says why. */
  missing: { reason: text(2000) },
});
export type ImageAnswer = Checked<typeof image>;

/** The colours of code by the names of its parts; none: it has none, or those of style sheets of the site. */
const colours = record(text(9), 50);

export const toPreview = union({
  /** A new state of the page; parts that are left out have not changed. */
  update: {
    /** Counts the updates; the preview answers with it. */
    stamp: whole(Number.MAX_SAFE_INTEGER),
    /** Another article than before, or the preview has just started: `patch` then starts from nothing. */
    fresh: optional(flag),
    /** With `fresh`: the article, and the line to start at. */
    uri: optional(address),
    line: optional(line),
    /** The page around the body. */
    page: optional(text(HUGE)),
    patch: optional(patch),
    /** First line and line behind the last one of each block, one after the other. */
    lines: optional(list(line, 2 * MAX_BLOCKS)),
    /** Where the body starts. */
    bodyLine: optional(line),
    lineCount: optional(line),
    math: optional(flag),
    colours: optional(colours),
  },
  images: { answers: record(image, 100_000) },
  marks: { marks: list(mark, 10_000) },
  /** The editor shows this line at its top. */
  scroll: { line },
  /** The cursor is in this line. */
  cursor: { line: optional(line) },
  /** Another article is on its way. */
  busy: {},
  view: {
    lock: optional(flag),
    /** The host shows the card of lists; to be kept. */
    card: optional(flag),
    width: optional(oneOf('wide', 'phone')),
    zoom: optional(oneOf('in', 'out', 'reset')),
  },
});
export type ToPreview = Checked<typeof toPreview>;

export const fromPreview = union({
  /** The script runs and has nothing to show. */
  ready: {},
  /** The update with this number is on the page. */
  shown: { stamp: whole(Number.MAX_SAFE_INTEGER) },
  /** Which pictures to show for these `src`, as written. */
  images: { sources: list(address, 10_000) },
  /** The reader has scrolled to this line. */
  scrolled: { line },
  /** Go to a place in the source: a line, or a key of the front matter, an entry of its list. */
  reveal: { line: optional(line), key: optional(text(500)), item: optional(whole(100_000)) },
  link: { href: address },
  fix: { id: whole(MAX_LINES), fix: whole(50) },
  /** Content asked for something that the policy forbids. */
  refused: { what: text(200) },
});
export type FromPreview = Checked<typeof fromPreview>;

/** What a preview keeps over being hidden, moved, and a reload of the window. */
export const previewState = object({
  uri: text(8192),
  line,
  locked: flag,
  card: optional(flag),
  width: oneOf('wide', 'phone'),
  zoom: number(0.25, 5),
});
export type PreviewState = Checked<typeof previewState>;

/** What the page is started with, in its `data-galley-start`. */
export const start = object({
  uri: text(8192),
  locked: flag,
  card: flag,
  line,
  texts: record(text(2000), 100),
});
export type Start = Checked<typeof start>;
