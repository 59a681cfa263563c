import type { Dialect } from './dialect.ts';

export const jsonDialect: Dialect = {
  scalar: ({ value }) => JSON.stringify(value),
  key: key => JSON.stringify(key),
  colon: ': ',
  padding: { list: '', map: '' },
  hasBlocks: false,
};
