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
