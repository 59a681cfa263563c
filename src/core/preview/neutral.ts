import type { Value } from '../article/tree.ts';
import { lowerKeys, textsOf } from '../hugo/config-value.ts';
import { dateText, isoText } from './date-text.ts';
import { html, nothing, rendered } from './html.ts';
import type { Html } from './html.ts';
import type { LonePageInput, SitePageInput } from './input.ts';
import { mark, printed } from './params.ts';

/** A page of a site whose theme Galley does not know: what the front matter says, in a quiet look. */
export const neutralPage = (input: SitePageInput): Html =>
  html`<main><article><header><h1${mark(input, 'title')}>${input.page.title}</h1>${dateLine(input)}</header><div class="galley-content" data-galley-content></div><footer>${terms(input)}</footer></article></main>`;

export const neutralCard = (input: SitePageInput): Html =>
  html`<main><article><header><h2${mark(input, 'title')}>${input.page.title}</h2>${dateLine(input)}</header><div class="galley-content"${input.body.summaryKey === undefined ? nothing : mark(input, input.body.summaryKey)}>${rendered(input.body.summary)}</div></article></main>`;

function dateLine(input: SitePageInput): Html {
  const { date } = input.page.dates;
  if (!date) return nothing;
  return html`<p class="galley-date">
    <time datetime="${isoText(date)}" ${mark(input, date.source)}
      >${dateText(date, ':date_long', input.page.language)}</time
    >
  </p>`;
}

function terms(input: SitePageInput): Html {
  const lists = Object.values(input.config.taxonomies).map(plural => {
    const key = plural.toLowerCase();
    const named = textsOf(input.page.effective[key]) ?? [];
    const items = named.map((term, index) => html`<li${mark(input, key, index)}>${term}</li>`);
    return items.length === 0
      ? nothing
      : html`<ul class="galley-terms">
          ${items}
        </ul>`;
  });
  return html`${lists}`;
}

/** A file outside of any site: its title, if it has one, above the body. */
export function plainPage({ frontMatter }: LonePageInput): Html {
  const title: Value | undefined = lowerKeys(frontMatter)['title'];
  const heading =
    title === undefined || title === null
      ? nothing
      : html`<h1 data-galley-key="title">${printed(title)}</h1>`;
  return html`<main>
    <article>
      ${heading}
      <div class="galley-content" data-galley-content></div>
    </article>
  </main>`;
}
