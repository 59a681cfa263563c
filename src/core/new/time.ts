import type { Node } from '../article/tree.ts';
import { dateSuggestions } from '../complete/dates.ts';
import type { EditValue } from '../edit/edit.ts';
import { offsetAt } from '../hugo/date-zone.ts';
import { goLayout } from '../preview/go-layout.ts';
import type { TemplateTime } from './template-functions.ts';

/**
 * An instant by the clock of the site. Hugo's own `hugo new` takes the zone of the computer; a page is read in that of
 * the site, UTC if it has none.
 *
 * @param instant milliseconds since 1970
 */
export function momentAt(instant: number, zone: string | undefined): TemplateTime {
  const offset = zone === undefined ? 0 : offsetAt(zone, instant);
  const moment = { clock: new Date(instant + offset * 1000), nanosecond: 0, offset };
  return { moment, rfc3339: goLayout(moment, '2006-01-02T15:04:05-07:00') };
}

/**
 * Now by the clock of the site, written as another date is: a native one of TOML, with the zone, or plain.
 *
 * @param now milliseconds since 1970
 */
export function nowLike(model: Node | undefined, now: number, zone: string | undefined): EditValue {
  const { rfc3339 } = momentAt(now, zone);
  if (model?.kind === 'date') return { date: rfc3339 };
  if (model?.kind === 'string' && /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(model.value)) return rfc3339;
  return dateSuggestions(now, zone)[0]?.text ?? rfc3339;
}
