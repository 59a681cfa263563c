import { main } from './main.ts';

void main(process.argv.slice(2), {
  out: process.stdout,
  err: process.stderr,
  cwd: process.cwd(),
  env: process.env,
  onInterrupt: listener => {
    process.once('SIGINT', listener);
    return () => process.off('SIGINT', listener);
  },
}).then(code => (process.exitCode = code));
