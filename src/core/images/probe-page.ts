import { climb } from './climb.ts';
import type { Wire } from './follow.ts';
import { FIRST } from './requests.ts';
import { verdictOf } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** The verdict on a page that is linked to: whether it is there; what it says is not read. */
export async function probePage(url: string, wire: Wire): Promise<Verdict> {
  const top = await climb({ kind: 'link', url, limit: 1024, referer: undefined }, FIRST.link, wire);
  if (top.kind === 'verdict') return top.verdict;
  const { status } = top.reply;
  return { ...verdictOf([]), status };
}
