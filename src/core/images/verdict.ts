import type { Message, MessageCode } from '../messages.ts';
import type { Severity } from '../problem.ts';

/**
 * What became of an image or link. `broken` and the readers' two are errors, `suspicious` is a warning; what could
 * not be verified is no problem of the article.
 */
export type Outcome =
  | 'ok'
  | 'ok-note'
  | 'broken'
  | 'reader-blocked'
  | 'reader-placeholder'
  | 'suspicious'
  | 'unverified'
  | 'not-checked';

/** A sentence on an address. */
export interface RemoteNote {
  readonly code: MessageCode;
  readonly args?: Message['args'];
  /** `undefined`: to be shown where somebody asks, not as a problem. */
  readonly severity: Severity | undefined;
  /** The address to write instead. */
  readonly replacement?: string;
}

/** What the bytes say of an image. */
export interface ImageFacts {
  readonly format: ImageFormat;
  /** As shown: turned as its EXIF data say. */
  readonly width?: number;
  readonly height?: number;
  /** Bytes of the whole file. */
  readonly size?: number;
}

export type ImageFormat =
  | 'JPEG'
  | 'PNG'
  | 'GIF'
  | 'WebP'
  | 'AVIF'
  | 'BMP'
  | 'ICO'
  | 'SVG'
  | 'HEIC'
  | 'TIFF'
  | 'JPEG XL'
  | 'JPEG 2000'
  | 'PSD';

/** The result for one address. Plain data. */
export interface Verdict {
  readonly outcome: Outcome;
  /** The first one is the reason of the outcome. */
  readonly notes: readonly RemoteNote[];
  readonly image?: ImageFacts;
  readonly status?: number;
  /** For asking the server whether the image has changed. */
  readonly etag?: string;
  readonly lastModified?: string;
}

const OUTCOME_OF: Readonly<Record<Severity, Outcome>> = {
  error: 'broken',
  warning: 'suspicious',
  info: 'ok-note',
  hint: 'ok-note',
};
const ORDER: readonly (Severity | undefined)[] = ['error', 'warning', 'info', 'hint', undefined];

/** The verdict of an address that was reached: the gravest note decides. */
export function verdictOf(notes: readonly RemoteNote[], image?: ImageFacts): Verdict {
  const sorted = [...notes].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const [worst] = sorted;
  const outcome = worst ? (worst.severity ? OUTCOME_OF[worst.severity] : 'ok-note') : 'ok';
  return { outcome, notes: sorted, ...(image ? { image } : {}) };
}

/** A verdict of one note, whose severity follows from the outcome. */
export function verdict(outcome: Outcome, code: MessageCode, args?: Message['args']): Verdict {
  const severity = SEVERITY_OF[outcome];
  return { outcome, notes: [{ code, severity, ...(args ? { args } : {}) }] };
}

const SEVERITY_OF: Readonly<Record<Outcome, Severity | undefined>> = {
  ok: undefined,
  'ok-note': undefined,
  broken: 'error',
  'reader-blocked': 'error',
  'reader-placeholder': 'error',
  suspicious: 'warning',
  unverified: undefined,
  'not-checked': undefined,
};
