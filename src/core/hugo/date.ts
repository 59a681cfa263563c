export { parseHugoDate, type HugoDate, type WallClock } from './date-parse.ts';
export { dateProblem, type DateProblem } from './date-problem.ts';
export type { DateFault } from './date-spelling.ts';
export { isTimeZone } from './date-zone.ts';
