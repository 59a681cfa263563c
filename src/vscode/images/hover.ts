import * as vscode from 'vscode';
import { imageAt } from '../../core/hover/image.ts';
import type { ImageHover } from '../../core/hover/image.ts';
import { describeImage } from '../../core/images/image-notes.ts';
import type { ImageFacts } from '../../core/images/verdict.ts';
import { message } from '../../core/messages.ts';
import type { Checked, Checker } from '../checker.ts';
import type { Diagnostics } from '../diagnostics.ts';
import type { Disposable, Host } from '../host.ts';
import { plain } from '../markdown-text.ts';
import type { Remote } from '../remote/remote.ts';
import { pictureOf, readImage } from './picture.ts';

interface Means {
  readonly checker: Checker;
  readonly diagnostics: Diagnostics;
  readonly remote: Remote;
}

/** Shows the image whose address is under the pointer, with its format, size and weight, and what is wrong with it. */
export function registerImageHover(host: Host, means: Means): Disposable {
  return vscode.languages.registerHoverProvider(
    { language: 'markdown' },
    {
      provideHover: (document, position) =>
        host.guard('image hover', async () => {
          const checked = await checkedOf(means, document);
          if (!checked) return undefined;
          const hover = imageAt(checked.article, document.offsetAt(position), checked.facts);
          const text = hover && (await textOf(host, { hover, checked, remote: means.remote }));
          const { start = 0, end = 0 } = hover?.range ?? {};
          const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
          return text && new vscode.Hover(text, range);
        }),
    },
  );
}

async function checkedOf(
  { checker, diagnostics }: Means,
  document: vscode.TextDocument,
): Promise<Checked | undefined> {
  const known = diagnostics.verdictOf(document);
  if (known) return known;
  const verdict = await checker.check(document.uri, document);
  return verdict.isArticle ? verdict : undefined;
}

interface Shown {
  readonly hover: ImageHover;
  readonly checked: Checked;
  readonly remote: Remote;
}

async function textOf(
  host: Host,
  { hover, checked, remote }: Shown,
): Promise<vscode.MarkdownString | undefined> {
  const { file, href, verdict } = hover;
  const { site } = checked;
  const text = new vscode.MarkdownString('', true);
  if (site && file !== undefined) {
    const uri = site.uriOf(file.startsWith('/') ? file : `${site.root}/${file}`);
    const image = await readImage(host, uri);
    if (!image) return undefined;
    if (!hover.isShownAnyway) text.appendMarkdown(pictureOf(uri.toString(), image));
    append(text, describe(host, image));
    append(text, plain(file));
    return text;
  }
  if (href === undefined) return undefined;
  if (remote.refusal !== undefined) {
    append(text, plain(host.say(message(`remote.refused-${remote.refusal}`))));
    return text;
  }
  if (!verdict) {
    const label = plain(host.say(message('remote.check-now')));
    text.isTrusted = { enabledCommands: ['galley.checkImages'] };
    append(text, `${plain(host.say(message('remote.not-asked')))} [${label}](command:galley.checkImages)`);
    return text;
  }
  const { image } = verdict;
  if (image) {
    // VS Code loads pictures by https only.
    if (!hover.isShownAnyway && href.startsWith('https:')) text.appendMarkdown(pictureOf(href, image));
    append(text, describe(host, image));
  }
  // What has a severity stands above already, as a problem.
  const silent = verdict.notes.filter(({ severity }) => severity === undefined);
  for (const { code, args } of silent) append(text, `$(question) ${plain(host.say(message(code, args)))}`);
  if (verdict.notes.length === 0) append(text, `$(pass) ${plain(host.say(message('remote.fine')))}`);
  return text.value === '' ? undefined : text;
}

const append = (text: vscode.MarkdownString, line: string): unknown => text.appendMarkdown(`\n\n${line}`);

const describe = (host: Host, image: ImageFacts): string => plain(host.say(describeImage(image)));
