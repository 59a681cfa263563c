import type { Range } from './article/tree.ts';
import type { Message } from './messages.ts';

/** error: the build breaks; warning: the page comes out other than meant; info and hint: worth knowing. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** Replace `range` (UTF-16 offsets of the article) by `newText`. Edits of one fix do not overlap. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A way to mend a problem, as data: the same for the editor, `--fix` and the tests. */
export interface Fix {
  readonly title: Message;
  /** The one sure fix of its problem. */
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
  /** Files to be copied or moved first; only a host that has files can. */
  readonly files?: readonly FileEdit[];
}

/** Paths from the root of the site. What lies at `to` already stays. */
export interface FileEdit {
  readonly kind: 'copy' | 'move';
  readonly from: string;
  readonly to: string;
}

export interface Problem {
  /** Id of the rule, which names its page in `docs/rules`. */
  readonly rule: string;
  readonly severity: Severity;
  /** UTF-16 offsets of the article. */
  readonly range: Range;
  readonly message: Message;
  readonly fixes: readonly Fix[];
  /** The code is there to no purpose; the editor fades it. */
  readonly unnecessary?: boolean;
}
