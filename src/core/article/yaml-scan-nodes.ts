import { message } from '../messages.ts';
import type { Refusal } from './yaml-refusal.ts';

/** A sign that cannot start a text without quotes. */
export const specialStart = (
  char: string,
  start: number,
  { length, only }: Pick<Refusal, 'length' | 'only'>,
): Refusal => ({
  rule: 'yaml-special-start',
  message: message('yaml-special-start', { char }),
  start,
  ...(length !== undefined && { length }),
  ...(only && { only }),
});

const special = (char: string, start: number, length: number): Refusal =>
  specialStart(char, start, { length });

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
  const isLast = /^\s*$/.test(text.slice(at + whole.length, at + whole.length + 200));
  if (!/^[\w-]+$/.test(name) && !/^[\w-]+[:?]\S/.test(name))
    return isLast ? place : { ...place, only: 'yamlV2' };
  if (isLast) return { ...place, only: 'goccyYaml' };
  const isUsed = text[at + whole.length] === '\t' && text.includes(`*${name}`);
  return isUsed ? { ...place, only: 'goccyYaml' } : undefined;
}

interface TagVerdict {
  readonly length: number;
  readonly refusal?: Refusal;
  /** The library must not see it. */
  readonly isHidden: boolean;
  /** It is the start of a text. */
  readonly isText?: true;
}

const KNOWN_TAG = /^!(?:!(?:str|int|float|bool|null|binary|timestamp|map|seq|merge|set|omap))?$/;

/** A tag and what Hugo thinks of it. */
export function tagAt(
  text: string,
  at: number,
  { inFlow, parent }: { inFlow: boolean; parent: number },
): TagVerdict {
  const tag = /![^\s,[\]{}]*/y;
  tag.lastIndex = at;
  const name = tag.exec(text)?.[0] ?? '!';
  const behind = text.slice(at + name.length, at + name.length + 100);
  const place = special('!', at, name.length);
  const early = inFlow ? emptyTag(name, behind, place) : blockTag(name, behind, place);
  if (early) return early;
  // `!!!` is no tag but noise.
  if (name.startsWith('!!!')) return { length: name.length, isHidden: true };
  if (/[^!-~]/.test(name) || (name.startsWith('!!') && !KNOWN_TAG.test(name)))
    return { length: name.length, refusal: { ...place, only: 'yamlV2' }, isHidden: true };
  const isMisplaced = tagsNothing(name, behind, parent);
  return {
    length: name.length,
    isHidden: false,
    ...(isMisplaced && { refusal: { ...place, only: 'goccyYaml' } }),
  };
}

/** A tag between brackets with no value. */
function emptyTag(name: string, behind: string, place: Refusal): TagVerdict | undefined {
  const isLast = /^[ \t]*[\]}]/.test(behind);
  if (name === '!!str' || !(isLast || /^[ \t]*,/.test(behind))) return undefined;
  const always = isLast || /[^!-~]/.test(name);
  return { length: name.length, refusal: always ? place : { ...place, only: 'goccyYaml' }, isHidden: false };
}

/** `!a, b` and the image of Markdown. */
function blockTag(name: string, behind: string, place: Refusal): TagVerdict | undefined {
  if (behind.startsWith(',')) return { length: name.length + 1, isHidden: true };
  if (!/^[[{]/.test(behind)) return undefined;
  return { length: 1, refusal: { ...place, only: 'yamlV2' }, isHidden: true, isText: true };
}

/** A tag of the whole, of no value, or of a collection that is a text: goccy/go-yaml refuses them. */
function tagsNothing(name: string, behind: string, parent: number): boolean {
  const isAlone = /^[ \t]*(?:\n|$)/.test(behind);
  if (parent === -1 && isAlone) return true;
  if (name !== '!!str') return false;
  const next = /^[ \t]*\n(?:[ \t]*\n)*( *)\S/.exec(behind)?.[1];
  return /^[ \t]*[[{]/.test(behind) || (next !== undefined && next.length <= parent);
}

/** An unquoted text between brackets, up to the sign that ends it. */
const FLOW_PLAIN = /(?:[^,[\]{}#:]|:(?=\S)|(?<=\S)#)*/y;

interface FlowPlace {
  readonly view: string;
  readonly at: number;
  readonly kind: '[' | '{' | undefined;
  readonly isBehindColon: boolean;
}

/** What is wrong with an unquoted text between brackets. */
export function* flowPlainFaults({ view, at, kind, isBehindColon }: FlowPlace): Generator<Refusal> {
  FLOW_PLAIN.lastIndex = at;
  const body = FLOW_PLAIN.exec(view)?.[0] ?? '';
  const behind = view.slice(at + body.length, at + body.length + 200);
  const length = body.trim().length;
  yield* severalLines(body, behind, { at, kind });
  if (
    behind.startsWith(':') &&
    view[at - 1] === '\t' &&
    !/\n[ \t]*$/.test(view.slice(Math.max(0, at - 50), at))
  )
    yield { rule: 'yaml-tab', message: message('yaml-tab'), start: at - 1, only: 'goccyYaml' };
  if (kind === '[' && /^:\s+,/.test(behind))
    yield { rule: 'yaml-colon', message: message('yaml-colon'), start: at, length, only: 'goccyYaml' };
  if (view[at] === '?' && (isBehindColon || (kind === '[' && /[,\]]/.test(view.charAt(at + 1)))))
    yield { ...special('?', at, 1), only: 'yamlV2' };
}

function* severalLines(
  body: string,
  behind: string,
  { at, kind }: Pick<FlowPlace, 'at' | 'kind'>,
): Generator<Refusal> {
  const text = body.trim();
  const isCut = text !== '' && /^#[^\n]*\n\s*[^,\]}\s#]/.test(behind);
  const isKey = /\n[ \t]*$/.test(body) && behind.startsWith(':');
  const isAtMargin = /\n[^ \n\t]/.test(text) || (kind === '{' && text.includes('\n'));
  if (!isCut && !isKey && !isAtMargin) return;
  const code = message('yaml-indentation.in-brackets');
  const place = { rule: 'yaml-indentation', message: code, start: at, length: text.length } as const;
  yield isCut || isKey ? place : { ...place, only: 'goccyYaml' };
}
