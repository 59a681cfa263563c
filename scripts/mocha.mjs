// @ts-check
// Runs test files with mocha; the last line is the count that scripts/test.mjs reads.
//   node scripts/mocha.mjs [--reporter dot] [--timeout 2000] FILE…
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';

process.setSourceMapsEnabled(true);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { reporter: { type: 'string', default: 'spec' }, timeout: { type: 'string', default: '2000' } },
});
const mocha = new Mocha({
  reporter: values.reporter,
  timeout: Number(values.timeout),
  forbidOnly: Boolean(process.env['CI']),
  color: process.env['NO_COLOR'] === undefined,
});
for (const file of positionals) mocha.addFile(path.resolve(file));
await mocha.loadFilesAsync();
const runner = mocha.run(failures => {
  console.log(`tests: ${runner.stats?.passes ?? 0} passed, ${failures} failed`);
  process.exitCode = failures > 0 ? 1 : 0;
  setTimeout(() => {
    console.error('The tests have ended, but something keeps running: a server, a browser or a timer.');
    process.exit(1);
  }, 5000).unref();
});
