import * as vscode from 'vscode';
import { describeImage } from '../../core/images/image-notes.ts';
import { groupResults, levelOf } from '../../core/images/results.ts';
import type { Group, GroupBy, Level, Shown } from '../../core/images/results.ts';
import { message } from '../../core/messages.ts';
import type { Disposable, Host } from '../host.ts';
import type { Remote, RemoteResult } from './remote.ts';

type Node = { readonly group: Group<RemoteResult> } | { readonly result: RemoteResult };

/** The view of what asking for images and links has shown: by article, host or verdict. */
export class ResultsView implements Disposable, vscode.TreeDataProvider<Node> {
  private readonly host: Host;
  private readonly remote: Remote;
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly view: vscode.TreeView<Node>;
  private readonly disposables: readonly Disposable[];
  private by: GroupBy = 'article';
  private shown: Shown = 'all';

  readonly onDidChangeTreeData = this.changed.event;

  constructor(host: Host, remote: Remote) {
    this.host = host;
    this.remote = remote;
    this.view = vscode.window.createTreeView('galley.results', { treeDataProvider: this });
    this.disposables = [this.changed, this.view, remote.onDidLearn(() => this.changed.fire(undefined))];
  }

  getChildren(node?: Node): Node[] {
    if (node) return 'group' in node ? node.group.results.map(result => ({ result })) : [];
    const groups = groupResults(this.remote.results(), { by: this.by, shown: this.shown });
    this.view.description = this.host.say(message(`results.by-${this.by}`));
    const isEmpty = groups.length === 0;
    this.view.message = isEmpty ? this.host.say(message('results.none')) : '';
    return groups.map(group => ({ group }));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return 'group' in node ? this.groupItem(node.group) : this.resultItem(node.result);
  }

  private groupItem({ key, level, results }: Group<RemoteResult>): vscode.TreeItem {
    const [name, folder] = this.by === 'article' ? named(key) : [key, ''];
    const label = this.by === 'level' ? this.host.say(message(`results.level-${level}`)) : name;
    const isOpen = level === 'error' || level === 'warning';
    const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(label, isOpen ? Expanded : Collapsed);
    item.id = `${this.by} ${this.shown} ${key}`;
    item.description = [String(results.length), folder].filter(part => part !== '').join(' · ');
    if (folder !== '') item.tooltip = key;
    item.iconPath = iconOf(level);
    return item;
  }

  private resultItem(result: RemoteResult): vscode.TreeItem {
    const { href, article, uri } = result;
    const item = new vscode.TreeItem(nameOf(href));
    const sentence = this.sentenceOf(result);
    item.description = `${sentence} · ${this.by === 'article' ? hostOf(href) : article}`;
    item.tooltip = `${href}\n${sentence}\n${article}`;
    item.iconPath = iconOf(levelOf(result));
    item.contextValue = result.kind;
    const title = this.host.say(message('results.reveal'));
    item.command = { command: 'galley.results.reveal', title, arguments: [uri, href] };
    return item;
  }

  private sentenceOf({ verdict }: RemoteResult): string {
    const { say } = this.host;
    if (!verdict) return say(message('remote.not-asked'));
    const [note] = verdict.notes;
    if (note) return say(message(note.code, note.args));
    return say(verdict.image ? describeImage(verdict.image) : message('results.level-fine'));
  }

  async chooseGroups(): Promise<void> {
    this.by = (await this.choose(GROUPS, by => `results.by-${by}`, this.by)) ?? this.by;
    this.changed.fire(undefined);
  }

  async chooseShown(): Promise<void> {
    this.shown = (await this.choose(SHOWN, shown => `results.show-${shown}`, this.shown)) ?? this.shown;
    this.changed.fire(undefined);
  }

  private async choose<T extends string>(
    values: readonly T[],
    code: (value: T) => Parameters<typeof message>[0],
    current: T,
  ): Promise<T | undefined> {
    const items = values.map(value => ({
      label: this.host.say(message(code(value))),
      iconPath: new vscode.ThemeIcon(value === current ? 'check' : 'blank'),
      value,
    }));
    return (await vscode.window.showQuickPick(items))?.value;
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }
}

const GROUPS = ['article', 'host', 'level'] as const;
const SHOWN = ['all', 'problems', 'unverified'] as const;

const ICONS: Readonly<Record<Level, readonly [name: string, color: string]>> = {
  error: ['error', 'list.errorForeground'],
  warning: ['warning', 'list.warningForeground'],
  unverified: ['question', 'descriptionForeground'],
  unchecked: ['circle-outline', 'descriptionForeground'],
  fine: ['pass', 'testing.iconPassed'],
};

function iconOf(level: Level): vscode.ThemeIcon {
  const [name, color] = ICONS[level];
  return new vscode.ThemeIcon(name, new vscode.ThemeColor(color));
}

/** The file of an article, with its folder where that is a bundle; and what stands before. */
function named(path: string): [name: string, folder: string] {
  const [, folder = '', name = path] = /^(.*?)\/((?:[^/]+\/_?index|[^/]+)\.[^/]+)$/.exec(path) ?? [];
  return [name, folder];
}

const hostOf = (href: string): string => new URL(href).host;

/** The end of the path, which tells images of a host apart; the host where there is none. */
function nameOf(href: string): string {
  const path = href.replace(/^[a-z]+:\/\/[^/]*|[?#].*$/gis, '');
  const name = path.split('/').findLast(part => part !== '') ?? hostOf(href);
  return name.length > MOST_NAME ? `…${name.slice(-MOST_NAME)}` : name;
}

const MOST_NAME = 28;
