import { message } from '../core/messages.ts';
import { checkCommand } from './check.ts';
import { renderCommand } from './render.ts';
import { createIo, UsageError } from './io.ts';
import type { Surroundings } from './io.ts';

/** 0: nothing wrong; 1: errors found; 2: could not do the job. */
export type ExitCode = 0 | 1 | 2;

/** The command line as a function of its arguments and surroundings. */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const io = createIo(args, surroundings);
  const [first, ...rest] = args;
  // Behind a command it is asked for just as well.
  const command = args.includes('--help') ? '--help' : first;
  try {
    switch (command) {
      case 'check':
        return await checkCommand(rest, io);
      case 'render':
        return await renderCommand(rest, io);
      case '--version':
      case '-v':
        io.print(__GALLEY_VERSION__);
        return 0;
      case '--help':
      case '-h':
      case 'help':
        io.print(io.say(message('cli.help')));
        return 0;
      default:
        throw new UsageError(
          message(command === undefined ? 'cli.no-command' : 'cli.unknown-command', {
            command: command ?? '',
          }),
        );
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.complain(io.say(error.text));
    return 2;
  }
}
