import { fix, offered, replacing, toWrite, writing } from '../fix/fix.ts';
import type { Article } from '../article/article.ts';
import { entryOf } from '../article/tree.ts';
import type { Reference } from '../images/reference.ts';
import { missingText } from '../targets/missing-text.ts';
import type { Missing } from '../targets/target.ts';
import { message } from '../messages.ts';
import type { Fix } from '../problem.ts';
import type { Context, Finding } from './rule.ts';

/** What is said of a reference that leads nowhere, with the fix if one thing is surely meant. */
export function findingOf(
  reference: Reference,
  missing: Missing,
  { article, facts: { site } }: Context,
): Finding {
  const finding = {
    message: missingText(reference.kind, missing, site?.config),
    range: reference.range,
    fixes: [...fixesOf(reference, missing, article), ...moves(missing)],
  };
  return missing.isElsewhere ? { ...finding, severity: 'info' } : finding;
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
