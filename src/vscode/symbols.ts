import * as vscode from 'vscode';
import { parseArticle } from '../core/article/article.ts';
import type { Range } from '../core/article/tree.ts';
import { message } from '../core/messages.ts';
import { frontMatterFolds, frontMatterSymbol } from '../core/symbols/symbols.ts';
import type { HeadSymbol } from '../core/symbols/symbols.ts';
import type { Host } from './host.ts';

/** Front matter in the outline, in breadcrumbs and folded; headings are VS Code's own. */
export function registerSymbols(host: Host): vscode.Disposable {
  const selector = { language: 'markdown' };
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(
      selector,
      {
        provideDocumentSymbols: document =>
          host.guard('symbols', () => {
            const symbol = frontMatterSymbol(
              parseArticle(document.getText()),
              host.say(message('symbols.front-matter')),
            );
            return symbol && [toSymbol(symbol, document)];
          }),
      },
      { label: 'Galley' },
    ),
    vscode.languages.registerFoldingRangeProvider(selector, {
      provideFoldingRanges: document =>
        host.guard('folding', () =>
          frontMatterFolds(parseArticle(document.getText())).map(({ start, end }) => {
            const last = end > start ? end - 1 : end;
            return new vscode.FoldingRange(document.positionAt(start).line, document.positionAt(last).line);
          }),
        ),
    }),
  );
}

const { SymbolKind } = vscode;

const KINDS: Readonly<Record<HeadSymbol['kind'], vscode.SymbolKind>> = {
  'front-matter': SymbolKind.Module,
  map: SymbolKind.Object,
  list: SymbolKind.Array,
  string: SymbolKind.String,
  number: SymbolKind.Number,
  boolean: SymbolKind.Boolean,
  date: SymbolKind.Constant,
  null: SymbolKind.Null,
};

function toSymbol(
  { name, detail, kind, range, selection, children }: HeadSymbol,
  document: vscode.TextDocument,
): vscode.DocumentSymbol {
  const rangeOf = ({ start, end }: Range): vscode.Range =>
    new vscode.Range(document.positionAt(start), document.positionAt(end));
  const symbol = new vscode.DocumentSymbol(name, detail, KINDS[kind], rangeOf(range), rangeOf(selection));
  symbol.children = children.map(child => toSymbol(child, document));
  return symbol;
}
