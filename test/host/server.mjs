// @ts-check
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installVSCode } from './install.mjs';

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {(query: Record<string, string>) => string} url a page of the workbench
 * @property {(file: string) => string} uri how the workbench names a file of this machine
 * @property {Promise<string>} exited resolves, with the reason, when the server ends
 * @property {() => string} log the end of what the server printed
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the npm-carried VS Code's server on 127.0.0.1.
 * @param {object} options
 * @param {import('./install.mjs').Version} options.version
 * @param {string} options.data the folder for user data and extensions
 * @param {boolean} [options.restricted] folders are not trusted
 * @param {number} [options.port] a free one, if not given
 * @param {boolean} [options.temporary] the server ends by itself when it has been without a page for five minutes
 * @returns {Promise<Server>}
 */
export async function startServer({ version, data, restricted = false, port = 0, temporary = false }) {
  const { vscode, node } = await installVSCode(version);
  const token = tokenOf(data);
  const builtIn = elsewhere(path.join(vscode, 'extensions'));
  const server = spawn(
    node,
    [
      path.join(vscode, 'out/server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(port), '--connection-token-file', token.file],
      ...['--accept-server-license-terms', '--disable-telemetry'],
      ...['--server-data-dir', data, '--builtin-extensions-dir', builtIn.folder],
      // The workbench takes the page's `payload`, and with it the extension under development, only with this.
      '--enable-smoke-test-driver',
      ...(restricted ? [] : ['--disable-workspace-trust']),
      ...(temporary ? ['--enable-remote-auto-shutdown'] : []),
    ],
    // A group of its own, so that stop() reaches the extension hosts too.
    { cwd: vscode, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  let log = '';
  const keep = (/** @type {Buffer} */ data) => (log = (log + data).slice(-20_000));
  server.stdout.on('data', keep);
  server.stderr.on('data', keep);
  const exited = new Promise(resolve => {
    server.on('error', error => resolve(String(error)));
    server.on('exit', (code, signal) => resolve(`the server ended with ${signal ?? `code ${code}`}`));
  });
  const signal = (/** @type {NodeJS.Signals} */ name) => {
    if (server.pid && server.exitCode === null && server.signalCode === null) process.kill(-server.pid, name);
  };
  const letGo = boundTo(signal, builtIn.remove);
  const stop = async () => {
    signal('SIGTERM');
    const timer = setTimeout(() => signal('SIGKILL'), 3000);
    await exited;
    clearTimeout(timer);
    letGo();
    builtIn.remove();
  };
  try {
    const bound = await listening(server, exited, () => log);
    return {
      port: bound,
      url: query => `http://127.0.0.1:${bound}/?${new URLSearchParams({ tkn: token.value, ...query })}`,
      uri: file =>
        `vscode-remote://127.0.0.1:${bound}${path.resolve(file).split('/').map(encodeURIComponent).join('/')}`,
      exited,
      log: () => log,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Ends the server with this process, however it ends, short of SIGKILL.
 * @param {(name: NodeJS.Signals) => void} signal
 * @param {() => void} remove clears away what only this process knows of
 * @returns {() => void} undoes it
 */
function boundTo(signal, remove) {
  const onExit = () => {
    signal('SIGKILL');
    remove();
  };
  const onSignal = (/** @type {NodeJS.Signals} */ name) => {
    signal('SIGTERM');
    remove();
    if (process.listenerCount(name) === 0) process.kill(process.pid, name);
  };
  const names = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  process.once('exit', onExit);
  for (const name of names) process.once(name, onSignal);
  return () => {
    process.off('exit', onExit);
    for (const name of names) process.off(name, onSignal);
  };
}

/**
 * A folder under another name. The workbench takes a colour theme for one under development, and puts it on, if its
 * folder lies in the extension's, as it does here: this VS Code is installed inside of the project.
 * @param {string} target
 */
function elsewhere(target) {
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'galley-built-in-'));
  const folder = path.join(parent, path.basename(target));
  fs.symlinkSync(target, folder);
  return { folder, remove: () => fs.rmSync(parent, { recursive: true, force: true }) };
}

/**
 * What a page has to know: without it any page in any browser of this machine could talk to the server. It is kept with
 * the data, so that an address stays good.
 * @param {string} data
 */
function tokenOf(data) {
  const file = path.join(data, 'token');
  fs.mkdirSync(data, { recursive: true });
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(16).toString('hex'), { mode: 0o600 });
  return { file, value: fs.readFileSync(file, 'utf8') };
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @param {Promise<string>} exited
 * @param {() => string} log
 * @returns {Promise<number>} the port
 */
function listening(server, exited, log) {
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) =>
      reject(new Error(`VS Code's server did not start: ${why}\n${log()}`));
    const timer = setTimeout(() => fail('nothing after 60 s'), 60_000);
    void exited.then(why => fail(why));
    // A server that cannot have the port says so, and lives on.
    server.stderr?.on('data', () => log().includes('EADDRINUSE') && fail('EADDRINUSE'));
    server.stdout?.on('data', () => {
      const port = /Extension host agent listening on (\d+)/.exec(log());
      if (!port) return;
      clearTimeout(timer);
      resolve(Number(port[1]));
    });
  });
}
