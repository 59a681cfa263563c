import * as vscode from 'vscode';
import { treeOf } from '../core/article/fast.ts';
import { valueOf } from '../core/article/tree.ts';
import type { ValueMap } from '../core/article/tree.ts';
import { isMap } from '../core/hugo/config-value.ts';
import type { Disposable, Host } from './host.ts';
import type { Site } from './sites.ts';

/** What is used of VS Code's own Git extension (its `api/git.d.ts`, version 1). */
interface GitApi {
  readonly getRepository: (uri: vscode.Uri) => Repository | null;
}
interface Repository {
  readonly state: { readonly HEAD?: { readonly commit?: string } };
  readonly show: (ref: string, path: string) => Promise<string>;
}

/** Knows where articles are published by their committed state. Nobody waits for Git: it tells when it has learned. */
export class Previous implements Disposable {
  private readonly host: Host;
  private git: GitApi | undefined;
  /** Front matter by commit and file; `undefined` where there is none, or none yet. */
  private readonly committed = new Map<string, ValueMap | undefined>();
  private readonly learned = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidLearn = this.learned.event;

  constructor(host: Host) {
    this.host = host;
    void host.guard('git', async () => (this.git = await gitApi()));
  }

  /** The `relPermalink` of an article as it is committed; `undefined` for what is new, was a draft, or is not known yet. */
  addressOf(uri: vscode.Uri, site: Site, name: string): string | undefined {
    const repository = this.git?.getRepository(uri);
    const commit = repository?.state.HEAD?.commit;
    if (!repository || commit === undefined) return undefined;
    const key = `${commit} ${uri.toString()}`;
    if (!this.committed.has(key)) {
      this.committed.set(key, undefined);
      void this.host.guard('git', () => this.learn(repository, { commit, key, uri }));
    }
    const frontMatter = this.committed.get(key);
    const page = frontMatter && site.pages.pageFrom(name, frontMatter);
    return page && !page.draft ? page.relPermalink : undefined;
  }

  private async learn(
    repository: Repository,
    { commit, key, uri }: { commit: string; key: string; uri: vscode.Uri },
  ): Promise<void> {
    const text = await textAt(repository, commit, uri);
    if (text === undefined) return;
    const tree = treeOf(new TextEncoder().encode(text));
    const value = tree && valueOf(tree);
    this.committed.set(key, isMap(value) ? value : undefined);
    this.learned.fire(uri);
  }

  dispose(): void {
    this.learned.dispose();
  }
}

async function gitApi(): Promise<GitApi | undefined> {
  const extension = vscode.extensions.getExtension<{ enabled: boolean; getAPI: (version: 1) => GitApi }>(
    'vscode.git',
  );
  const exports = extension?.isActive ? extension.exports : await extension?.activate();
  return exports?.enabled ? exports.getAPI(1) : undefined;
}

/** Git refuses for a file that is not in the commit. */
const textAt = (repository: Repository, commit: string, uri: vscode.Uri): Promise<string | undefined> =>
  repository.show(commit, uri.fsPath).catch(() => undefined);
