import { parseVersion } from './version.ts';
import type { HugoVersion } from './version.ts';

/**
 * What Hugo does, by version: `since` is the first that does it, `until` the first that no longer does.
 * Sources: facts and commits named in the comments; no condition on a version stands anywhere else.
 */
const BEHAVIOUR = {
  /** A date that cannot be read breaks the build; before, the page silently had none (ab03588db). */
  badDateBreaksBuild: { since: '0.136.0' },
  /** yes, no, on, off are booleans: gopkg.in/yaml.v2; goccy/go-yaml takes them for text (a3d954846). */
  yaml11Booleans: { until: '0.152.0' },
  /** A key that is there twice breaks the build (a3d954846). */
  duplicateKeysBreakBuild: { since: '0.152.0' },
  /** build, sitemap, params, cascade, … that are no map break the build (f31a6db79). */
  mapsAreRequired: { since: '0.123.0' },
  /** Unix time in milliseconds as a date breaks the build. */
  millisecondDateBreaksBuild: { since: '0.123.0', until: '0.152.0' },
  /** One tilde strikes through as two do (goldmark 1.7.2). */
  singleTildeStrikes: { since: '0.128.0' },
  /** A file that starts with `<` and not with a comment around front matter breaks the build (676e6875d). */
  htmlStartBreaksBuild: { until: '0.123.0' },
  /** gopkg.in/yaml.v2 reads YAML: what it alone refuses, bytes that are no UTF-8 among it (a3d954846). */
  yamlV2: { until: '0.152.0' },
  /** goccy/go-yaml reads YAML: what it alone refuses (a3d954846). */
  goccyYaml: { since: '0.152.0' },
} as const satisfies Record<string, { since?: string; until?: string }>;

export type Behaviour = keyof typeof BEHAVIOUR;

/** Does this version of Hugo do it? `unknown` version: true if any version from 0.111 to the newest does. */
export function does(version: HugoVersion | undefined, behaviour: Behaviour): boolean {
  if (version === undefined) return true;
  const range: { since?: string; until?: string } = BEHAVIOUR[behaviour];
  const since = range.since === undefined ? undefined : parseVersion(range.since);
  const until = range.until === undefined ? undefined : parseVersion(range.until);
  return (since === undefined || version >= since) && (until === undefined || version < until);
}
