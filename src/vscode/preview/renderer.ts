import * as vscode from 'vscode';
import { at } from '../../core/hugo/config-value.ts';
import type { Page } from '../../core/hugo/page-types.ts';
import { settingsFor } from '../../core/hugo/url-page.ts';
import { LineIndex } from '../../core/lines.ts';
import { message } from '../../core/messages.ts';
import { markupOf } from '../../core/check/body.ts';
import { surroundingsOf } from '../../core/preview/around/surroundings.ts';
import { renderArticleBody } from '../../core/preview/body.ts';
import { html } from '../../core/preview/html.ts';
import type { RenderedSource } from '../../core/preview/incremental.ts';
import { joinBlocks } from '../../core/preview/join-blocks.ts';
import type { Surroundings } from '../../core/preview/input.ts';
import { pageInputOf, previewPage } from '../../core/preview/page-input.ts';
import { renderCard, renderPage } from '../../core/preview/render-page.ts';
import { codeStyle } from '../../core/render/html/code-styles.ts';
import type { RenderedBody } from '../../core/render/render.ts';
import type { Checker, Given } from '../checker.ts';
import type { Disposable, Host } from '../host.ts';
import type { Site, Sites } from '../sites.ts';
import type { PageState } from './state.ts';

/** What became of an article. */
export interface Rendered {
  readonly state: PageState;
  /** Absent where the file is no article. */
  readonly given?: Given;
  /** Absent where the article is on no page. */
  readonly page?: Page | undefined;
}

/** For a page that changes with every key: what stands around the article is looked up again when it rests. */
const REST_MS = 400;

/** What the page around the body was made of last, for articles that are shown. */
interface Kept {
  readonly head: string;
  readonly site: Site | undefined;
  readonly around: Surroundings | undefined;
  readonly toc: string;
  readonly html: string;
}

/** Turns articles into pages, and remembers what of them stays from one key to the next. */
export class Renderer implements Disposable {
  readonly checker: Checker;
  readonly sites: Sites;
  private readonly host: Host;
  private readonly kept = new Map<string, Kept>();
  private readonly bodies = new Map<string, RenderedSource>();
  private readonly stale = new Set<string>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly disposables: readonly Disposable[];
  /** Sites whose index was asked for; what it shows is whole only when it is. */
  private readonly awaited = new WeakSet<Site>();
  private timer: Timer | undefined;

  /** Fires when pages may look otherwise for another reason than the article itself. */
  readonly onDidChange = this.changed.event;

  constructor(host: Host, { checker, sites }: { checker: Checker; sites: Sites }) {
    this.host = host;
    this.checker = checker;
    this.sites = sites;
    this.disposables = [
      this.changed,
      sites.onDidChange(() => this.forget()),
      sites.onDidRead(() => this.forget()),
      sites.onDidChangeFile(() => this.later()),
    ];
  }

  /** @param as the page, or the card that stands for it in lists */
  async render(
    uri: vscode.Uri,
    open: vscode.TextDocument | undefined,
    as: 'page' | 'card' = 'page',
  ): Promise<Rendered> {
    const given = await this.checker.gather(uri, open);
    if ('reason' in given) return { state: nothing(this.host.say(message(`not-article.${given.reason}`))) };
    const { article, facts, site, name } = given;
    const key = uri.toString();
    const rendered = renderArticleBody(article, facts, this.bodies.get(key));
    this.bodies.set(key, rendered);
    const { body } = rendered;
    const blocks = rendered.options.renderer.unsafe ? joinBlocks(body.blocks) : body.blocks;
    const page = site && previewPage(name, article, site.facts, { hugo: facts.hugo });
    const lines = new LineIndex(article.text);
    const bodyLine = lines.positionAt(article.body.start).line;
    const card = as === 'card' ? this.cardHtml(uri, given, page, body) : undefined;
    const shown = card === undefined ? blocks : [];
    const state: PageState = {
      page: card ?? this.pageHtml(uri, given, page, body),
      blocks: shown,
      lines: shown.flatMap(({ startLine, endLine }) => [startLine + bodyLine, endLine + bodyLine]),
      bodyLine,
      lineCount: lines.positionAt(article.text.length).line + 1,
      math: page !== undefined && showsMath(page, given),
      colours: coloursOf(given),
    };
    return { state, given, page };
  }

  private pageHtml(uri: vscode.Uri, given: Given, page: Page | undefined, body: RenderedBody): string {
    const key = uri.toString();
    const { article, site } = given;
    const head = article.text.slice(0, article.body.start);
    const last = this.kept.get(key);
    const isSame = last?.site === site && !this.stale.delete(key);
    if (last && isSame && last.head === head && last.toc === body.toc) return last.html;
    const isTyping = last !== undefined && isSame;
    if (isTyping && last.head !== head) this.later();
    const around = isTyping ? last.around : page && this.aroundOf(given, page);
    const inSite = page && site && around ? { page, site: site.facts, around } : undefined;
    const made = renderPage(pageInputOf({ article, inSite, hugo: given.facts.hugo, body, now: Date.now() }));
    this.kept.set(key, { head, site, around, toc: body.toc, html: made });
    return made;
  }

  /** `undefined` for what stands in no lists. */
  private cardHtml(
    uri: vscode.Uri,
    given: Given,
    page: Page | undefined,
    body: RenderedBody,
  ): string | undefined {
    // What is around the article is looked up for its page.
    this.pageHtml(uri, given, page, body);
    const around = this.kept.get(uri.toString())?.around;
    if (!page || !given.site || !around) return undefined;
    const inSite = { page, site: given.site.facts, around };
    const { article, facts } = given;
    const input = pageInputOf({ article, inSite, hugo: facts.hugo, body, now: Date.now() });
    return input.look === 'plain' ? undefined : renderCard(input);
  }

  private aroundOf({ site, facts }: Given, page: Page): Surroundings | undefined {
    if (!site) return undefined;
    const { config } = site.facts;
    if (!this.awaited.has(site)) {
      this.awaited.add(site);
      void site.indexed.then(() => this.forget());
    }
    return surroundingsOf({ page, config, hugo: facts.hugo, articles: site.index, now: Date.now() });
  }

  /** Looks at what stands around the articles again, in a moment. */
  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.forget(), REST_MS);
  }

  private forget(): void {
    for (const key of this.kept.keys()) this.stale.add(key);
    this.changed.fire();
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const disposable of this.disposables) disposable.dispose();
  }
}

/** By the theme's `.Param "mathjax"`, which has to be the switch itself (layouts/partials/mathjax.html). */
function showsMath(page: Page, { site }: Given): boolean {
  if (!site || page.kind !== 'page') return false;
  const own = page.effective['mathjax'];
  const { params } = settingsFor(site.facts.config, page.language);
  return (own ?? at(params, 'mathjax')) === true;
}

function coloursOf({ facts }: Given): PageState['colours'] {
  const { codeFences, noClasses, style } = markupOf(facts).highlight;
  return codeFences && noClasses ? codeStyle(style) : NO_COLOURS;
}

const NO_COLOURS: PageState['colours'] = {};

/** The page for a file that is no article. */
const nothing = (why: string): PageState => ({
  page: html`<p class="galley-nothing">${why}</p>`.html,
  blocks: [],
  lines: [],
  bodyLine: 0,
  lineCount: 1,
  math: false,
  colours: NO_COLOURS,
});
