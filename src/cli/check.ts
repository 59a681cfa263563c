import { readOptions } from './check-options.ts';
import type { Options } from './check-options.ts';
import type { Io } from './io.ts';
import type { ExitCode } from './main.ts';
import { reportJson, reportText } from './report.ts';
import { checkAll, newRun } from './run.ts';
import { inThreads, isWorthThreads } from './threads.ts';

/** `galley check`: checks articles and reports their problems. */
export async function checkCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const started = performance.now();
  const options = readOptions(args, io);
  const run = newRun(options, io, () => true);
  const found = isSharable(options, io) ? await inThreads(args, io) : await checkAll(options, run);
  const durationMs = Math.round(performance.now() - started);
  const report = options.format === 'json' ? reportJson : reportText;
  report({ ...found, durationMs, fixing: run.fixing, shown: options.shown }, io);
  if (found.isCancelled || (run.fixing && run.fixing.failed.length > 0)) return 2;
  const isBroken = found.reports.some(({ problems }) =>
    problems.some(({ severity }) => severity === 'error'),
  );
  return isBroken ? 1 : 0;
}

/** Whatever goes by the order of files, or to the network, is done by one thread. */
const isSharable = ({ fix, remote, paths }: Options, io: Io): boolean =>
  !fix && !remote && isWorthThreads(paths, io);
