import path from 'node:path';
import { parseArticle } from '../core/article/article.ts';
import { decode } from '../core/article/encoding.ts';
import { entryOf } from '../core/article/tree.ts';
import type { MapNode } from '../core/article/tree.ts';
import { formatVersion } from '../core/hugo/version.ts';
import { message } from '../core/messages.ts';
import { markupOptions, renderBody } from '../core/render/index.ts';
import { nodeFiles } from '../platform/node/files.ts';
import { hugoVersionOf, readArguments, siteOf } from './arguments.ts';
import type { Io } from './io.ts';
import { UsageError } from './io.ts';
import type { ExitCode } from './main.ts';
import { Sites } from './sites.ts';

/** `galley render`: prints the HTML of an article's body as Hugo makes it. */
export async function renderCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(args, { values: ['site', 'hugo-version'] });
  if (given.paths.length === 0) throw new UsageError(message('cli.no-file'));
  const sites = new Sites(siteOf(given, io));
  const [name = ''] = given.paths;
  const file = path.resolve(io.cwd, name);
  const bytes = await nodeFiles.read(file);
  if (!bytes) throw new UsageError(message('cli.not-there', { path: name }));
  const facts = (await sites.of(file))?.facts;
  const { text, body, tree } = parseArticle(decode(bytes).text);
  const hugo = hugoVersionOf(given) ?? facts?.hugo?.version;
  const config = {
    markup: facts?.config.markup ?? {},
    enableEmoji: facts?.config.switches.enableEmoji ?? false,
  };
  const rendered = renderBody(
    text.slice(body.start),
    markupOptions(config, hugo === undefined ? undefined : formatVersion(hugo)),
    {
      shortcodes: {
        ...(facts?.isWhole ? { templates: new Set(facts.offers.shortcodes) } : {}),
        param: key => (tree ? parameter(tree, key) : undefined),
      },
    },
  );
  io.print(rendered.html);
  return 0;
}

function parameter(tree: MapNode, key: string): string | undefined {
  const value = entryOf(tree, key)?.value;
  return value === undefined || value.kind === 'map' || value.kind === 'list'
    ? undefined
    : String(value.value ?? '');
}
