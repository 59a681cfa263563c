import { isMainThread, parentPort } from 'node:worker_threads';
import { main } from './main.ts';
import { workInThread } from './threads.ts';

if (isMainThread)
  void main(process.argv.slice(2), {
    out: process.stdout,
    err: process.stderr,
    cwd: process.cwd(),
    env: process.env,
    threadScript: __filename,
    onInterrupt: listener => {
      process.once('SIGINT', listener);
      return () => process.off('SIGINT', listener);
    },
  }).then(code => (process.exitCode = code));
else void workInThread(parentPort);
