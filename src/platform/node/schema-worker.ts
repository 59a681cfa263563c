import { parentPort } from 'node:worker_threads';
import { Ajv } from 'ajv';
import type { AnySchemaObject, ErrorObject } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValueMap } from '../../core/article/tree.ts';
import * as formats from '../../core/schema/formats.ts';
import type { UserSchemaError } from '../../core/schema/user.ts';
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
    verbose: true,
    validateSchema: 'log',
    logger: false,
    formats: { date, 'date-time': date, 'hugo-date': date },
  });
  const validate = ajv.compile(parsed);
  if (validate(value)) return { errors: [] };
  return {
    errors: (validate.errors ?? []).slice(0, 100).map(error => ({
      instancePath: error.instancePath,
      keyword: error.keyword,
      params: error.params as Record<string, unknown>,
      message: error.message ?? '',
      ...hintOf(error),
    })),
  };
}

/** What the schema says of properties, for those who look for the right one. */
function hintOf({ parentSchema, params }: ErrorObject): Pick<UserSchemaError, 'known' | 'wanted'> {
  const properties = parentSchema?.['properties'] as unknown;
  if (typeof properties !== 'object' || properties === null) return {};
  const missing = (params as { readonly missingProperty?: unknown }).missingProperty;
  const known = Object.keys(properties);
  const entry = new Map(Object.entries(properties)).get(String(missing)) as unknown;
  return typeof entry === 'object' && entry !== null ? { known, wanted: entry as ValueMap } : { known };
}

parentPort?.on('message', (question: SchemaQuestion) => {
  try {
    parentPort?.postMessage(answer(question));
  } catch (error) {
    parentPort?.postMessage({ failure: error instanceof Error ? error.message : String(error) });
  }
});
