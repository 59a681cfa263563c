// @ts-check
// Runs npm with progress that can be seen anywhere: npm itself shows none where there is no terminal.
import { spawn } from 'node:child_process';

const unreachable =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT|FETCH_ERROR)\b/;

/**
 * Runs `npm ARGS` in `cwd`, with a line at the start, one every five seconds and one at the end.
 * Throws with npm's own words; first says so where the registry could not be reached.
 * @param {string} label what is being done, for the progress lines
 * @param {string[]} args
 * @param {string} cwd
 */
export async function npm(label, args, cwd) {
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  console.log(`${label} …`);
  const beat = setInterval(() => console.log(`${label} … ${seconds()}`), 5000);
  try {
    const { code, output } = await run([...args, '--no-audit', '--no-fund', '--loglevel=error'], cwd);
    if (code !== 0) {
      const why = unreachable.test(output)
        ? 'The npm registry cannot be reached (see `npm config get registry`, proxy and network).\n'
        : '';
      throw new Error(`${label}: npm ${args.join(' ')} failed.\n${why}${output.trim()}`);
    }
  } finally {
    clearInterval(beat);
  }
  console.log(`${label}: done in ${seconds()}`);
}

/**
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run(args, cwd) {
  // Inside an npm script npm names its own file: started with Node it needs no shell, on Windows either.
  const cli = process.env['npm_execpath'];
  const child = cli?.endsWith('.js')
    ? spawn(process.execPath, [cli, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    : spawn('npm', args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  let output = '';
  child.stdout.on('data', data => (output += data));
  child.stderr.on('data', data => (output += data));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code => resolve({ code, output }));
  });
}
