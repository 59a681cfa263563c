import type { Value } from '../../article/tree.ts';
import { dateText, isoText } from '../date-text.ts';
import { html, nothing, url } from '../html.ts';
import type { Html } from '../html.ts';
import { icon } from '../icons.ts';
import type { SitePageInput } from '../input.ts';
import { isTrue, listOf, mark, param, printed, settingsOf, siteParam, withDefault } from '../params.ts';
import type { Words } from '../words.ts';

/** The meta row (partials/post_meta): its parts in the order that `post_meta` names them. */
export function metaRow(input: SitePageInput, words: Words): Html | undefined {
  const parts = listOf(param(input, 'post_meta')).map(name => metaPart(input, words, name));
  return parts.every(part => part.html === '') ? undefined : html`${parts}`;
}

/** A part that the theme does not know breaks the build; here it is left out. */
function metaPart(input: SitePageInput, words: Words, name: Value): Html {
  switch (name) {
    case 'author':
      return author(input);
    case 'date':
      return dates(input, words);
    case 'categories':
      return categories(input);
    case 'translations':
      return translations(input, words);
    default:
      return nothing;
  }
}

/** Items stand in a line: a space inside of one is one too many. */
const item = (name: string, content: Html): Html =>
  html`<div class="meta__item-${name} meta__item">${content}</div>`;

function author(input: SitePageInput): Html {
  const { name } = settingsOf(input).author;
  if (!isTrue(name)) return nothing;
  return html`<div class="meta__item-author meta__item">
    ${icon('author', 'meta__icon')}<span class="meta__text">${printed(name)}</span>
  </div>`;
}

function dates(input: SitePageInput, words: Words): Html {
  const { date, lastmod } = input.page.dates;
  if (!date) return nothing;
  const layout = printed(withDefault(siteParam(input, 'dateformat'), 'January 02, 2006'));
  const text = (at: typeof date): string => dateText(at, layout, input.page.language);
  const modified =
    lastmod && lastmod.instant !== date.instant
      ? html` <time class="meta__text" datetime="${isoText(lastmod)}" ${mark(input, lastmod.source)}
          >(${words.meta_lastmod}: ${text(lastmod)})</time
        >`
      : nothing;
  const published = html`<time class="meta__text" datetime="${isoText(date)}" ${mark(input, date.source)}
    >${text(date)}</time
  >`;
  return item('datetime', html`${icon('time', 'meta__icon')}${published}${modified}`);
}

function categories(input: SitePageInput): Html {
  const named = param(input, 'categories');
  if (!isTrue(named)) return nothing;
  const links = input.around.categories.map((link, index) =>
    link
      ? html`${index > 0 ? ', ' : ''}<a
            class="meta__link"
            href="${url(link.url)}"
            rel="category"
            ${mark(input, 'categories', index)}
            >${link.title}</a
          >`
      : nothing,
  );
  return item('categories', html`${icon('category', 'meta__icon')}<span class="meta__text">${links}</span>`);
}

function translations({ around }: SitePageInput, words: Words): Html {
  if (around.translations.length === 0) return nothing;
  const links = around.translations.map(
    (link, index) =>
      html`${index > 0 ? ', ' : ''}<a class="meta__link" href="${url(link.url)}"
          >${link.code.toUpperCase()}</a
        >`,
  );
  return html`<div class="meta__item-translations meta__item">
    <span class="meta__text">${words.meta_translations}: ${links}</span>
  </div>`;
}
