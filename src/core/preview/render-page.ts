import { html, nothing } from './html.ts';
import type { Html } from './html.ts';
import type { PageInput, SitePageInput } from './input.ts';
import { after } from './mainroad/after.ts';
import { article } from './mainroad/article.ts';
import { card } from './mainroad/card.ts';
import { footer, header } from './mainroad/frame.ts';
import { sidebar } from './mainroad/sidebar.ts';
import { neutralCard, neutralPage, plainPage } from './neutral.ts';
import { printed, siteParam, withDefault } from './params.ts';
import { wordsOf } from './words.ts';
import type { Words } from './words.ts';

/**
 * The page around a body, in one root element. Where the body belongs stands an empty element with
 * `data-galley-content`; what comes from the front matter has `data-galley-key`, and `data-galley-item` (zero-based)
 * for items of lists. No scripts, no style attributes.
 */
export function renderPage(input: PageInput): string {
  switch (input.look) {
    case 'mainroad':
      return mainroad(input, words => main(input, words)).html;
    case 'neutral':
      return root(input, neutralPage(input)).html;
    case 'plain':
      return html`<div class="galley-page galley-plain">${plainPage(input)}</div>`.html;
  }
}

/** The article as it stands in lists of the site, in the same root element as the page. */
export function renderCard(input: SitePageInput): string {
  return input.look === 'mainroad'
    ? mainroad(input, words => html`<main class="main list" role="main">${card(input, words)}</main>`).html
    : root(input, neutralCard(input)).html;
}

const root = ({ page, look }: SitePageInput, content: Html): Html =>
  html`<div class="galley-page galley-${look}" lang="${page.language}">${content}</div>`;

function mainroad(input: SitePageInput, primary: (words: Words) => Html): Html {
  const words = wordsOf(input.page.language, input.config.defaultContentLanguage);
  return html`<div class="galley-page body" lang="${input.page.language}" ${accent(input)}>
    <div class="container container--outer">
      ${header(input, words)}
      <div class="wrapper flex">
        <div class="primary">${primary(words)}</div>
        ${sidebar(input, words)}
      </div>
      ${footer(input, words)}
    </div>
  </div>`;
}

/** The colour that the site chose, for `--galley-highlight`: pages have no style attributes. */
function accent(input: SitePageInput): Html {
  const usual = withDefault(siteParam(input, 'highlightcolor'), '');
  const colour = printed(withDefault(siteParam(input, 'style', 'vars', 'highlightcolor'), usual));
  return /^(?:#[\da-f]{3,8}|[a-z]+|(?:rgb|hsl)a?\([\d\s,.%/]+\))$/i.test(colour)
    ? html` data-galley-highlight="${colour}"`
    : nothing;
}

const main = (input: SitePageInput, words: Words): Html =>
  html`<main class="main" role="main">${article(input, words)}</main>
    ${after(input, words)}`;
