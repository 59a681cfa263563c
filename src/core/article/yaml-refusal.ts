import type { Behaviour } from '../hugo/behaviour.ts';
import type { Message } from '../messages.ts';
import type { SyntaxRule } from './syntax.ts';

/** What Hugo refuses in YAML: `length` units (1 if absent) from `start` are marked. */
export interface Refusal {
  readonly rule: SyntaxRule;
  readonly message: Message;
  /** Offset in the source. */
  readonly start: number;
  readonly length?: number;
  /** Only versions that do this refuse it; absent: all. */
  readonly only?: Behaviour;
}
