import type { Facts } from '../check/facts.ts';
import { basePath } from '../hugo/url-base.ts';
import type { Reference } from '../images/reference.ts';
import { message } from '../messages.ts';
import type { MessageCode } from '../messages.ts';
import type { Missing, Why } from '../targets/target.ts';
import type { Finding } from './rule.ts';

const CODES: Readonly<Record<Why, MessageCode>> = {
  nothing: 'target.nothing',
  case: 'target.case',
  form: 'target.form',
  encoded: 'target.encoded',
  static: 'target.static',
  base: 'target.base',
  root: 'target.root',
  beside: 'target.beside',
  bundle: 'target.bundle',
  assets: 'target.assets',
  backslash: 'target.backslash',
  disk: 'target.disk',
  source: 'target.source',
  unpublished: 'target.unpublished',
};

/** What is said of a reference that leads nowhere, with the fix if one thing is surely meant. */
export function findingOf(
  { kind, range, isVerbatim }: Reference,
  { why, address, instead, file = '', isElsewhere }: Missing,
  { site }: Facts,
): Finding {
  const effect = message(kind === 'image' ? 'target.image' : 'target.link');
  const base = basePath(site?.config.baseURL ?? '');
  const args = { effect, address, file: nameIn(file, why), base, page: instead ?? '' };
  const text = message(isElsewhere ? 'target.elsewhere' : CODES[why], args);
  const fix = instead === undefined || !isVerbatim ? undefined : instead;
  return {
    message: text,
    range,
    ...(isElsewhere ? { severity: 'info' as const } : {}),
    ...(fix === undefined
      ? {}
      : {
          fixes: [
            {
              title: message('fix.write', { text: fix }),
              preferred: true,
              edits: [{ range, newText: fix }],
            },
          ],
        }),
  };
}

/** A path says more where another file is meant, a name where only its spelling differs. */
const nameIn = (file: string, why: Why): string =>
  why === 'case' || why === 'form' ? file.slice(file.lastIndexOf('/') + 1) : file;
