import { fix, offered, replacing, toWrite, writing } from '../fix/fix.ts';
import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import { basePath } from '../hugo/url-base.ts';
import type { Reference } from '../images/reference.ts';
import { message } from '../messages.ts';
import type { MessageCode } from '../messages.ts';
import type { Missing, Why } from '../targets/target.ts';
import type { Fix } from '../problem.ts';
import type { Context, Finding } from './rule.ts';

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
  outside: 'target.outside',
  backslash: 'target.backslash',
  disk: 'target.disk',
  source: 'target.source',
  unpublished: 'target.unpublished',
};

/** What is said of a reference that leads nowhere, with the fix if one thing is surely meant. */
export function findingOf(
  reference: Reference,
  missing: Missing,
  { article, facts: { site } }: Context,
): Finding {
  const { why, address, instead, file = '', isElsewhere } = missing;
  const { kind, range } = reference;
  const effect = message(kind === 'image' ? 'target.image' : 'target.link');
  const base = basePath(site?.config.baseURL ?? '');
  const args = { effect, address, file: nameIn(file, why), base, page: instead ?? '' };
  const text = message(isElsewhere ? 'target.elsewhere' : CODES[why], args);
  const finding = {
    message: text,
    range,
    fixes: [...fixesOf(reference, missing, article), ...moves(missing)],
  };
  return isElsewhere ? { ...finding, severity: 'info' } : finding;
}

/** None where the address cannot be found in the text. */
function fixesOf(reference: Reference, { instead, perhaps = [] }: Missing, article: Article): readonly Fix[] {
  return [
    ...written(reference, instead, article),
    ...perhaps.flatMap(address => offered(written(reference, address, article))),
  ];
}

/** The file is put where the address says; other articles may show it from where it is, so a copy comes first. */
function moves({ file, place }: Missing): readonly Fix[] {
  if (file === undefined || place === undefined) return [];
  return (['copy', 'move'] as const).map(kind => ({
    title: message(`fix.${kind}-file`, { file, to: place }),
    preferred: false,
    edits: [],
    files: [{ kind, from: file, to: place }],
  }));
}

function written(
  { form, range, isVerbatim }: Reference,
  instead: string | undefined,
  article: Article,
): readonly Fix[] {
  if (instead !== undefined && form === 'thumbnail' && article.tree) {
    const isMap = entryOf(article.tree, 'thumbnail')?.value.kind === 'map';
    return toWrite(article, isMap ? ['thumbnail', 'src'] : ['thumbnail'], instead);
  }
  if (instead === undefined || !isVerbatim) return [];
  return fix(writing(instead), [replacing(range, instead)]);
}

/** A path says more where another file is meant, a name where only its spelling differs. */
const nameIn = (file: string, why: Why): string =>
  why === 'case' || why === 'form' ? file.slice(file.lastIndexOf('/') + 1) : file;
