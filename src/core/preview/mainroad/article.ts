import { html, nothing, rendered, url } from '../html.ts';
import type { Html } from '../html.ts';
import { icon } from '../icons.ts';
import type { SitePageInput } from '../input.ts';
import { isTrue, listOf, mark, param, printed } from '../params.ts';
import { tagUrl } from '../tag-url.ts';
import type { Words } from '../words.ts';
import { metaRow } from './meta.ts';
import { thumbnail } from './thumbnail.ts';

/** `article.post` (_default/single.html), with an empty slot for the blocks of the body. */
export function article(input: SitePageInput, words: Words): Html {
  const meta = metaRow(input, words);
  return html`<article class="post">
    <header class="post__header">
      <h1 class="post__title" ${mark(input, 'title')}>${input.page.title}</h1>
      ${lead(input, 'post__lead')}${meta && html`<div class="post__meta meta" ${mark(input, 'post_meta')}>${meta}</div>`}
    </header>
    ${thumbnail(input, 'post')}${toc(input, words)}
    <div class="content post__content clearfix" data-galley-content></div>
    ${tags(input)}
  </article>`;
}

/** The line under the title; text, no Markdown. */
export function lead(input: SitePageInput, className: string): Html {
  const text = input.page.effective['lead'];
  return isTrue(text) ? html`<p class="${className}" ${mark(input, 'lead')}>${printed(text)}</p>` : nothing;
}

/** An empty table of contents has 32 bytes; the theme shows what is longer. */
const EMPTY_TOC = 32;

function toc(input: SitePageInput, words: Words): Html {
  const { toc: list } = input.body;
  if (!isTrue(param(input, 'toc')) || list.length <= EMPTY_TOC) return nothing;
  return html`<div class="post__toc toc" ${mark(input, 'toc')}>
    <div class="toc__title">${words.toc_title}</div>
    <div class="toc__menu">${rendered(list)}</div>
  </div>`;
}

function tags(input: SitePageInput): Html {
  const named = input.page.effective['tags'];
  if (!isTrue(named)) return nothing;
  const items = listOf(named).map(
    (tag, index) =>
      html`<li class="tags__item" ${mark(input, 'tags', index)}>
        <a class="tags__link btn" href="${url(tagUrl(input, printed(tag)))}" rel="tag">${printed(tag)}</a>
      </li>`,
  );
  return html`<footer class="post__footer">
    <div class="post__tags tags clearfix">
      ${icon('tag', 'tags__badge')}
      <ul class="tags__list">
        ${items}
      </ul>
    </div>
  </footer>`;
}
