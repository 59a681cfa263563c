import { relUrl } from '../address.ts';
import { html, nothing, rendered, url } from '../html.ts';
import type { Html } from '../html.ts';
import type { PageLink, SitePageInput } from '../input.ts';
import { isTrue, mark, param, printed, settingsOf } from '../params.ts';
import type { Words } from '../words.ts';

/** What stands after an article: the box about the author and the way to the neighbours. */
export const after = (input: SitePageInput, words: Words): Html =>
  html`${authorBox(input, words)}${pager(input, words)}`;

/** partials/authorbox.html. */
function authorBox(input: SitePageInput, words: Words): Html {
  if (!isTrue(param(input, 'authorbox'))) return nothing;
  const settings = settingsOf(input);
  const { name, avatar } = settings.author;
  const { authorBio } = input.body;
  const source = relUrl(printed(avatar), { settings, hugo: input.hugo });
  const parts = [
    !isTrue(avatar) && !isTrue(name) && authorBio === ''
      ? html`<p class="authorbox__warning">
          <strong>WARNING:</strong> Authorbox is activated, but [Author] parameters are not specified.
        </p>`
      : nothing,
    isTrue(avatar)
      ? html`<figure class="authorbox__avatar">
          <img alt="${printed(name)} avatar" src="${url(source)}" class="avatar" height="90" width="90" />
        </figure>`
      : nothing,
    isTrue(name)
      ? html`<div class="authorbox__header">
          <span class="authorbox__name">${words.authorbox_name.replace('{name}', () => printed(name))}</span>
        </div>`
      : nothing,
    authorBio === '' ? nothing : html`<div class="authorbox__description">${rendered(authorBio)}</div>`,
  ];
  return html`<div class="authorbox clearfix" ${mark(input, 'authorbox')}>${parts}</div>`;
}

/** partials/pager.html. */
function pager(input: SitePageInput, words: Words): Html {
  const { previous, next } = input.around;
  if (!isTrue(param(input, 'pager')) || (!previous && !next)) return nothing;
  return html`<nav class="pager flex" ${mark(input, 'pager')}>
    ${previous && neighbour(previous, 'prev', `«\u2009${words.post_nav_prev}`)}${next && neighbour(next, 'next', `${words.post_nav_next}\u2009»`)}
  </nav>`;
}

function neighbour({ title, url: target }: PageLink, side: 'prev' | 'next', label: string): Html {
  return html`<div class="pager__item pager__item--${side}">
    <a class="pager__link" href="${url(target)}" rel="${side}"
      ><span class="pager__subtitle">${label}</span>
      <p class="pager__title">${title}</p></a
    >
  </div>`;
}
