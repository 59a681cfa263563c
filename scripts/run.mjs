// @ts-check
import { spawn } from 'node:child_process';
import { root } from './setup.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * Runs a Node program of the project.
 * @param {string[]} args its file, from the project's root, and arguments
 * @param {(text: string) => void} print gets its output as it comes
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function node(args, print) {
  const wantsColor = process.stdout.isTTY || process.env['FORCE_COLOR'];
  const color = wantsColor ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...color },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', data => {
      output += data;
      print(data);
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code => resolve({ code, output }));
  });
}

/**
 * What a runner's output says of its tests. A runner that broke off, or ran no test, has failed once more.
 * @param {{ code: number | null, output: string }} result
 * @returns {Count & { why?: string }}
 */
export function countTests({ code, output }) {
  const line = [...output.matchAll(/^(?:tests: )?(\d+) passed, (\d+) failed$/gm)].at(-1);
  const count = { passed: Number(line?.[1] ?? 0), failed: Number(line?.[2] ?? 0) };
  if (count.failed > 0 || (code === 0 && count.passed > 0)) return count;
  const why = !line ? 'broke off' : count.passed === 0 ? 'no test ran' : `ended with code ${code}`;
  return { ...count, failed: 1, why };
}
