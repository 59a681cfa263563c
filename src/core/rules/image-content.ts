import { message } from '../messages.ts';
import { imageNotes } from '../images/image-notes.ts';
import { verdictFor } from './image-remote.ts';
import type { Target } from '../targets/target.ts';
import type { Finding, Rule } from './rule.ts';

/** Images that are there, and that are too heavy, a placeholder, or no good thumbnail. */
export const imageContent: Rule = {
  id: 'image-content',
  scope: 'body',
  reads: ['config', 'files', 'remote'],
  severity: 'warning',
  *check({ references, facts }) {
    for (const target of facts.targets?.references ?? []) yield* localFinding(target);
    const { remote } = facts;
    if (!remote) return;
    for (const reference of references()) {
      const image = reference.kind === 'image' ? verdictFor(reference, facts)?.image : undefined;
      if (!image) continue;
      for (const note of imageNotes(image, reference.form === 'thumbnail', remote.limits)) {
        yield {
          message: message(note.code, note.args),
          range: reference.range,
          severity: note.severity ?? 'info',
        };
      }
    }
  },
};

/** What browsers make of a file of the site: nothing of an empty one, or of one that is no image. */
function* localFinding({ reference: { range, url }, holds }: Target): Generator<Finding> {
  if (holds === undefined) return;
  if (holds === 'nothing') yield { message: message('image-content.empty'), range };
  else if (holds.kind === 'html' || holds.kind === 'json' || holds.kind === 'other')
    yield { message: message('image-content.no-image'), range };
  else if (holds.kind === 'image' && isNamedOtherwise(url, holds.format))
    yield { message: message('image-content.extension', { format: holds.format }), range, severity: 'info' };
}

/** Extensions that say what is in the file, by its format. */
const EXTENSIONS: ReadonlyMap<string, RegExp> = new Map([
  ['JPEG', /^(?:jpe?g|jfif)$/],
  ['PNG', /^a?png$/],
  ['GIF', /^gif$/],
  ['WebP', /^webp$/],
]);

function isNamedOtherwise(url: string, format: string): boolean {
  const extension = /\.([a-z]{3,4})(?:[?#]|$)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  const named = [...EXTENSIONS].find(([, pattern]) => pattern.test(extension))?.[0];
  return named !== undefined && named !== format;
}
