import * as vscode from 'vscode';
import { complete } from '../core/complete/complete.ts';
import type { Completion, Lookup } from '../core/complete/complete.ts';
import { slotAt } from '../core/complete/slot.ts';
import { findFences } from '../core/article/fences.ts';
import type { Facts } from '../core/check/facts.ts';
import { FIELDS } from '../core/schema/annotations.ts';
import type { Schema, ValueSource } from '../core/schema/annotations.ts';
import { filterTextFor } from '../core/terms/client-filter.ts';
import type { Checker } from './checker.ts';
import type { Host } from './host.ts';
import type { Site } from './sites.ts';

/** Characters that ask for suggestions by themselves; letters do so by `popUp`, for Markdown has them switched off. */
const TRIGGERS = ['"', "'", '[', ',', ' ', ':', '='];

/** Suggestions in the front matter: keys, values, dates, terms. */
export function registerCompletion(host: Host, checker: Checker): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    provideCompletionItems: (document, position) =>
      host.guard('completion', () => suggest(host, checker, { document, position })),
  };
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider({ language: 'markdown' }, provider, ...TRIGGERS),
    vscode.workspace.onDidChangeTextDocument(popUp),
  );
}

interface Place {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
}

async function suggest(
  host: Host,
  checker: Checker,
  { document, position }: Place,
): Promise<vscode.CompletionList | undefined> {
  const given = await checker.gather(document.uri, document);
  if ('reason' in given) return undefined;
  const { article, facts, site } = given;
  const offset = document.offsetAt(position);
  const found = complete(article, offset, { facts, lookup: lookupOf(host, facts, site) });
  const items = found.items.map((item, index) => toItem(item, { document, host, index }));
  return new vscode.CompletionList(items, !found.isComplete);
}

function lookupOf({ language }: Host, { site: facts }: Facts, site: Site | undefined): Lookup {
  return {
    terms: (taxonomy, typed, limit) => {
      const hits = site?.index.terms(taxonomy).search(typed, { limit, now: Date.now() }) ?? [];
      return hits.map(hit => ({
        term: hit.term,
        count: hit.count,
        filterText: filterTextFor(hit.term, typed),
      }));
    },
    values: source => valuesOf(facts, source),
    customKeys: () => customKeys(site),
    now: Date.now(),
    timeZone: facts?.config.timeZone,
    describe: ({ title = '', description = '', 'x-galley': annotation }: Schema) =>
      (language.startsWith('zh') ? annotation?.['zh-cn'] : undefined) ?? { title, description },
  };
}

function valuesOf(facts: Facts['site'], source: Exclude<ValueSource, 'terms'>): readonly string[] {
  if (!facts) return [];
  const { offers, config } = facts;
  const values: Readonly<Record<typeof source, readonly string[]>> = {
    widgets: offers.widgets,
    layouts: offers.layouts,
    menus: [...new Set(['main', 'side', 'footer', ...Object.keys(config.menus)])],
    languages: config.languages.map(({ code }) => code),
    outputs: ['html', 'rss', 'json', 'amp', ...config.outputFormats],
    images: [],
  };
  return values[source];
}

/** Keys of other articles that no schema knows, at least in two of them, most used first. */
function customKeys(site: Site | undefined): string[] {
  const keys = [...(site?.index.keys() ?? [])].filter(
    ([key, count]) => count > 1 && !FIELDS.article.has(key.toLowerCase()) && /^[\w-]+$/.test(key),
  );
  return keys.sort(([, a], [, b]) => b - a).map(([key]) => key);
}

function toItem(
  completion: Completion,
  { document, host, index }: { document: vscode.TextDocument; host: Host; index: number },
): vscode.CompletionItem {
  const { detail } = completion;
  const description = typeof detail === 'object' ? host.say(detail) : detail;
  const label = description === undefined ? completion.label : { label: completion.label, description };
  const item = new vscode.CompletionItem(label, KINDS[completion.kind]);
  item.insertText = completion.isSnippet ? new vscode.SnippetString(completion.newText) : completion.newText;
  item.range = new vscode.Range(
    document.positionAt(completion.range.start),
    document.positionAt(completion.range.end),
  );
  item.filterText = completion.filterText;
  item.sortText = String(index).padStart(5, '0');
  if (completion.documentation !== undefined)
    item.documentation = new vscode.MarkdownString(completion.documentation);
  if (completion.leadsOn) item.command = { command: 'editor.action.triggerSuggest', title: '' };
  return item;
}

const KINDS: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.Value,
  term: vscode.CompletionItemKind.EnumMember,
  date: vscode.CompletionItemKind.Event,
};

/**
 * Opens the suggestions while somebody types in front matter: VS Code has quick suggestions off in Markdown, and
 * that setting is the user's, for the body. Hanzi arrive several at once, when the input method commits them.
 */
function popUp({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
  const editor = vscode.window.activeTextEditor;
  const [change] = contentChanges;
  if (editor?.document !== document || document.languageId !== 'markdown') return;
  if (!change || contentChanges.length > 1 || reason !== undefined || !TYPED.test(change.text)) return;
  const offset = change.rangeOffset + change.text.length;
  if (offset > MOST_HEAD) return;
  const text = document.getText(new vscode.Range(0, 0, change.range.start.line + 1, 0));
  if (!slotAt({ text, fences: findFences(text) }, offset)) return;
  void vscode.commands.executeCommand('editor.action.triggerSuggest');
}

/** A letter, a few Hanzi, or the space behind a list dash. */
const TYPED = /^(?:[\p{L}\p{N}_]|\p{Script=Han}{1,12})$/u;

/** Further down is no front matter that anybody types in. */
const MOST_HEAD = 100_000;
