import { html, nothing, rendered, url } from '../html.ts';
import type { Html } from '../html.ts';
import type { SitePageInput } from '../input.ts';
import { isTrue, mark, siteParam } from '../params.ts';
import type { Words } from '../words.ts';
import { lead } from './article.ts';
import { metaRow } from './meta.ts';
import { thumbnail } from './thumbnail.ts';

/** The article in a list (_default/summary.html). */
export function card(input: SitePageInput, words: Words): Html {
  const { page, body } = input;
  const meta = metaRow(input, words);
  const summaryMark = body.summaryKey === undefined ? nothing : mark(input, body.summaryKey);
  const more =
    body.truncated && isTrue(siteParam(input, 'readmore'))
      ? html`<div class="list__footer clearfix">
          <a class="list__footer-readmore btn" href="${url(page.relPermalink)}">${words.read_more}</a>
        </div>`
      : nothing;
  return html`<article class="list__item post">
    ${thumbnail(input, 'list')}
    <header class="list__header">
      <h2 class="list__title post__title" ${mark(input, 'title')}>
        <a href="${url(page.relPermalink)}" rel="bookmark">${page.title}</a>
      </h2>
      ${lead(input, 'list__lead post__lead')}${meta && html`<div class="list__meta meta" ${mark(input, 'post_meta')}>${meta}</div>`}
    </header>
    <div class="content list__excerpt post__content clearfix" ${summaryMark}>${rendered(body.summary)}</div>
    ${more}
  </article>`;
}
