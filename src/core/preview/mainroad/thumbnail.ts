import { isMap } from '../../hugo/config-value.ts';
import { relUrl } from '../address.ts';
import { html, nothing, url } from '../html.ts';
import type { Html } from '../html.ts';
import type { SitePageInput } from '../input.ts';
import { isTrue, listOf, mark, printed, settingsOf, siteParam, withDefault } from '../params.ts';

/** The picture above an article or in its list card (partials/post_thumbnail.html). */
export function thumbnail(input: SitePageInput, place: 'post' | 'list'): Html {
  const { page, hugo } = input;
  const given = page.effective['thumbnail'];
  if (!isTrue(given)) return nothing;
  const usual = withDefault(siteParam(input, 'thumbnail', 'visibility'), ['list', 'post']);
  const visibility = isMap(given) ? withDefault(given['visibility'], usual) : usual;
  const isShown =
    typeof visibility === 'string' ? visibility.includes(place) : listOf(visibility).includes(place);
  if (!isShown) return nothing;
  const source = relUrl(printed(isMap(given) ? given['src'] : given), { settings: settingsOf(input), hugo });
  const image = html`<img class="thumbnail__image" src="${url(source)}" alt="${page.title}" />`;
  const linked =
    place === 'list' ? html`<a class="thumbnail__link" href="${url(page.relPermalink)}">${image}</a>` : image;
  return html`<figure class="${place}__thumbnail thumbnail" ${mark(input, 'thumbnail')}>${linked}</figure>`;
}
