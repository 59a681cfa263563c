import type { ValueMap } from '../../article/tree.ts';
import { mapAt, mapsOf } from '../../hugo/config-value.ts';
import { html, nothing, url } from '../html.ts';
import type { Html } from '../html.ts';
import { icon } from '../icons.ts';
import type { SitePageInput } from '../input.ts';
import { isTrue, printed, settingsOf, siteParam } from '../params.ts';
import type { Words } from '../words.ts';

const NETWORKS = [
  ['facebook', 'Facebook', 'https://facebook.com/'],
  ['twitter', 'Twitter', 'https://twitter.com/'],
  ['instagram', 'Instagram', 'https://www.instagram.com/'],
  ['linkedin', 'LinkedIn', 'https://linkedin.com/in/'],
  ['telegram', 'Telegram', 'https://t.me/'],
  ['github', 'GitHub', 'https://github.com/'],
  ['gitlab', 'GitLab', 'https://gitlab.com/'],
  ['bitbucket', 'Bitbucket', 'https://bitbucket.org/'],
] as const;

/** The accounts that `[Params.widgets.social]` names (partials/widgets/social.html). */
export function social(input: SitePageInput, words: Words): { name: string; content: Html } | undefined {
  if (!isTrue(siteParam(input, 'widgets', 'social'))) return undefined;
  const accounts = mapAt(settingsOf(input).params, 'widgets', 'social');
  const items = [...networks(accounts), email(accounts), ...customs(accounts)];
  const content = html`<h4 class="widget-social__title widget__title">${words.social_title}</h4>
    <div class="widget-social__content widget__content">${items}</div>`;
  return { name: 'social', content };
}

const networks = (accounts: ValueMap): readonly Html[] =>
  NETWORKS.map(([key, label, address]) =>
    isTrue(accounts[key])
      ? entry(
          label,
          `${address}${printed(accounts[key])}`,
          html`${icon('link', 'widget-social__link-icon', key)} <span>${label}</span>`,
        )
      : nothing,
  );

function email(accounts: ValueMap): Html {
  const address = printed(accounts['email']);
  if (address === '') return nothing;
  return entry(
    'Email',
    `mailto:${address}`,
    html`${icon('mail', 'widget-social__link-icon')} <span>${address}</span>`,
  );
}

const customs = (accounts: ValueMap): readonly Html[] =>
  mapsOf(accounts['custom']).map(({ title, url: target }) =>
    entry(printed(title), printed(target), html`<span>${printed(title)}</span>`),
  );

const entry = (label: string, target: string, content: Html): Html =>
  html`<div class="widget-social__item widget__item">
    <a class="widget-social__link widget__link btn" title="${label}" href="${url(target)}">${content}</a>
  </div>`;
