import type { Value } from '../article/tree.ts';
import { at, isMap, textOf } from '../hugo/config-value.ts';
import { effectiveValue } from '../hugo/page-cascade.ts';
import { settingsFor } from '../hugo/url-page.ts';
import type { SiteSettings } from '../hugo/config-types.ts';
import { html, nothing } from './html.ts';
import type { Html } from './html.ts';
import type { SitePageInput } from './input.ts';

/** How templates read values: `.Param`, truth, `default`, and printing. Keys are lower case. */

export const settingsOf = ({ page, config }: SitePageInput): SiteSettings =>
  settingsFor(config, page.language);

/** `.Site.Params.a.b`. */
export const siteParam = (input: SitePageInput, ...keys: readonly string[]): Value | undefined =>
  at(settingsOf(input).params, ...keys);

/** `.Param name`: the page's value if the key is there, else the site's. */
export const param = (input: SitePageInput, name: string): Value | undefined =>
  effectiveValue(name, input.page, input.config)?.value;

/** What `if` and `with` take for true. */
export function isTrue(value: Value | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isMap(value)) return Object.keys(value).length > 0;
  return value !== undefined && value !== null && value !== '' && value !== 0 && value !== false;
}

/** `default`: of the first value, unless it is absent or empty; `false` is set (tpl/compare/compare.go). */
export const withDefault = (value: Value | undefined, usual: Value | undefined): Value | undefined =>
  isTrue(value) || value === false ? value : usual;

/** A value as `{{ . }}` prints it. */
export function printed(value: Value | undefined): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return `[${(value as readonly Value[]).map(printed).join(' ')}]`;
  if (!isMap(value)) return textOf(value) ?? '';
  const pairs = Object.keys(value)
    .sort()
    .map(key => `${key}:${printed(value[key])}`);
  return `map[${pairs.join(' ')}]`;
}

/** Items of a list; what is no list breaks the build and has none here. */
export const listOf = (value: Value | undefined): readonly Value[] =>
  Array.isArray(value) ? (value as readonly Value[]) : [];

/** Attributes that lead from a part of the page to where the article says it; none if it does not say it itself. */
export function mark({ page }: SitePageInput, key: string, item?: number): Html {
  if (!(key in page.effective) || key in page.cascadedFrom) return nothing;
  return item === undefined
    ? html` data-galley-key="${key}"`
    : html` data-galley-key="${key}" data-galley-item="${item}"`;
}
