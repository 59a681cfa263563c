import { follow } from './follow.ts';
import type { Reply, Wire } from './follow.ts';
import { kindOf } from './answer-kind.ts';
import { nextStep } from './ladder.ts';
import type { AnswerKind } from './answer-kind.ts';
import type { Variant } from './step.ts';
import { isConditional, requestFor } from './requests.ts';
import type { Wanted } from './requests.ts';
import { expiryOf } from './signed.ts';
import type { Verdict } from './verdict.ts';

/** Where the ladder of requests ended: with an answer whose content decides, or with a verdict. */
export type Top =
  | { readonly kind: 'answer'; readonly reply: Extract<Reply, { kind: 'answer' }>; readonly variant: Variant }
  | { readonly kind: 'verdict'; readonly verdict: Verdict; readonly last: AnswerKind };

/** Asks for an address, in other ways and again where the answers so far call for it. */
export async function climb(wanted: Wanted, first: Variant, wire: Wire): Promise<Top> {
  const { net, scheduler, cancel } = wire;
  const history: AnswerKind[] = [];
  const expires = expiryOf(wanted.url);
  for (let variant = first; ;) {
    const reply = await follow(requestFor(wanted, variant), wire);
    const last = kindOf(reply);
    history.push(last);
    const { kind } = wanted;
    const step = nextStep(reply, {
      kind,
      now: net.now(),
      random: net.random(),
      history,
      variant,
      expires,
      isConditional: isConditional(wanted, variant),
    });
    if (step.do === 'judge' && reply.kind === 'answer') return { kind: 'answer', reply, variant };
    if (step.do === 'judge') throw new TypeError('an answer is judged, nothing else');
    const { host } = new URL(reply.url);
    if (step.do === 'end') {
      if (step.pauseHost) scheduler.pause(host, step.pauseHost);
      return { kind: 'verdict', verdict: step.verdict, last };
    }
    if (step.pauseHost) scheduler.pause(host, step.wait);
    else if (step.wait > 0) await net.wait(step.wait, cancel);
    variant = step.variant;
  }
}
