import { decode } from '../article/encoding.ts';
import { readYaml } from '../article/yaml.ts';
import { LimitExceeded } from '../article/syntax.ts';
import { valueOf } from '../article/tree.ts';
import type { Value } from '../article/tree.ts';
import type { Files } from '../ports.ts';
import type { SiteConfig } from './config-types.ts';
import { isMap, textOf } from './config-value.ts';
import { parseVersion } from './version.ts';
import type { HugoVersion } from './version.ts';

/** The version of Hugo that a site is built with, and the file that says so, from the site's root. */
export interface SiteVersion {
  readonly version: HugoVersion;
  readonly source: string;
}

/**
 * Looks for the Hugo version in the files of a site: `module.hugoVersion` where it leaves one version only,
 * `.hugo-version`, `.tool-versions`, `mise.toml`, then what its continuous integration installs. `latest` and
 * ranges say nothing.
 */
export async function siteVersion(
  root: string,
  files: Files,
  config: SiteConfig,
): Promise<SiteVersion | undefined> {
  const { min, max } = config.hugoVersion;
  const pinned = min !== undefined && min === max ? exactVersion(min) : undefined;
  if (pinned !== undefined) return { version: pinned, source: 'module.hugoVersion' };
  for (const { path, read } of await candidates(root, files)) {
    const bytes = await files.read(`${root}/${path}`);
    const version = bytes && read(decode(bytes).text);
    if (version !== undefined) return { version, source: path };
  }
  return undefined;
}

type Reader = (text: string) => HugoVersion | undefined;

interface Candidate {
  readonly path: string;
  readonly read: Reader;
}

async function candidates(root: string, files: Files): Promise<readonly Candidate[]> {
  const workflows = await files.list(`${root}/.github/workflows`);
  const names = (workflows ?? [])
    .filter(({ name, isFolder }) => !isFolder && /\.ya?ml$/.test(name))
    .map(({ name }) => name)
    .sort();
  return [
    { path: '.hugo-version', read: exactVersion },
    {
      path: '.tool-versions',
      read: text => matched(text, /^[ \t]*(?:gohugo|hugo)(?:-extended)?[ \t]+(\S+)/m),
    },
    { path: 'mise.toml', read: fromMise },
    { path: '.mise.toml', read: fromMise },
    { path: 'netlify.toml', read: fromVariable },
    { path: 'vercel.json', read: fromVariable },
    ...names.map(name => ({ path: `.github/workflows/${name}`, read: fromWorkflow })),
    { path: '.gitlab-ci.yml', read: text => fromVariable(text) ?? fromImage(text) },
    { path: 'Dockerfile', read: text => fromVariable(text) ?? fromImage(text) },
  ];
}

/** One version and nothing else: `0.131.0`, `v0.131`, `extended_0.131.0`; not `latest`, `>=0.100`, `0.x`. */
function exactVersion(text: string): HugoVersion | undefined {
  const version =
    /^\s*["']?(?:hugo[_-])?(?:extended[_-])?v?(0\.\d+(?:\.\d+)?)(?:[+/_-]?extended\S*)?["']?\s*$/i.exec(
      text,
    )?.[1];
  return version === undefined ? undefined : parseVersion(version);
}

function matched(text: string, pattern: RegExp): HugoVersion | undefined {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? undefined : exactVersion(found);
}

const fromMise: Reader = text =>
  matched(
    text,
    /^[ \t]*"?(?:aqua:gohugoio\/hugo|hugo|gohugo)(?:\/hugo-extended|-extended)?"?[ \t]*=[ \t]*["']([^"'\n]+)["']/m,
  );

/** `HUGO_VERSION = "0.131.0"`, `HUGO_VERSION: 0.131.0`, `"HUGO_VERSION": "0.131.0"`, `ARG HUGO_VERSION=0.131.0`. */
const fromVariable: Reader = text =>
  matched(text, /^[^#\n]*\bHUGO_VERSION\b["']?[ \t]*[:=][ \t]*(["']?[^"'\s,}]+["']?)/m);

/** `hugomods/hugo:exts-0.131.0`, `klakegg/hugo:0.111.3-ext`, `ghcr.io/gohugoio/hugo:v0.131.0`. */
const fromImage: Reader = text => {
  const tag = /^[^#\n]*\b(?:hugo|hugo_extended|hugo-extended)(?:\/\w+)?:(\S+)/m.exec(text)?.[1];
  const version = /(?:^|[^\d.])v?(0\.\d+\.\d+)(?![\d.])/.exec(tag ?? '')?.[1];
  return version === undefined ? undefined : parseVersion(version);
};

/** `with: hugo-version: '0.131.0'` of a set-up action, or the variable that the job sets. */
const fromWorkflow: Reader = text => {
  const tree = readTree(text);
  return (tree === undefined ? undefined : fromSteps(tree)) ?? fromVariable(text);
};

function readTree(text: string): Value | undefined {
  try {
    const { tree } = readYaml(text, 0);
    return tree && valueOf(tree);
  } catch (error) {
    if (error instanceof LimitExceeded) return undefined;
    throw error;
  }
}

function fromSteps(value: Value): HugoVersion | undefined {
  const inner = Array.isArray(value) ? (value as readonly Value[]) : isMap(value) ? Object.values(value) : [];
  if (isMap(value) && /hugo/i.test(textOf(value['uses']) ?? '') && isMap(value['with'])) {
    const version = exactVersion(textOf(value['with']['hugo-version']) ?? '');
    if (version !== undefined) return version;
  }
  for (const item of inner) {
    const version = fromSteps(item);
    if (version !== undefined) return version;
  }
  return undefined;
}
