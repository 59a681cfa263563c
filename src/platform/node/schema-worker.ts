import { parentPort } from 'node:worker_threads';
import { Ajv } from 'ajv';
import type { AnySchemaObject } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as formats from '../../core/schema/formats.ts';
import type { SchemaAnswer, SchemaQuestion } from './schema-runner.ts';

/** Compiles a user's schema and holds a value against it, in a thread that can be ended if it takes too long. */
function answer({ schema, value }: SchemaQuestion): SchemaAnswer {
  const parsed = JSON.parse(schema) as AnySchemaObject;
  const draft = parsed.$schema ?? '';
  const Compiler = draft.includes('2020-12') ? Ajv2020 : draft.includes('2019-09') ? Ajv2019 : Ajv;
  // Dates as Hugo takes them; other formats are the user's own business.
  const date = formats['hugo-date'];
  const ajv = new Compiler({
    allErrors: true,
    strict: false,
    validateSchema: 'log',
    logger: false,
    formats: { date, 'date-time': date, 'hugo-date': date },
  });
  const validate = ajv.compile(parsed);
  if (validate(value)) return { errors: [] };
  return {
    errors: (validate.errors ?? []).slice(0, 100).map(({ instancePath, keyword, params, message = '' }) => ({
      instancePath,
      keyword,
      params: params as Record<string, unknown>,
      message,
    })),
  };
}

parentPort?.on('message', (question: SchemaQuestion) => {
  try {
    parentPort?.postMessage(answer(question));
  } catch (error) {
    parentPort?.postMessage({ failure: error instanceof Error ? error.message : String(error) });
  }
});
