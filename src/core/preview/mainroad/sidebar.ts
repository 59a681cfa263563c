import type { Value } from '../../article/tree.ts';
import { html, nothing } from '../html.ts';
import type { Html } from '../html.ts';
import type { SitePageInput } from '../input.ts';
import { isTrue, listOf, mark, printed, siteParam, withDefault } from '../params.ts';
import type { Words } from '../words.ts';
import { widget } from './widgets.ts';

/** The side bar with its widgets (partials/sidebar.html); any true value but `left` puts it on the right. */
export function sidebar(input: SitePageInput, words: Words): Html {
  const { effective, kind } = input.page;
  const usual = siteParam(input, 'sidebar', kind === 'page' ? 'single' : kind === 'home' ? 'home' : 'list');
  const side = withDefault(effective['sidebar'], usual);
  if (!isTrue(side)) return nothing;
  const mode = side === 'left' ? ' sidebar--left' : '';
  return html`<aside class="sidebar${mode}" ${mark(input, 'sidebar')}>${content(input, words)}</aside>`;
}

function content(input: SitePageInput, words: Words): readonly Html[] {
  const own = input.page.effective['widgets'];
  const names: Value | undefined = withDefault(own, siteParam(input, 'sidebar', 'widgets'));
  if (!isTrue(names)) return [warning(words)];
  return listOf(names).map((name, item) => {
    const isOwn = names === own;
    return widget(input, words, {
      name: printed(name),
      mark: isOwn ? mark(input, 'widgets', item) : nothing,
    });
  });
}

const warning = (words: Words): Html =>
  html`<p class="sidebar__warning">
    <strong>${words.sidebar_warning}:</strong><br />${words.sidebar_recommendation}
  </p>`;
