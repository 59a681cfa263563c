import * as vscode from 'vscode';
import type { Host } from '../host.ts';
import type { Means } from './means.ts';
import { formatActive, sortActive } from './format.ts';
import { registerLastmod } from './lastmod.ts';
import { newArticle } from './new-article.ts';
import { renameTerm } from './rename-term.ts';
import { setField } from './set-field.ts';
import { createTranslation } from './translation.ts';

/** Commands that write: a new article, its counterpart, the order of its front matter, one field of many articles. */
export function registerWriting(host: Host, given: Omit<Means, 'host'>): vscode.Disposable {
  const means = { host, ...given };
  const register = (id: string, run: (...args: unknown[]) => Promise<void>): vscode.Disposable =>
    vscode.commands.registerCommand(id, (...args: unknown[]) => host.guard(id, () => run(...args)));
  return vscode.Disposable.from(
    register('galley.newArticle', given => newArticle(means, given)),
    register('galley.createTranslation', given => createTranslation(means, given)),
    register('galley.formatFrontMatter', () => formatActive(means)),
    register('galley.sortTerms', () => sortActive(means)),
    register('galley.setField', (clicked, selected, given) => setField(means, { clicked, selected, given })),
    register('galley.renameTerm', () => renameTerm(means)),
    registerLastmod(means),
  );
}
