import { Writable } from 'node:stream';
import { main } from '../../../src/cli/main.ts';

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process. */
export async function run(cwd: string, ...args: string[]): Promise<Run> {
  const texts: [string, string] = ['', ''];
  const sink = (index: 0 | 1): Writable =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        texts[index] += chunk.toString();
        done();
      },
    });
  const code = await main(args, { out: sink(0), err: sink(1), cwd, env: {} });
  return { code, out: texts[0], err: texts[1] };
}
