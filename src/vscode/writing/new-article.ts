import * as vscode from 'vscode';
import { parseArticle } from '../../core/article/article.ts';
import { decode } from '../../core/article/encoding.ts';
import type { Format } from '../../core/article/fences.ts';
import { entryOf } from '../../core/article/tree.ts';
import { settingsFor } from '../../core/hugo/url-page.ts';
import { message } from '../../core/messages.ts';
import { archetypeFor } from '../../core/new/archetypes.ts';
import type { Archetype } from '../../core/new/archetypes.ts';
import { fromArchetype, fromValues } from '../../core/new/new-article.ts';
import type { NewText } from '../../core/new/new-article.ts';
import { articleAt } from '../../core/new/place.ts';
import { momentAt, nowLike } from '../../core/new/time.ts';
import { usualValues } from '../../core/new/usual-values.ts';
import type { Site } from '../sites.ts';
import { askForArticle } from './new-article-questions.ts';
import type { Wanted } from './new-article-questions.ts';
import type { Means } from './means.ts';
import { siteFor } from './site-of.ts';

/**
 * New Article: asks for title and place, makes the file and opens it.
 *
 * @param given the folder that was clicked; or answers, for key bindings: `{ title, section, … }`
 */
export async function newArticle(means: Means, given: unknown): Promise<void> {
  const clicked = given instanceof vscode.Uri ? given : undefined;
  const site = await siteFor(means, clicked);
  if (!site) return;
  await site.indexed;
  const answers = clicked || typeof given !== 'object' || given === null ? {} : given;
  const wanted = await askForArticle(means, site, { clicked, answers });
  if (!wanted) return;
  const { archetype, made } = await textFor(means, site, wanted);
  const uri = site.uriOf(`${site.root}/${wanted.path}`);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(made.text), overwrite: false });
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(means.host.say(message('new.not-made', { path: wanted.path })));
    return;
  }
  if (archetype && wanted.isBundle) await copyBeside(means, site, { archetype, wanted });
  await show(uri, made);
  if (archetype && made.left.length > 0) {
    const args = { path: archetype.path, parts: made.left.join('  ') };
    void vscode.window.showWarningMessage(means.host.say(message('new.left', args)));
  }
}

async function show(uri: vscode.Uri, { selection }: NewText): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const span = new vscode.Range(document.positionAt(selection.start), document.positionAt(selection.end));
  await vscode.window.showTextDocument(document, { selection: span, preview: false });
}

async function textFor(
  { host }: Means,
  site: Site,
  wanted: Wanted,
): Promise<{ archetype: Archetype | undefined; made: NewText }> {
  const { config } = site.facts;
  const settings = settingsFor(config, wanted.language);
  const now = momentAt(Date.now(), settings.timeZone);
  const { files } = host.locate(site.uriOf(site.root));
  const archetype = await archetypeFor(wanted.kind, wanted.isBundle, { root: site.root, files, config });
  if (!archetype) return { archetype, made: await likeOthers({ host }, site, wanted) };
  const date = nowLike(undefined, Date.now(), settings.timeZone);
  const path = wanted.path.slice(wanted.folder.length + 1);
  const { title, baseURL, params } = settings;
  const data = { path, type: wanted.kind, language: wanted.language, now, site: { title, baseURL, params } };
  return { archetype, made: fromArchetype(archetype.text, data, wanted.title, date) };
}

/** Without an archetype: as the articles beside it are, in the format and with the choices of the latest. */
async function likeOthers({ host }: Pick<Means, 'host'>, site: Site, wanted: Wanted): Promise<NewText> {
  const beside = [...site.index.entries()].filter(([path]) => {
    const at = articleAt(path, wanted.folder);
    return at !== undefined && !at.isList && at.section === wanted.section;
  });
  const latest = beside.reduce<(typeof beside)[number] | undefined>(
    (best, other) => (best && best[1].date >= other[1].date ? best : other),
    undefined,
  );
  const { files } = host.locate(site.uriOf(site.root));
  const bytes = latest && (await files.read(`${site.root}/${latest[0]}`));
  const model = bytes && parseArticle(decode(bytes).text);
  const format: Format = model?.fences?.format ?? 'yaml';
  const written = model?.tree && entryOf(model.tree, 'date')?.value;
  const values = usualValues({
    title: wanted.title,
    date: nowLike(written, Date.now(), settingsFor(site.facts.config, wanted.language).timeZone),
    keysOf: beside.map(([, { keys }]) => keys),
    model: model?.tree,
    taxonomies: site.facts.taxonomies,
    schema: site.facts.isMainroad ? 'article' : 'hugo-page',
  });
  return fromValues(values, format);
}

/** What lies beside the `index.md` of an archetype is for the bundle, too. */
async function copyBeside(
  { host }: Means,
  site: Site,
  { archetype, wanted }: { readonly archetype: Archetype; readonly wanted: Wanted },
): Promise<void> {
  if (!archetype.path.endsWith('/index.md')) return;
  const folder = archetype.path.slice(0, -'/index.md'.length);
  const target = wanted.path.slice(0, wanted.path.lastIndexOf('/'));
  const { files } = host.locate(site.uriOf(site.root));
  for (const { name } of (await files.list(`${site.root}/${folder}`)) ?? []) {
    if (name === 'index.md' || name.startsWith('.')) continue;
    const [from, to] = [folder, target].map(parent => site.uriOf(`${site.root}/${parent}/${name}`));
    if (from && to) await vscode.workspace.fs.copy(from, to, { overwrite: false });
  }
}
