import type { Value } from '../article/tree.ts';
import type { PermalinkRule } from './config-types.ts';
import { isMap, mapAt, mapsOf, textOf, textsOf, at } from './config-value.ts';

/**
 * `permalinks` in its three forms (resources/page/permalinks.go): `post = '/…'` for the pages and terms below a
 * section, `[permalinks.page] post = '/…'` for one kind (0.115), and a list of `target` and `pattern` (0.161).
 */
export function permalinkRules(value: Value | undefined): readonly PermalinkRule[] {
  if (Array.isArray(value)) {
    return mapsOf(value).flatMap(item => {
      const pattern = textOf(item['pattern']);
      const target = mapAt(item, 'target');
      const lang = textOf(target['lang']) ?? textsOf(at(target, 'sites', 'matrix', 'languages'))?.join(',');
      if (pattern === undefined) return [];
      return [
        {
          kind: textOf(target['kind'])?.toLowerCase() ?? '',
          path: textOf(target['path'])?.toLowerCase(),
          section: undefined,
          lang: lang?.includes(',') ? `{${lang}}` : lang,
          environment: textOf(target['environment']),
          pattern,
        },
      ];
    });
  }
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, below]) => {
    if (!isMap(below)) return [...rule('page', key, below), ...rule('term', key, below)];
    return Object.entries(below).flatMap(([section, pattern]) => rule(key, section, pattern));
  });
}

function rule(kind: string, section: string, value: Value): readonly PermalinkRule[] {
  const pattern = textOf(value);
  if (pattern === undefined) return [];
  // A slash or a space stands for what lies in no section.
  const name = section.replace(/^[ /]+|[ /]+$/g, '');
  return [{ kind, path: undefined, section: name, lang: undefined, environment: undefined, pattern }];
}
