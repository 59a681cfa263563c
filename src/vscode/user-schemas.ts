import * as vscode from 'vscode';
import ignore from 'ignore';
import type { Article } from '../core/article/article.ts';
import { decode } from '../core/article/encoding.ts';
import { message } from '../core/messages.ts';
import { namedSchema, valueForSchema } from '../core/schema/user.ts';
import type { UserSchemaFailure, UserSchemaResult } from '../core/schema/user.ts';
import type { Host } from './host.ts';

/** Holds articles against schemas of the user's own: in trusted workspaces, from files in them or, asked for once, from a URL. */
export class UserSchemas {
  private readonly host: Host;
  /** Texts of schemas by URL, for this session. */
  private readonly loaded = new Map<string, Promise<string | undefined>>();

  constructor(host: Host) {
    this.host = host;
  }

  /** The result for an article; `undefined` if no schema is named for it. */
  async check(uri: vscode.Uri, name: string, article: Article): Promise<UserSchemaResult | undefined> {
    const schema = namedSchema(article) ?? schemaOfSettings(uri, name);
    if (schema === undefined || !article.tree) return undefined;
    const failed = (reason: UserSchemaFailure, text = ''): UserSchemaResult => ({
      kind: 'failed',
      schema,
      reason,
      text,
    });
    if (!vscode.workspace.isTrusted) return failed('untrusted');
    const runner = this.host.schemas;
    if (!runner) return failed('web');
    const source = await this.read(schema, uri);
    if (typeof source !== 'object') return failed(source);
    if (!isJson(source.text)) return failed('not-json');
    const answer = await runner.run({ schema: source.text, value: valueForSchema(article.tree) });
    if (!answer) return failed('too-slow');
    return 'failure' in answer
      ? failed('invalid', answer.failure)
      : { kind: 'checked', schema, errors: answer.errors };
  }

  private async read(schema: string, article: vscode.Uri): Promise<{ text: string } | UserSchemaFailure> {
    if (/^https?:\/\//i.test(schema)) return this.load(schema);
    const folder = vscode.workspace.getWorkspaceFolder(article);
    if (!folder) return 'outside';
    const isRelative = schema.startsWith('./') || schema.startsWith('../');
    const base = isRelative ? vscode.Uri.joinPath(article, '..') : folder.uri;
    const uri = vscode.Uri.joinPath(base, schema);
    if (vscode.workspace.getWorkspaceFolder(uri) === undefined) return 'outside';
    const { files, path } = this.host.locate(uri);
    const bytes = await files.read(path);
    return bytes ? { text: decode(bytes).text } : 'not-there';
  }

  private async load(url: string): Promise<{ text: string } | UserSchemaFailure> {
    const { globalState } = this.host.context;
    const key = `schema-consent:${url}`;
    if (globalState.get(key) === undefined) {
      void this.ask(url, key);
      return 'no-consent';
    }
    if (globalState.get(key) === false) return 'no-consent';
    let text = this.loaded.get(url);
    if (!text) {
      text = this.fetch(url);
      this.loaded.set(url, text);
    }
    const loaded = await text;
    return loaded === undefined ? 'not-loaded' : { text: loaded };
  }

  /** Asks once for each address; the answer is kept. */
  private async ask(url: string, key: string): Promise<void> {
    const { globalState } = this.host.context;
    await globalState.update(key, false);
    const allow = this.host.say(message('user-schema.allow'));
    const choice = await vscode.window.showInformationMessage(
      this.host.say(message('user-schema.ask', { url })),
      allow,
    );
    if (choice === allow) await globalState.update(key, true);
    else if (choice === undefined) await globalState.update(key, undefined);
  }

  /** From the network, kept in the extension's storage; from there if the network does not answer. */
  private async fetch(url: string): Promise<string | undefined> {
    const name = `${encodeURIComponent(url).slice(0, 200)}.json`;
    const kept = vscode.Uri.joinPath(this.host.context.globalStorageUri, 'schemas', name);
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
      if (response.ok) {
        const text = await response.text();
        await vscode.workspace.fs.writeFile(kept, new TextEncoder().encode(text));
        return text;
      }
    } catch (error) {
      this.host.log.warn(`schema ${url}`, error instanceof Error ? error.message : String(error));
    }
    const { files, path } = this.host.locate(kept);
    const bytes = await files.read(path);
    return bytes && decode(bytes).text;
  }
}

/** The first schema of `galley.schemas` one of whose globs fits the article's path. */
function schemaOfSettings(uri: vscode.Uri, name: string): string | undefined {
  const schemas = vscode.workspace
    .getConfiguration('galley', uri)
    .get<Record<string, readonly string[]>>('schemas', {});
  const path = name.replace(/^\/+/, '');
  return Object.entries(schemas).find(
    ([, globs]) =>
      path !== '' &&
      ignore()
        .add([...globs])
        .ignores(path),
  )?.[0];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
