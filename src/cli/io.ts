import type { Writable } from 'node:stream';
import type { Net } from '../core/images/net.ts';
import { localiser } from '../core/messages.ts';
import type { Localise, Message } from '../core/messages.ts';

/** What a run of the command line has around it. */
export interface Surroundings {
  readonly out: Writable;
  readonly err: Writable;
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Another network than the machine's. */
  readonly net?: Net;
  /** The script that a thread of this program runs; absent: everything is done in one thread. */
  readonly threadScript?: string;
  /** Calls back when somebody wants a long job to end; gives back how to listen no more. */
  readonly onInterrupt?: (listener: () => void) => () => void;
}

export interface Io extends Surroundings {
  readonly say: Localise;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** The arguments do not make sense, or name what is not there; ends the run with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly text: Message;

  constructor(text: Message) {
    super(text.code);
    this.text = text;
  }
}

/** Language: `--locale`, else the environment as POSIX orders it. */
export function createIo(args: readonly string[], surroundings: Surroundings): Io {
  const { env, out, err } = surroundings;
  const at = args.findIndex(arg => arg === '--locale' || arg.startsWith('--locale='));
  const given = at === -1 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  const locale = given ?? [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(value => value) ?? 'en';
  return {
    ...surroundings,
    say: localiser(locale),
    print: line => void out.write(`${line}\n`),
    complain: line => void err.write(`${line}\n`),
  };
}
