// What is loaded when: bytes before activation ends and behind it, and the time that loading takes, each in a process of
// its own. usage: node esbuild.mjs --production && node bench/load.mjs
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** As much of `vscode` as modules touch while they are loaded: anything is a class with anything in it. */
const script = file => `
const Module = require('node:module');
const anything = new Proxy(class {}, {
  get: (own, key) => (key === 'prototype' ? own.prototype : anything),
  apply: () => anything,
});
const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? Object.create(anything) : load(name, ...rest));
const { user, system } = process.cpuUsage();
require(${JSON.stringify(path.resolve(file))});
const spent = process.cpuUsage({ user, system });
console.log((spent.user + spent.system) / 1000);`;

for (const file of ['dist/extension.js', 'dist/main.js', 'dist/web.js']) {
  const times = Array.from({ length: 9 }, () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', script(file)], { encoding: 'utf8' });
    if (stdout === '') throw new Error(stderr.slice(-1000));
    return Number(stdout);
  }).sort((a, b) => a - b);
  console.log(
    `${file.padEnd(18)} ${String(fs.statSync(file).size).padStart(8)} bytes, loaded in ${times[4].toFixed(1)} ms of CPU`,
  );
}
