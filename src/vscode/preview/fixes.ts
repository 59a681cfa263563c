import * as vscode from 'vscode';
import { LineIndex } from '../../core/lines.ts';
import type { Mark, ToPreview } from '../../webview/preview/messages.ts';
import type { Checked } from '../checker.ts';
import { openDocument } from '../documents.ts';
import { copiesOf, copyFiles, fixEdit } from '../fix-edit.ts';
import type { Disposable } from '../host.ts';
import type { Means } from './panel.ts';

/** A check waits for so long after a change, milliseconds: the page comes first. */
const DELAY_MS = 120;

/** So many problems are marked; who has more sees that there is much to do. */
const MOST = 1000;

/** Tells a preview what is wrong with its article, and mends it when asked to. */
export class Fixes implements Disposable {
  private readonly means: Means;
  private readonly post: (message: ToPreview) => void;
  private timer: Timer | undefined;
  private judged:
    | {
        readonly uri: vscode.Uri;
        readonly version: number | undefined;
        readonly verdict: Checked;
      }
    | undefined;

  constructor(means: Means, post: (message: ToPreview) => void) {
    this.means = means;
    this.post = post;
  }

  plan(uri: vscode.Uri): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.means.host.guard('preview', () => this.judge(uri)), DELAY_MS);
  }

  private async judge(uri: vscode.Uri): Promise<void> {
    const document = openDocument(uri);
    const version = document?.version;
    const verdict = await this.means.renderer.checker.check(uri, document);
    if (document?.version !== version) return;
    if (!verdict.isArticle) {
      this.post({ type: 'marks', marks: [] });
      return;
    }
    const { article, problems } = verdict;
    this.judged = { uri, version, verdict };
    const lines = new LineIndex(article.text);
    const { say } = this.means.host;
    const marks = problems.slice(0, MOST).map(({ range, severity, message, fixes }, id): Mark => {
      const entry = article.tree?.entries.find(
        ({ range: own }) => own.start <= range.start && range.start < Math.max(own.end, own.start + 1),
      );
      const isHead = range.start < article.body.start;
      return {
        id,
        severity,
        text: say(message).slice(0, 20_000),
        fixes: fixes.slice(0, 50).map(({ title }) => say(title).slice(0, 2000)),
        startLine: lines.positionAt(range.start).line,
        endLine: lines.positionAt(Math.max(range.start, range.end - 1)).line + 1,
        ...(isHead ? { key: (entry?.key.value ?? 'title').toLowerCase() } : {}),
      };
    });
    this.post({ type: 'marks', marks });
  }

  /** Applies a fix, if the article is still as it was judged. */
  async apply(id: number, index: number): Promise<void> {
    const { judged } = this;
    const fix = judged?.verdict.problems[id]?.fixes[index];
    if (!judged || !fix) return;
    const document = await vscode.workspace.openTextDocument(judged.uri);
    if (judged.version !== undefined && document.version !== judged.version) return;
    const { site } = judged.verdict;
    await copyFiles(copiesOf({ site }, fix));
    await vscode.workspace.applyEdit(fixEdit({ document, site }, fix));
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
