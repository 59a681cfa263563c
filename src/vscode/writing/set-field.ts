import * as vscode from 'vscode';
import { message } from '../../core/messages.ts';
import type { FieldChange } from '../../core/bulk/change-field.ts';
import { changeAll } from './bulk.ts';
import { askForChange } from './pick-change.ts';
import { articlesIn, pickArticles } from './pick-articles.ts';
import type { Means } from './means.ts';
import { siteFor } from './site-of.ts';

/**
 * Set Field on Selected Articles: those that are selected in the explorer, files and folders, else asks which.
 *
 * @param given a change that is made without asking: `{ kind, key, value }`
 */
export async function setField(
  means: Means,
  {
    clicked,
    selected,
    given,
  }: { readonly clicked: unknown; readonly selected: unknown; readonly given: unknown },
): Promise<void> {
  const { host } = means;
  const uris = Array.isArray(selected)
    ? selected.filter(uri => uri instanceof vscode.Uri)
    : clicked instanceof vscode.Uri
      ? [clicked]
      : [];
  const site = await siteFor(means, uris[0]);
  if (!site) return;
  await site.indexed;
  const articles = uris.length > 0 ? articlesIn(means, site, uris) : await pickArticles(means, site);
  if (!articles) return;
  if (articles.length === 0) {
    void vscode.window.showInformationMessage(host.say(message('bulk.no-articles')));
    return;
  }
  const known = isChange(given) ? given : undefined;
  const change = known ?? (await askForChange(means, site, articles.length));
  if (change) await changeAll(means, articles, { change, label: labelOf(change), isAsked: !known });
}

const isChange = (given: unknown): given is FieldChange =>
  typeof given === 'object' &&
  given !== null &&
  'key' in given &&
  typeof given.key === 'string' &&
  'kind' in given &&
  (given.kind === 'remove' ||
    (given.kind === 'set' && 'value' in given) ||
    ((given.kind === 'add' || given.kind === 'take') && 'item' in given && typeof given.item === 'string'));

/** A change in words, for the preview. */
function labelOf(change: FieldChange): ReturnType<typeof message> {
  switch (change.kind) {
    case 'set':
      return message('bulk.label.set', { key: change.key, value: JSON.stringify(change.value) });
    case 'remove':
      return message('bulk.label.remove', { key: change.key });
    case 'add':
      return message('bulk.label.add', { key: change.key, item: change.item });
    case 'take':
      return message('bulk.label.take', { key: change.key, item: change.item });
    case 'rename':
      return message('rename.label', { taxonomy: change.key, term: change.item, to: change.to });
  }
}
