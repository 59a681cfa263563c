import assert from 'node:assert/strict';
import { imageNotes } from '../../../src/core/images/image-notes.ts';
import type { ImageLimits } from '../../../src/core/images/image-notes.ts';
import type { Target } from '../../../src/core/images/target.ts';
import { verdictOf } from '../../../src/core/images/verdict.ts';
import type { Verdict } from '../../../src/core/images/verdict.ts';
import { localiser, message } from '../../../src/core/messages.ts';
import type { Case } from './network-cases/index.ts';

const limits: ImageLimits = {
  maxSize: 5 * 1024 * 1024,
  maxPixels: 40_000_000,
  thumbnailWidth: 800,
  thumbnailRatio: '16:9',
};

/** What is asked for a case, on a host with or without port. */
export function targetFor(
  { kind = 'image', scheme = 'https', path = '/img/1.jpg' }: Case,
  host: string,
): Target {
  const { href } = new URL(`${scheme}://${host}${path}`);
  return { kind, href, key: `${kind} ${href}` };
}

/** The verdict together with what the size and format of the image say. */
function withImageNotes(verdict: Verdict, isThumbnail: boolean): Verdict {
  const { outcome, notes, image } = verdict;
  const more = image ? imageNotes(image, isThumbnail, limits) : [];
  if (more.length === 0 || (outcome !== 'ok' && outcome !== 'ok-note')) return verdict;
  return verdictOf([...notes, ...more], image);
}

/** Holds a verdict, its message the image and the number of requests against a case. */
export function expectVerdict(given: Case, found: Verdict | undefined, requests: number): void {
  assert.ok(found);
  const { outcome, notes, image } = withImageNotes(found, given.isThumbnail === true);
  const [first] = notes;
  assert.deepEqual(
    {
      outcome,
      severity: first?.severity,
      text: given.message && first ? localiser('zh-CN')(message(first.code, first.args)) : undefined,
      image: given.image && image ? `${image.format} ${image.width}×${image.height}` : undefined,
    },
    { outcome: given.outcome, severity: given.severity, text: given.message, image: given.image },
    JSON.stringify(notes),
  );
  if (given.requests !== undefined) assert.equal(requests, given.requests, 'requests');
}
