import { html, nothing, url } from '../html.ts';
import type { Html } from '../html.ts';
import type { SitePageInput, TermLink } from '../input.ts';
import { isTrue, siteParam } from '../params.ts';
import type { Words } from '../words.ts';
import { social } from './social.ts';

/** One entry of `widgets`. */
export interface WidgetEntry {
  readonly name: string;
  /** Attributes that lead to where the article names it. */
  readonly mark: Html;
}

/** What makes the inside of a widget; `undefined`: the widget shows nothing. */
type WidgetMaker = (input: SitePageInput, words: Words) => Widget | undefined;

interface Widget {
  /** Goes into the class names. */
  readonly name: string;
  readonly content: Html;
}

const MAKERS: Readonly<Record<string, WidgetMaker>> = {
  search: (input, words) => ({ name: 'search', content: searchForm(input, words) }),
  'ddg-search': (input, words) => ({ name: 'search', content: searchForm(input, words) }),
  recent,
  categories,
  taglist,
  social,
  languages,
  sidemenu,
};

/** A widget of the theme (partials/widgets). One that the site brings itself is a box with its name. */
export function widget(input: SitePageInput, words: Words, entry: WidgetEntry): Html {
  const { name, mark } = entry;
  if (!Object.hasOwn(MAKERS, name)) {
    return html`<div class="widget galley-unknown-widget" ${mark}>
      <h4 class="widget__title">${name}</h4>
    </div>`;
  }
  const made = MAKERS[name]?.(input, words);
  return made ? html`<div class="widget-${made.name} widget" ${mark}>${made.content}</div>` : nothing;
}

/** It leads nowhere here. */
function searchForm(_input: SitePageInput, { search_placeholder }: Words): Html {
  return html`<form class="widget-search__form" role="search">
    <input
      class="widget-search__field"
      type="search"
      placeholder="${search_placeholder}"
      value=""
      aria-label="${search_placeholder}"
    /><input class="widget-search__submit" type="submit" value="Search" />
  </form>`;
}

const titled = (title: string, content: Html): Html =>
  html`<h4 class="widget__title">${title}</h4>
    <div class="widget__content">${content}</div>`;

const list = (items: readonly Html[]): Html =>
  html`<ul class="widget__list">
    ${items.map(item => html`<li class="widget__item">${item}</li>`)}
  </ul>`;

const link = (target: string, content: Html): Html =>
  html`<a class="widget__link" href="${url(target)}">${content}</a>`;

function recent({ around }: SitePageInput, words: Words): Widget | undefined {
  if (around.recent.length === 0) return undefined;
  const items = around.recent.map(({ title, url: target }) => link(target, html`${title}`));
  return { name: 'recent', content: titled(words.recent_title, list(items)) };
}

const termsOf = ({ around }: SitePageInput, taxonomy: string): readonly TermLink[] =>
  around.terms[taxonomy] ?? [];

function categories(input: SitePageInput, words: Words): Widget | undefined {
  const terms = termsOf(input, 'categories');
  if (terms.length === 0) return undefined;
  const counts = isTrue(siteParam(input, 'widgets', 'categories_counter'));
  const items = terms.map(({ title, url: target, count }) => {
    const bubble = html`  <span class="widget__counter widget__counter--bubble">${count}</span>`;
    return html`${link(target, html`${title}`)}${counts ? bubble : nothing}`;
  });
  return { name: 'categories', content: titled(words.categories_title, list(items)) };
}

function taglist(input: SitePageInput, words: Words): Widget | undefined {
  const terms = termsOf(input, 'tags');
  if (terms.length === 0) return undefined;
  const counts = isTrue(siteParam(input, 'widgets', 'tags_counter'));
  const links = terms.map(
    ({ title, url: target, count }) =>
      html`<a class="widget-taglist__link widget__link btn" href="${url(target)}" title="${title}"
        >${title}${counts ? ` (${String(count)})` : ''}</a
      > `,
  );
  return { name: 'taglist', content: titled(words.tags_title, html`${links}`) };
}

function languages({ around }: SitePageInput, words: Words): Widget | undefined {
  if (around.homes.length < 2) return undefined;
  const links = around.homes.map(({ code, name, url: target }) => {
    const label =
      name === ''
        ? nothing
        : html`<span class="widget-languages__link-text widget__link-text">${humanized(name)}</span>`;
    return html`<a class="widget-languages__link widget__link" href="${url(target)}"
      ><span class="widget-languages__link-btn widget__link-btn btn">${code.toUpperCase()}</span>${label}</a
    >`;
  });
  return { name: 'languages', content: titled(words.languages_title, list(links)) };
}

function sidemenu({ around }: SitePageInput, words: Words): Widget | undefined {
  const { side = [] } = around.menus;
  if (side.length === 0) return undefined;
  const items = side.map(({ name, url: target }) => link(target, html`${name}`));
  const content = html`<h4 class="widget__title">${words.sidemenu_title}</h4>
    <nav class="widget__content">${list(items)}</nav>`;
  return { name: 'sidemenu', content };
}

/** `title | humanize`: one capital letter at the start. */
const humanized = (name: string): string =>
  name.charAt(0).toUpperCase() + name.slice(1).toLowerCase().replace(/[_-]+/g, ' ');
