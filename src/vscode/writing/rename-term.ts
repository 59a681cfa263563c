import * as vscode from 'vscode';
import { message } from '../../core/messages.ts';
import { changeAll } from './bulk.ts';
import { pickTerm } from './pick-term.ts';
import type { Means } from './means.ts';
import { siteFor } from './site-of.ts';

/** Rename Term: in all articles of the site at once. A name that the site has merges the two. */
export async function renameTerm(means: Means): Promise<void> {
  const { host } = means;
  const site = await siteFor(means);
  if (!site) return;
  await site.indexed;
  const title = host.say(message('rename.heading'));
  const taxonomies = site.facts.taxonomies.filter(taxonomy => site.index.terms(taxonomy).size > 0);
  const placeHolder = host.say(message('rename.taxonomy'));
  const taxonomy =
    taxonomies.length > 1
      ? await vscode.window.showQuickPick(taxonomies, { title, placeHolder })
      : taxonomies[0];
  if (taxonomy === undefined) return;
  const which = host.say(message('rename.which'));
  const term = await pickTerm(means, site, { taxonomy, title, placeHolder: which, isNewAllowed: false });
  if (term === undefined) return;
  const to = (
    await vscode.window.showInputBox({
      title,
      prompt: host.say(message('rename.to', { term })),
      value: term,
      validateInput: text => {
        const count = site.index.articlesWith(taxonomy, text.trim()).size;
        if (text.trim() === term || count === 0) return undefined;
        const merge = host.say(message('rename.merges', { term: text.trim(), count }));
        return { message: merge, severity: vscode.InputBoxValidationSeverity.Info };
      },
    })
  )?.trim();
  if (to === undefined || to === '' || to === term) return;
  const uris = Array.from(site.index.articlesWith(taxonomy, term), path =>
    site.uriOf(`${site.root}/${path}`),
  );
  await changeAll(means, uris, {
    change: { kind: 'rename', key: taxonomy, item: term, to },
    label: message('rename.label', { taxonomy, term, to }),
    isAsked: true,
  });
}
