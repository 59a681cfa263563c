import * as vscode from 'vscode';
import { message } from '../../core/messages.ts';
import type { Site } from '../sites.ts';
import type { Means } from './means.ts';

/** What a list of terms is asked for. */
export interface TermQuestion {
  readonly taxonomy: string;
  readonly title: string;
  readonly placeHolder: string;
  /** Whether a term that the site does not have may be typed. */
  readonly isNewAllowed: boolean;
  readonly value?: string;
}

/** Asks for a term; it is found as in the front matter, by pinyin and initials, too. */
export function pickTerm({ host }: Means, site: Site, question: TermQuestion): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly term: string }>();
  pick.title = question.title;
  pick.placeholder = question.placeHolder;
  const show = (): void => {
    const typed = pick.value.trim();
    const hits = site.index.terms(question.taxonomy).search(typed, { limit: 100, now: Date.now() });
    const items = hits.map(({ term, count }) => ({
      label: term,
      description: host.say(message('write.articles', { count })),
      // VS Code compares letters only and would hide what was found by pinyin.
      alwaysShow: true,
      term,
    }));
    const isNew = question.isNewAllowed && typed !== '' && !hits.some(({ term }) => term === typed);
    const fresh = {
      label: typed,
      description: host.say(message('bulk.new-term')),
      alwaysShow: true,
      term: typed,
    };
    pick.items = isNew ? [...items, fresh] : items;
  };
  pick.value = question.value ?? '';
  show();
  return new Promise(resolve => {
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.term);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
