import { relUrl } from '../address.ts';
import { html, nothing, rendered, url } from '../html.ts';
import type { Html } from '../html.ts';
import type { SitePageInput } from '../input.ts';
import { printed, settingsOf, siteParam, withDefault } from '../params.ts';
import { langUrl } from '../tag-url.ts';
import type { Words } from '../words.ts';

/** Logo and main menu (partials/header.html). */
export const header = (input: SitePageInput, words: Words): Html =>
  html`<header class="header">
    <div class="container header__container">${logo(input)}${menu(input, words)}</div>
  </header>`;

function logo(input: SitePageInput): Html {
  const settings = settingsOf(input);
  const title = printed(withDefault(siteParam(input, 'logo', 'title'), settings.title));
  const subtitle = printed(withDefault(siteParam(input, 'logo', 'subtitle'), siteParam(input, 'subtitle')));
  const picture = printed(siteParam(input, 'logo', 'image'));
  if (title === '' && picture === '') return nothing;
  const source = relUrl(picture, { settings, hugo: input.hugo });
  const box =
    picture === ''
      ? nothing
      : html`<div class="logo__item logo__imagebox">
          <img class="logo__img" src="${url(source)}" alt="" />
        </div>`;
  const tagline = subtitle === '' ? nothing : html`<div class="logo__tagline">${subtitle}</div>`;
  const text =
    title === ''
      ? nothing
      : html`<div class="logo__item logo__text">
          <div class="logo__title">${title}</div>
          ${tagline}
        </div>`;
  const mixed = title !== '' && picture !== '' ? ' logo--mixed' : '';
  return html`<div class="logo${mixed}">
    <a
      class="logo__link"
      href="${url(langUrl(input, ''))}"
      ${title === '' ? nothing : html` title="${title}"`}
      rel="home"
      >${box}${text}</a
    >
  </div>`;
}

function menu({ around }: SitePageInput, words: Words): Html {
  const { main = [] } = around.menus;
  if (main.length === 0) return html`<div class="divider"></div>`;
  const items = main
    .filter(({ name }) => name !== '')
    .map(
      ({ name, url: target, isCurrent }) =>
        html`<li class="menu__item${isCurrent ? ' menu__item--active' : ''}">
          <a class="menu__link" href="${url(target)}"><span class="menu__text">${name}</span></a>
        </li>`,
    );
  return html`<nav class="menu">
    <button class="menu__btn" type="button" aria-haspopup="true" aria-expanded="false" tabindex="0">
      <span class="menu__btn-title" tabindex="-1">${words.menu_label}</span>
    </button>
    <ul class="menu__list">
      ${items}
    </ul>
  </nav>`;
}

const HUGO = '<a href="https://gohugo.io/" rel="nofollow noopener">Hugo</a>';
const THEME = '<a href="https://github.com/Vimux/Mainroad/" rel="nofollow noopener">Mainroad</a>';

/** Menu and copyright at the end of the page (partials/footer.html). */
export function footer(input: SitePageInput, words: Words): Html {
  const owner = printed(withDefault(siteParam(input, 'copyright'), settingsOf(input).title));
  const credits = words.footer_credits.replace('{hugo}', HUGO).replace('{theme}', THEME);
  const year = new Date(input.now).getFullYear();
  return html`<footer class="footer">
    <div class="container footer__container flex">
      ${links(input)}
      <div class="footer__copyright">
        © ${year} ${owner}. <span class="footer__copyright-credits">${rendered(credits)}</span>
      </div>
    </div>
  </footer>`;
}

function links({ around }: SitePageInput): Html {
  const { footer: entries = [] } = around.menus;
  if (entries.length === 0) return nothing;
  const parts = entries.map(
    ({ name, url: target }, index) =>
      html`${index > 0 ? ' | ' : ''}<a class="footer__link" href="${url(target)}">${name}</a>`,
  );
  return html`<div class="footer__links">${parts}</div>`;
}
