import * as vscode from 'vscode';
import { fixAll } from '../core/fix/apply.ts';
import { editsBetween } from '../core/fix/diff.ts';
import { message } from '../core/messages.ts';
import type { Fix, Problem, TextEdit } from '../core/problem.ts';
import type { Checked, Checker } from './checker.ts';
import { convertToUtf8 } from './convert.ts';
import type { Diagnostics } from './diagnostics.ts';
import { copiesOf, copyFiles, fixEdit } from './fix-edit.ts';
import type { Host } from './host.ts';
import { suppressActions } from './suppress-actions.ts';

interface Means {
  readonly checker: Checker;
  readonly diagnostics: Diagnostics;
}

/** `source.fixAll.galley`, for `editor.codeActionsOnSave`. */
const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('galley');

/** Fixes of problems: one by one, all of a kind, all of an article. */
export function registerCodeActions(host: Host, means: Means): vscode.Disposable {
  const provider = new FixProvider(host, means);
  const register = (id: string, run: (...args: unknown[]) => Promise<void>): vscode.Disposable =>
    vscode.commands.registerCommand(id, (...args: unknown[]) => host.guard(id, () => run(...args)));
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, provider, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL],
    }),
    register('galley.fixArticle', () => provider.fixArticle()),
    register('galley.copyFiles', async (copies: unknown) => {
      if (Array.isArray(copies)) await copyFiles(copies.filter(isPair));
    }),
    register('galley.convertToUtf8', async uri => {
      if (uri instanceof vscode.Uri) await convertToUtf8(host, means, uri);
    }),
  );
}

/** What an action is made from when it is chosen. */
interface Pending {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly verdict: Checked;
  readonly rule: string;
}

class FixProvider implements vscode.CodeActionProvider {
  private readonly host: Host;
  private readonly means: Means;
  private readonly pending = new WeakMap<vscode.CodeAction, Pending>();

