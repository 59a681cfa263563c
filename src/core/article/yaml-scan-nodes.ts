import { message } from '../messages.ts';
import type { Refusal } from './yaml-refusal.ts';

const special = (char: string, start: number, length: number): Omit<Refusal, 'only'> => ({
  rule: 'yaml-special-start',
  message: message('yaml-special-start', { char }),
  start,
  length,
});

/** An anchor's name has ASCII letters and digits only for yaml.v2; `&nbsp;` and `&突发` are meant as text. */
export function anchorFault(
  text: string,
  at: number,
  { name: whole, inFlow }: { name: string; inFlow: boolean },
): Refusal | undefined {
  const name = whole.slice(1);
  const place = special('&', at, whole.length);
  if (/^["#%&'*>?@[\]`{|]/.test(name)) return place;
  if (inFlow && /^[ \t]*[,\]}]/.test(text.slice(at + whole.length, at + whole.length + 50)))
    return /^[\w-]+$/.test(name) ? { ...place, only: 'goccyYaml' } : place;
  // At the very end there is nothing that it could name.
  const isLast = /^\s*$/.test(text.slice(at + whole.length, at + whole.length + 1000));
  if (!/^[\w-]+$/.test(name) && !/^[\w-]+[:?]\S/.test(name))
    return isLast ? place : { ...place, only: 'yamlV2' };
  if (isLast) return { ...place, only: 'goccyYaml' };
  const isUsed = text[at + whole.length] === '\t' && text.includes(`*${name}`);
  return isUsed ? { ...place, only: 'goccyYaml' } : undefined;
}

/** A tag and what Hugo thinks of it; `isHidden`: the library must not see it. */
export function tagAt(
  text: string,
  at: number,
  { inFlow, parent }: { inFlow: boolean; parent: number },
): {
  readonly length: number;
  readonly refusal?: Refusal;
  readonly isHidden: boolean;
  readonly isText?: true;
} {
  const tag = /![^\s,[\]{}]*/y;
  tag.lastIndex = at;
  const name = tag.exec(text)?.[0] ?? '!';
  const behind = text.slice(at + name.length, at + name.length + 100);
  const place = special('!', at, name.length);
  const isLast = /^[ \t]*[\]}]/.test(behind);
  const isEmpty = isLast || /^[ \t]*,/.test(behind);
  if (inFlow && isEmpty && name !== '!!str') {
    const always = isLast || /[^!-~]/.test(name);
    return {
      length: name.length,
      refusal: always ? place : { ...place, only: 'goccyYaml' },
      isHidden: false,
    };
  }
  // `!!!` and `!a,` are no tags but noise.
  if (name.startsWith('!!!') || (!inFlow && behind.startsWith(',')))
    return { length: name.length + (behind.startsWith(',') ? 1 : 0), isHidden: true };
  const isKnown = /^!(?:!(?:str|int|float|bool|null|binary|timestamp|map|seq|merge|set|omap))?$/.test(name);
  // The image of Markdown.
  if (!inFlow && /^[[{]/.test(behind))
    return { length: 1, refusal: { ...place, only: 'yamlV2' }, isHidden: true, isText: true };
  if (/[^!-~]/.test(name) || (name.startsWith('!!') && !isKnown))
    return { length: name.length, refusal: { ...place, only: 'yamlV2' }, isHidden: true };
  const isAlone = /^[ \t]*(?:\n|$)/.test(behind);
  const next = /^[ \t]*\n(?:[ \t]*\n)*( *)\S/.exec(behind)?.[1];
  const isOfCollection = name === '!!str' && /^[ \t]*[[{]/.test(behind);
  const isRoot = parent === -1 && isAlone;
  const isTextOfNothing = name === '!!str' && next !== undefined && next.length <= parent;
  return isRoot || isTextOfNothing || isOfCollection
    ? { length: name.length, refusal: { ...place, only: 'goccyYaml' }, isHidden: false }
    : { length: name.length, isHidden: false };
}

/** An unquoted text between brackets, up to the sign that ends it. */
const FLOW_PLAIN = /(?:[^,[\]{}#:]|:(?=\S)|(?<=\S)#)*/y;

/** What is wrong with an unquoted text between brackets. */
export function* flowPlainFaults(place: {
  readonly view: string;
  readonly at: number;
  readonly kind: '[' | '{' | undefined;
  readonly isBehindColon: boolean;
}): Generator<Refusal> {
  const { view, at, kind, isBehindColon } = place;
  FLOW_PLAIN.lastIndex = at;
  const body = FLOW_PLAIN.exec(view)?.[0] ?? '';
  const behind = view.slice(at + body.length, at + body.length + 200);
  const text = body.trim();
  const lines = {
    rule: 'yaml-indentation',
    message: message('yaml-indentation.in-brackets'),
    start: at,
    length: text.length,
  } as const;
  if (text !== '' && /^#[^\n]*\n\s*[^,\]}\s#]/.test(behind)) yield lines;
  else if (/\n[ \t]*$/.test(body) && behind.startsWith(':')) yield lines;
  else if (/\n[^ \n\t]/.test(text) || (kind === '{' && text.includes('\n')))
    yield { ...lines, only: 'goccyYaml' };
  if (
    view[at - 1] === '\t' &&
    behind.startsWith(':') &&
    !/\n[ \t]*$/.test(view.slice(Math.max(0, at - 50), at))
  )
    yield { rule: 'yaml-tab', message: message('yaml-tab'), start: at - 1, only: 'goccyYaml' };
  if (kind === '[' && /^:\s+,/.test(behind))
    yield {
      ...special(':', at, text.length),
      message: message('yaml-colon'),
      rule: 'yaml-colon',
      only: 'goccyYaml',
    };
  const isQuestion =
    view[at] === '?' && (isBehindColon || (kind === '[' && /[,\]]/.test(view[at + 1] ?? '')));
  if (isQuestion) yield { ...special('?', at, 1), only: 'yamlV2' };
}
