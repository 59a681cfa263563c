import { offsetAt } from '../hugo/date-zone.ts';
import { message } from '../messages.ts';
import type { Message } from '../messages.ts';

/** A date that an editor is likely to want, as Hugo reads it. */
export interface DateSuggestion {
  readonly text: string;
  readonly label: Message;
}

/**
 * Now, the next full hour, and tomorrow at eight, by the clock of the site. Without a zone of the site Hugo takes
 * UTC, so the dates say so.
 */
export function dateSuggestions(now: number, timeZone: string | undefined): DateSuggestion[] {
  const local = now + (timeZone === undefined ? 0 : offsetAt(timeZone, now) * 1000);
  const hour = 3_600_000;
  const nextHour = Math.floor(local / hour + 1) * hour;
  const tomorrow = Math.floor(local / (24 * hour) + 1) * 24 * hour + 8 * hour;
  const write = (instant: number): string => {
    const text = new Date(instant).toISOString();
    return timeZone === undefined
      ? `${text.slice(0, 19)}+00:00`
      : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
  };
  return [
    { text: write(local), label: message('complete.now') },
    { text: write(nextHour), label: message('complete.next-hour') },
    { text: write(tomorrow), label: message('complete.tomorrow') },
  ];
}
