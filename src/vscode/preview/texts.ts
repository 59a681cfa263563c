import { message } from '../../core/messages.ts';
import type { Host } from '../host.ts';

/** The words that the page of a preview says by itself. */
export const textsFor = ({ say }: Host): Record<string, string> => ({
  diagram: say(message('preview.diagram')),
  goTo: say(message('preview.go-to')),
  problems: say(message('preview.problems')),
  imageFailed: say(message('preview.image-failed')),
  imageAgain: say(message('preview.image-again')),
  imageHostFailed: say(message('preview.image-host-failed')),
});
