import os from 'node:os';
import path from 'node:path';
import { Worker, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { filesOf } from './articles.ts';
import type { Run } from './articles.ts';
import { readOptions } from './check-options.ts';
import { createIo } from './io.ts';
import type { Io } from './io.ts';
import { byName, checkAll, newRun } from './run.ts';
import type { Found } from './run.ts';

/** What a thread is started with. */
interface Task {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly taken: Taken;
}

/** A byte for each block of files, not 0 once a thread has taken it. All threads see the same. */
type Taken = Uint8Array<SharedArrayBuffer>;

/** Neighbours lie in one folder and have much in common. */
const FILES_PER_BLOCK = 32;
/** What is beyond them is left to the main thread. */
const BLOCKS = 65_536;
/** Fewer files are checked before another thread has started. */
const FEW = 1000;
/** Each holds what is known of the site; more would wait for the disk. */
const MOST_THREADS = 3;

const threads = (): number => Math.min(os.availableParallelism(), MOST_THREADS);

/** Whether there are so many files that threads pay. */
export function isWorthThreads(paths: readonly string[], { cwd, threadScript }: Io): boolean {
  if (threadScript === undefined || threads() < 2) return false;
  let files = 0;
  for (const given of paths) {
    const rest = filesOf(path.resolve(cwd, given))[Symbol.iterator]();
    while (rest.next().done !== true) if (++files > FEW) return true;
  }
  return false;
}

/**
 * Checks in several threads and finds exactly what one would. All go through the files in the same order, and who
 * comes first to a block of them takes it.
 */
export async function inThreads(args: readonly string[], io: Io): Promise<Found> {
  const taken = new Uint8Array(new SharedArrayBuffer(BLOCKS));
  const task: Task = { args, cwd: io.cwd, taken };
  const others = Array.from({ length: threads() - 1 }, () => foundBy(io.threadScript ?? '', task));
  const parts = await Promise.all([checkFree(args, io, taken, true), ...others]);
  const reports = new Map(parts.flatMap(part => part.reports).map(report => [report.file, report]));
  return {
    files: parts.reduce((sum, part) => sum + part.files, 0),
    reports: [...reports.values()].sort(byName),
    isCancelled: false,
  };
}

function foundBy(script: string, task: Task): Promise<Found> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** The thread's side: checks what nobody else has taken, and posts what it found. */
export async function workInThread(port: MessagePort | null): Promise<void> {
  const { args, cwd, taken } = workerData as Task;
  const io = createIo([], { out: process.stdout, err: process.stderr, cwd, env: process.env });
  port?.postMessage(await checkFree(args, io, taken, false));
}

function checkFree(args: readonly string[], io: Io, taken: Taken, isMain: boolean): Promise<Found> {
  const options = readOptions(args, io);
  return checkAll(options, newRun(options, io, freeIn(taken, isMain)));
}

function freeIn(taken: Taken, isMain: boolean): Run['takes'] {
  let files = 0;
  let isOurs = false;
  return () => {
    const block = Math.floor(files / FILES_PER_BLOCK);
    if (files++ % FILES_PER_BLOCK === 0)
      isOurs = block < taken.length ? Atomics.exchange(taken, block, 1) === 0 : isMain;
    return isOurs;
  };
}
