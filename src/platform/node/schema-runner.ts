import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Value } from '../../core/article/tree.ts';
import type { UserSchemaError } from '../../core/schema/user.ts';

/** What the worker is asked. */
export interface SchemaQuestion {
  readonly schema: string;
  readonly value: Value;
}

export type SchemaAnswer = { readonly errors: readonly UserSchemaError[] } | { readonly failure: string };

/** Runs users' schemas in a thread. */
export interface SchemaRunner {
  /** `undefined`: it took longer than the limit, and the thread was ended. */
  readonly run: (question: SchemaQuestion) => Promise<SchemaAnswer | undefined>;
  readonly dispose: () => void;
}

/** A hostile pattern can keep a validator busy for ever; an honest schema takes a few milliseconds. */
const LIMIT_MS = 1000;

/** A runner whose thread starts with the first question and is made anew after one that took too long. */
export function nodeSchemaRunner(folder: string): SchemaRunner {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const end = (): void => {
    void worker?.terminate();
    worker = undefined;
  };
  const ask = (question: SchemaQuestion): Promise<SchemaAnswer | undefined> =>
    new Promise(resolve => {
      worker ??= new Worker(path.join(folder, 'schema-worker.js'));
      const current = worker;
      const settle = (answer: SchemaAnswer | undefined): void => {
        clearTimeout(timer);
        current.off('message', settle);
        current.off('error', fail);
        resolve(answer);
      };
      const fail = (error: Error): void => {
        end();
        settle({ failure: error.message });
      };
      const timer = setTimeout(() => {
        end();
        settle(undefined);
      }, LIMIT_MS);
      current.on('message', settle);
      current.on('error', fail);
      current.unref();
      current.postMessage(question);
    });
  return {
    // One question at a time: the limit is for each.
    run: question => {
      const answer = last.then(() => ask(question));
      last = answer;
      return answer;
    },
    dispose: end,
  };
}
