export { parseHugoDate } from './date-parse.ts';
export { dateProblem } from './date-problem.ts';
export type { DateFault } from './date-spelling.ts';
export { isTimeZone } from './date-zone.ts';