  constructor(host: Host, means: Means) {
    this.host = host;
    this.means = means;
  }

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only, diagnostics }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[] | undefined> {
    return this.host.guard('code actions', async () => {
      const verdict = await this.verdictOf(document);
      if (!verdict) return undefined;
      const wanted = (kind: vscode.CodeActionKind): boolean => only?.contains(kind) ?? true;
      const actions: vscode.CodeAction[] = [];
      if (wanted(vscode.CodeActionKind.QuickFix))
        actions.push(...this.quickFixes({ document, verdict, diagnostics }, range));
      if (only && wanted(FIX_ALL)) actions.push(...this.sourceFix(document, verdict));
      return actions;
    });
  }

  /** Only now is the whole article gone through. */
  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    const pending = this.pending.get(action);
    if (!pending || pending.document.version !== pending.version) return action;
    const { document, verdict, rule } = pending;
    await this.host.guard('code actions', () => {
      const edits = this.allFixes(document, verdict, problem => problem.rule === rule);
      action.edit = workspaceEdit(document, edits);
    });
    return action;
  }

  async fixArticle(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const verdict = document && (await this.verdictOf(document));
    if (!document || !verdict) {
      void vscode.window.showInformationMessage(this.host.say(message('editor.no-article')));
      return;
    }
    const edits = this.allFixes(document, verdict, () => true);
    if (edits.length === 0) {
      void vscode.window.showInformationMessage(this.host.say(message('editor.nothing-to-fix')));
      return;
    }
    await vscode.workspace.applyEdit(workspaceEdit(document, edits));
  }

  /** The problems of the document as it stands; an older verdict's places would be wrong. */
  private async verdictOf(document: vscode.TextDocument): Promise<Checked | undefined> {
    const { diagnostics, checker } = this.means;
    const known = diagnostics.verdictOf(document);
    if (known) return known;
    const { version } = document;
    const verdict = await checker.check(document.uri, document);
    return verdict.isArticle && document.version === version ? verdict : undefined;
  }

  private quickFixes({ document, verdict, diagnostics }: Asked, range: vscode.Range): vscode.CodeAction[] {
    const actions: vscode.CodeAction[] = [];
    const kinds = new Set<string>();
    const others = new Map<string, vscode.CodeAction[]>();
    for (const problem of verdict.problems) {
      const place = rangeOf(document, problem);
      if (!place.intersection(range)) continue;
      const diagnostic = diagnostics.find(other => isOf(other, problem) && other.range.isEqual(place));
      const bound = (action: vscode.CodeAction): vscode.CodeAction => {
        if (diagnostic) action.diagnostics = [diagnostic];
        return action;
      };
      for (const fix of problem.fixes)
        actions.push(bound(this.quickFix({ document, verdict }, problem, fix)));
      if (!others.has(problem.rule))
        others.set(problem.rule, this.otherwise({ document, verdict }, problem).map(bound));
      if (problem.rule !== ENCODING && hasPreferred(problem)) kinds.add(problem.rule);
    }
    for (const rule of kinds) {
      const same = verdict.problems.filter(problem => problem.rule === rule && hasPreferred(problem));
      if (same.length < 2) continue;
      const title = this.host.say(message('fix.all-of-kind', { count: same.length }));
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      action.diagnostics = diagnostics.filter(other => same.some(problem => isOf(other, problem)));
      this.pending.set(action, { document, version: document.version, verdict, rule });
      actions.push(action);
    }
    return [...actions, ...Array.from(others.values()).flat()];
  }

  private otherwise(
    { document, verdict }: Omit<Asked, 'diagnostics'>,
    problem: Problem,
  ): vscode.CodeAction[] {
    return suppressActions(this.host, document.uri, verdict, problem).map(({ title, edits, command }) => {
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      if (edits) action.edit = workspaceEdit(document, edits);
      if (command) action.command = command;
      return action;
    });
  }

  private quickFix(
    { document, verdict }: Pick<Asked, 'document' | 'verdict'>,
    problem: Problem,
    fix: Fix,
  ): vscode.CodeAction {
    const action = new vscode.CodeAction(this.host.say(fix.title), vscode.CodeActionKind.QuickFix);
    action.isPreferred = fix.preferred;
    // The bytes are wrong, not the text that the editor shows.
    if (problem.rule === ENCODING)
      action.command = {
        command: 'galley.convertToUtf8',
        title: action.title,
        arguments: [document.uri],
      };
    else action.edit = fixEdit({ document, site: verdict.site }, fix);
    const copies = copiesOf(verdict, fix);
    if (copies.length > 0)
      action.command = { command: 'galley.copyFiles', title: action.title, arguments: [copies] };
    return action;
  }

  private sourceFix(document: vscode.TextDocument, verdict: Checked): vscode.CodeAction[] {
    const edits = this.allFixes(document, verdict, () => true);
    if (edits.length === 0) return [];
    const action = new vscode.CodeAction(this.host.say(message('fix.all')), FIX_ALL);
    action.edit = workspaceEdit(document, edits);
    return [action];
  }

  private allFixes(
    document: vscode.TextDocument,
    verdict: Checked,
    wanted: (problem: Problem) => boolean,
  ): TextEdit[] {
    const text = document.getText();
    const isFixed = (problem: Problem): boolean => problem.rule !== ENCODING && wanted(problem);
    const { checker } = this.means;
    const fixed = fixAll(text, current => {
      const problems = current === text ? verdict.problems : checker.judge(verdict, current);
      return problems.filter(isFixed);
    });
    return editsBetween(text, fixed.text);
  }
}

/** What the editor asks for fixes of. */
interface Asked {
  readonly document: vscode.TextDocument;
  readonly verdict: Checked;
  readonly diagnostics: readonly vscode.Diagnostic[];
}

const ENCODING = 'encoding';

const isPair = (pair: unknown): pair is [vscode.Uri, vscode.Uri] =>
  Array.isArray(pair) && pair.length === 2 && pair.every(uri => uri instanceof vscode.Uri);

const hasPreferred = ({ fixes }: Problem): boolean => fixes.some(({ preferred }) => preferred);

const isOf = ({ source, code }: vscode.Diagnostic, { rule }: Problem): boolean =>
  source === 'Galley' && typeof code === 'object' && code.value === rule;

const rangeOf = (document: vscode.TextDocument, { range }: Pick<Problem, 'range'>): vscode.Range =>
  new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));

function workspaceEdit(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) edit.replace(document.uri, rangeOf(document, { range }), newText);
  return edit;
}
