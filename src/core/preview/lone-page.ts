import type { Article } from '../article/article.ts';
import { entryOf, valueOf } from '../article/tree.ts';
import { textOf, textsOf } from '../hugo/config-value.ts';
import { escapeGo } from '../render/html/escape.ts';

/** The page around the body, with a slot for it: title, lead, picture, tags. */
export function simplePage({ tree }: Article): string {
  const value = (key: string): ReturnType<typeof valueOf> | undefined => {
    const entry = tree && entryOf(tree, key);
    return entry && valueOf(entry.value);
  };
  const text = (key: string): string => escapeGo(textOf(value(key)) ?? '');
  const part = (key: string, html: (text: string) => string): string =>
    text(key) === '' ? '' : html(text(key));
  const tags = (textsOf(value('tags')) ?? []).map(
    (tag, index) =>
      `<li class="tags__item" data-galley-key="tags" data-galley-item="${index}"><a class="tags__link btn" href="#">${escapeGo(tag)}</a></li>`,
  );
  return [
    `<div class="container container--outer"><main class="main" role="main"><article class="post"><header class="post__header">`,
    `<h1 class="post__title" data-galley-key="title">${text('title')}</h1>`,
    part('lead', lead => `<p class="post__lead" data-galley-key="lead">${lead}</p>`),
    `</header>`,
    part(
      'thumbnail',
      src =>
        `<figure class="post__thumbnail thumbnail" data-galley-key="thumbnail"><img class="thumbnail__image" src="${src}" alt="${text('title')}"></figure>`,
    ),
    `<div class="content post__content clearfix" data-galley-content></div>`,
    tags.length === 0
      ? ''
      : `<footer class="post__footer"><div class="post__tags tags clearfix"><ul class="tags__list">${tags.join('')}</ul></div></footer>`,
    `</article></main></div>`,
  ].join('');
}
