import { message } from '../messages.ts';
import { imageNotes } from '../images/image-notes.ts';
import { verdictFor } from './image-remote.ts';
import type { Rule } from './rule.ts';

/** Images that readers see, and that are too heavy, a placeholder, or no good thumbnail. */
export const imageContent: Rule = {
  id: 'image-content',
  scope: 'body',
  reads: ['config', 'remote'],
  severity: 'warning',
  *check({ references, facts }) {
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
