import type { AnswerKind } from './answer-kind.ts';
import type { Reply } from './follow.ts';
import type { Verdict } from './verdict.ts';

/** How an address is asked. */
export interface Variant {
  readonly method: 'GET' | 'HEAD';
  /** With `Range`: the start of the file is enough. */
  readonly range: boolean;
  /** `browser`: with the headers of a browser, for servers that answer nobody else. */
  readonly as: 'galley' | 'browser';
  /** The page that is said to show the image: none, one of the site, or one of the image's own host. */
  readonly referer: 'none' | 'site' | 'own';
}

/** What is asked, and what has been tried for it. */
export interface Attempt {
  readonly kind: 'image' | 'link';
  readonly now: number;
  /** From 0 to 1. */
  readonly random: number;
  /** Kinds of the answers so far, this one last. */
  readonly history: readonly AnswerKind[];
  readonly variant: Variant;
  /** The server was asked whether it still holds what is known. */
  readonly isConditional: boolean;
  /** When the address says it ends. */
  readonly expires: number | undefined;
}

/** What is done about an answer. */
export type Step =
  | { readonly do: 'judge' }
  | {
      readonly do: 'again';
      readonly variant: Variant;
      readonly wait: number;
      /** All requests to the host wait. */
      readonly pauseHost?: boolean;
    }
  | { readonly do: 'end'; readonly verdict: Verdict; readonly pauseHost?: number };

export const again = (variant: Variant, wait = 0): Step => ({ do: 'again', variant, wait });
export const end = (final: Verdict): Step => ({ do: 'end', verdict: final });
export const whole = (variant: Variant): Variant => ({ ...variant, range: false });
export const asBrowser = (variant: Variant): Variant => ({ ...variant, range: false, as: 'browser' });
/** As the browser of somebody who reads the article. */
export const asReader = (variant: Variant): Variant => ({ ...asBrowser(variant), referer: 'site' });
export const statusOf = (reply: Reply): number => (reply.kind === 'answer' ? reply.status : 0);
export const header = (reply: Reply, name: string): string =>
  reply.kind === 'answer' ? (reply.headers[name] ?? '') : '';
