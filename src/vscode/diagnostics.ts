import * as vscode from 'vscode';
import { decode } from '../core/article/encoding.ts';
import { LineIndex } from '../core/lines.ts';
import type { Position } from '../core/lines.ts';
import type { Problem, Severity } from '../core/problem.ts';
import type { Checked, Checker, Given } from './checker.ts';
import { openDocument } from './documents.ts';
import type { Disposable, Host } from './host.ts';
import type { Sites } from './sites.ts';

/** Publishes problems. Open articles are checked as they change; others when `checkFile` is told to. */
export interface Diagnostics extends Disposable {
  /** Checks a file now and publishes its problems; how many there are, or `undefined` if it is no article. */
  readonly checkFile: (uri: vscode.Uri) => Promise<number | undefined>;
  /** What was published for a document as it stands now; `undefined` if it has changed since. */
  readonly verdictOf: (document: vscode.TextDocument) => Checked | undefined;
  /** From now on problems of closed files are shown and kept current. */
  readonly keepAll: () => void;
}

/** Long enough to spare a fast typist most checks, too short to be waited for. */
const DEBOUNCE_MS = 60;

export function registerDiagnostics(
  host: Host,
  { checker, sites }: { checker: Checker; sites: Sites },
): Diagnostics {
  const collection = vscode.languages.createDiagnosticCollection('galley');
  const configuration = vscode.languages.createDiagnosticCollection('galley-configuration');
  const timers = new Map<string, Timer>();
  const verdicts = new WeakMap<
    vscode.TextDocument,
    { readonly version: number; readonly verdict: Checked }
  >();
  /** Closed files that a command has checked: their problems stay. */
  const kept = new Set<string>();
  let isAllKept = false;
  /** For each article the others that have its title or address: what one becomes, the others are judged by. */
  const related = new Map<string, readonly string[]>();

  const checkFile = async (uri: vscode.Uri): Promise<number | undefined> => {
    const open = openDocument(uri);
    const version = open?.version;
    const verdict = await checker.check(uri, open, problems => {
      if (open && !open.isClosed && open.version === version) publish(uri, problems, open);
    });
    if (open && (open.isClosed || open.version !== version)) return undefined;
    if (!verdict.isArticle) {
      related.delete(uri.toString());
      collection.delete(uri);
      return undefined;
    }
    if (open) verdicts.set(open, { version: open.version, verdict });
    publish(uri, verdict.problems, open ?? new LineIndex(verdict.article.text));
    checkRelated(uri, verdict);
    return verdict.problems.length;
  };

  const publish = (uri: vscode.Uri, problems: readonly Problem[], lines: Lines): void =>
    collection.set(
      uri,
      problems.map(problem => toDiagnostic(problem, lines, host)),
    );

  const checkRelated = (uri: vscode.Uri, { site, facts: { others } }: Given): void => {
    if (!site || !others) return;
    const paths = [...others.sameTitle, ...(others.clashes ?? []).map(({ path }) => path)];
    const before = related.get(uri.toString()) ?? [];
    related.set(uri.toString(), paths);
    const changed = [...before, ...paths].filter(path => !before.includes(path) || !paths.includes(path));
    for (const path of new Set(changed)) {
      const other = site.uriOf(`${site.root}/${path}`);
      const open = openDocument(other);
      if (open) schedule(open);
      else if (isAllKept || kept.has(other.toString())) void host.guard('check', () => checkFile(other));
    }
  };

  /** Errors in the configuration of the sites that are known. */
  const checkConfigurations = async (): Promise<void> => {
    configuration.clear();
    for (const site of await sites.known()) {
      for (const path of new Set(site.facts.faults.map(fault => fault.path))) {
        const uri = site.uriOf(`${site.root}/${path}`);
        const lines = new LineIndex(decode(await vscode.workspace.fs.readFile(uri)).text);
        const faults = site.facts.faults.filter(fault => fault.path === path);
        const problems = faults.map((fault): Problem => ({ ...fault, severity: 'error', fixes: [] }));
        configuration.set(
          uri,
          problems.map(problem => toDiagnostic(problem, lines, host)),
        );
      }
    }
  };

  const schedule = (document: vscode.TextDocument): void => {
    if (!isCandidate(document)) return;
    const key = document.uri.toString();
    clearTimeout(timers.get(key));
    const run = (): void => {
      timers.delete(key);
      void host.guard('check', () => checkFile(document.uri));
    };
    timers.set(key, setTimeout(run, DEBOUNCE_MS));
  };

  const close = (uri: vscode.Uri): void => {
    const key = uri.toString();
    clearTimeout(timers.get(key));
    timers.delete(key);
    if (isAllKept || kept.has(key)) void host.guard('check', () => checkFile(uri));
    else collection.delete(uri);
  };
  const closeUnlessShown = (uri: vscode.Uri): void => {
    const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
    if (!tabs.flatMap(urisOf).some(other => other.toString() === uri.toString())) close(uri);
  };

  const disposables = [
    collection,
    configuration,
    vscode.workspace.onDidOpenTextDocument(schedule),
    vscode.workspace.onDidChangeTextDocument(({ document }) => schedule(document)),
    vscode.workspace.onDidSaveTextDocument(schedule),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => close(uri)),
    // VS Code keeps a document for a while after its last tab is gone.
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => closed.flatMap(urisOf).forEach(closeUnlessShown)),
    sites.onDidChange(() => vscode.workspace.textDocuments.forEach(schedule)),
    checker.onDidLearn(uri => {
      const open = openDocument(uri);
      if (open) schedule(open);
    }),
    sites.onDidRead(() => void host.guard('configuration', checkConfigurations)),
    sites.onDidChangeFile(uri => {
      if ((isAllKept || kept.has(uri.toString())) && !openDocument(uri))
        void host.guard('check', () => checkFile(uri));
    }),
  ];
  vscode.workspace.textDocuments.forEach(schedule);

  return {
    verdictOf(document) {
      const known = verdicts.get(document);
      return known?.version === document.version ? known.verdict : undefined;
    },
    keepAll: () => (isAllKept = true),
    async checkFile(uri) {
      kept.add(uri.toString());
      return await checkFile(uri);
    },
    dispose() {
      for (const timer of timers.values()) clearTimeout(timer);
      for (const disposable of disposables) disposable.dispose();
    },
  };
}

const urisOf = ({ input }: vscode.Tab): vscode.Uri[] =>
  input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom ? [input.uri] : [];

/** Markdown that somebody writes: not the left side of a comparison, not a preview of something. */
function isCandidate(document: vscode.TextDocument): boolean {
  const { scheme } = document.uri;
  const isWritable = scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
  return document.languageId === 'markdown' && isWritable;
}

/** An open document, or the lines of a closed one. */
interface Lines {
  readonly positionAt: (offset: number) => Position;
}

function toDiagnostic(problem: Problem, lines: Lines, host: Host): vscode.Diagnostic {
  const start = lines.positionAt(problem.range.start);
  const end = lines.positionAt(problem.range.end);
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  const diagnostic = new vscode.Diagnostic(range, host.say(problem.message), SEVERITIES[problem.severity]);
  diagnostic.source = 'Galley';
  const page = vscode.Uri.joinPath(host.context.extensionUri, 'docs', 'rules', `${problem.rule}.md`);
  diagnostic.code = { value: problem.rule, target: page };
  if (problem.unnecessary) diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  return diagnostic;
}

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};
