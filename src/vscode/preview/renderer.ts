import type * as vscode from 'vscode';
import { message } from '../../core/messages.ts';
import { renderArticleBody } from '../../core/preview/body.ts';
import { simplePage } from '../../core/preview/lone-page.ts';
import { LineIndex } from '../../core/lines.ts';
import type { Checker, Given } from '../checker.ts';
import type { Host } from '../host.ts';
import type { Sites } from '../sites.ts';
import type { PageState } from './state.ts';

/** What became of an article; `given` is absent where the file is none. */
export interface Rendered {
  readonly state: PageState;
  readonly given: Given | undefined;
}

/** Turns articles into pages. */
export interface Renderer {
  readonly checker: Checker;
  readonly sites: Sites;
  readonly render: (uri: vscode.Uri, open: vscode.TextDocument | undefined) => Promise<Rendered>;
  /** Fires when pages may look otherwise for another reason than the article itself. */
  readonly onDidChange: vscode.Event<void>;
}

export function createRenderer(host: Host, { checker, sites }: { checker: Checker; sites: Sites }): Renderer {
  return {
    checker,
    sites,
    onDidChange: sites.onDidChange,
    async render(uri, open) {
      const given = await checker.gather(uri, open);
      if ('reason' in given)
        return { state: nothing(host.say(message(`not-article.${given.reason}`))), given: undefined };
      return { state: pageOf(given), given };
    },
  };
}

function pageOf(given: Given): PageState {
  const { article, facts } = given;
  const body = renderArticleBody(article, facts);
  const lines = new LineIndex(article.text);
  const bodyLine = lines.positionAt(article.body.start).line;
  return {
    page: simplePage(article),
    blocks: body.blocks,
    lines: body.blocks.flatMap(({ startLine, endLine }) => [startLine + bodyLine, endLine + bodyLine]),
    bodyLine,
    lineCount: lines.positionAt(article.text.length).line + 1,
    math: false,
    colours: 'monokai',
  };
}

/** The page for a file that is no article. */
const nothing = (why: string): PageState => ({
  page: `<p class="galley-nothing">${why.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
  blocks: [],
  lines: [],
  bodyLine: 0,
  lineCount: 1,
  math: false,
  colours: 'none',
});
