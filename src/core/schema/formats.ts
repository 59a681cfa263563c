import { parseHugoDate } from '../hugo/date.ts';

/** A date as Hugo reads it; the empty text is no date, and no error. */
const hugoDate = (text: string): boolean => text === '' || parseHugoDate(text) !== undefined;

/** Named as the schemas name it: ajv's standalone code looks it up by that name. */
export { hugoDate as 'hugo-date' };
