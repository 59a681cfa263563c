import { message } from '../messages.ts';
import type { Refusal } from './yaml-refusal.ts';

interface EscapeRefusal extends Refusal {
  /** The library refuses it, too, and must not see the backslash. */
  readonly isHidden: boolean;
}

/** Escapes in double quotes that some versions of Hugo do not read, or only they. */
export function escapeFaults(source: string, start: number): EscapeRefusal[] {
  const faults: EscapeRefusal[] = [];
  for (const { index, 0: escape } of source.matchAll(
    /\\(?:u[dD][89abAB][\da-fA-F]{2}(?:\\u[dD][c-fC-F][\da-fA-F]{2})?|[^])/g,
  )) {
    const verdict = judge(escape, source.slice(index + 2, index + 10));
    if (!verdict) continue;
    const { only, isHidden } = verdict;
    const code = isHidden
      ? message('yaml-escape', { escape: escape.slice(0, 2) })
      : message('yaml-escape.version');
    faults.push({
      rule: 'yaml-escape',
      message: code,
      start: start + index,
      length: 2,
      isHidden,
      ...(only && { only }),
    });
  }
  return faults;
}

function judge(escape: string, behind: string): Pick<EscapeRefusal, 'only' | 'isHidden'> | undefined {
  if (escape.length > 6) return { only: 'yamlV2', isHidden: false };
  if (escape.length === 6) return { isHidden: false };
  switch (escape[1]) {
    case '/':
      return { only: 'yamlV2', isHidden: false };
    case "'":
      return { only: 'goccyYaml', isHidden: true };
    case 'x':
      return /^[\da-f]{2}/i.test(behind) ? undefined : { only: 'yamlV2', isHidden: true };
    case 'u':
      return /^[\da-f]{4}/i.test(behind) ? undefined : { only: 'yamlV2', isHidden: true };
    default:
      return undefined;
  }
}

/**
 * goccy/go-yaml loses as many signs behind a double-quoted text as it has tabs (those at its end and around line ends
 * not counted). That is harmless unless a bracket, a comma or the line end before the next key is among them.
 */
export function swallowedByTabs(text: string, start: number, end: number): boolean {
  const inner = text.slice(start + 1, end);
  if (!inner.includes('\t')) return false;
  const counted = inner.replace(/[ \t]*\n[ \t]*/g, '\n').replace(/\t$/, '');
  const tabs = counted.length - counted.replaceAll('\t', '').length;
  const lost = text.slice(end + 1, end + 1 + tabs);
  const rest = text.slice(end + 1 + tabs, end + 1 + tabs + 200);
  return /[,\]}]/.test(lost) || (lost.includes('\n') && !/^[ \t]*(?:\n|$)/.test(rest) && /\S/.test(rest));
}
