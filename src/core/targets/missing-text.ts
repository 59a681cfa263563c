import type { SiteConfig } from '../hugo/config-types.ts';
import { basePath } from '../hugo/url-base.ts';
import type { Reference } from '../images/reference.ts';
import { message } from '../messages.ts';
import type { Message, MessageCode } from '../messages.ts';
import type { Missing, Why } from './target.ts';

const CODES: Readonly<Record<Why, MessageCode>> = {
  nothing: 'target.nothing',
  case: 'target.case',
  form: 'target.form',
  encoded: 'target.encoded',
  static: 'target.static',
  base: 'target.base',
  root: 'target.root',
  beside: 'target.beside',
  page: 'target.page',
  bundle: 'target.bundle',
  assets: 'target.assets',
  outside: 'target.outside',
  backslash: 'target.backslash',
  disk: 'target.disk',
  source: 'target.source',
  unpublished: 'target.unpublished',
};

/** What readers get instead of an image or page that is missing, why, and what to do about it. */
export function missingText(
  kind: Reference['kind'],
  { why, address, instead, file = '', isElsewhere }: Missing,
  config: Pick<SiteConfig, 'baseURL'> | undefined,
): Message {
  const effect = message(kind === 'image' ? 'target.image' : 'target.link');
  const base = basePath(config?.baseURL ?? '');
  const args = { effect, address, file: nameIn(file, why), base, page: instead ?? '' };
  return message(isElsewhere ? 'target.elsewhere' : CODES[why], args);
}

/** A path says more where another file is meant, a name where only its spelling differs. */
const nameIn = (file: string, why: Why): string =>
  why === 'case' || why === 'form' ? file.slice(file.lastIndexOf('/') + 1) : file;
