import { message } from '../messages.ts';
import type { Body, BodyPart } from '../check/body.ts';
import { insert } from '../edit/apply.ts';
import { sureFix } from './mend.ts';
import { perPart } from './per-part.ts';
import type { Finding, Rule } from './rule.ts';

/** `[^1]` without a note, a note that nothing refers to, `[text][label]` without an address. */
export const bodyNote: Rule = {
  id: 'body-note',
  scope: 'body',
  reads: ['config'],
  severity: 'warning',
  *check({ markdown }) {
    const body = markdown();
    if (body.markup.extensions.footnote.enable) {
      yield* perPart(body, missing);
      yield* unused(body);
    }
    if (body.hasReferences) {
      yield* perPart(body, references);
      yield* perPart(body, lost);
    }
  },
};

function* missing({ inlines }: BodyPart): Generator<Finding> {
  for (const { text, start } of inlines) {
    // `[^a-z]` and the like are patterns.
    for (const { index, 0: found } of text.matchAll(
      /(?<=[\p{L}\p{N}。”）》」"'*`!?！？.)])\[\^\d{1,3}\](?![*+?{:(])/gu,
    ))
      yield {
        message: message('body-note'),
        range: { start: start + index, end: start + index + found.length },
      };
  }
}

const labels = new WeakMap<BodyPart, readonly string[]>();

function referredTo(part: BodyPart): readonly string[] {
  const known = labels.get(part);
  if (known) return known;
  const found = part.inlines.flatMap(({ token }) =>
    (token.children ?? [])
      .filter(child => child.type === 'footnote_ref')
      .map(({ meta }) =>
        part.source.slice(Number(meta?.['start']), Number(meta?.['end'])).replace(/^!?\[\^|\]$/g, ''),
      ),
  );
  labels.set(part, found);
  return found;
}

/** Hugo leaves such notes out. */
function* unused({ parts }: Body): Generator<Finding> {
  if (!parts.some(({ part }) => part.notes.length > 0)) return;
  const used = new Set(parts.flatMap(({ part }) => referredTo(part)));
  for (const { start, part } of parts) {
    for (const note of part.notes) {
      const end = note.start + note.label.length + 4;
      if (!used.has(note.label))
        yield {
          message: message('body-note.unused'),
          range: { start: start + note.start, end: start + end },
        };
    }
  }
}

function* references({ inlines }: BodyPart): Generator<Finding> {
  for (const { text, start } of inlines) {
    for (const { index, 0: found } of text.matchAll(
      /(?<![\w\])\\])\[[^[\]\n^]{1,200}\]\[[^[\]\n]{1,100}\]/gu,
    ))
      yield {
        message: message('body-note.reference'),
        range: { start: start + index, end: start + index + found.length },
      };
  }
}

/** `[注]: 一句话` is the address of a label, and not on the page. */
function* lost(part: BodyPart): Generator<Finding> {
  if (part.references.length === 0) return;
  for (const { index, 0: found, 1: label = '', 2: text = '' } of part.text.matchAll(
    /^ {0,3}\[([^[\]\n^]{1,50})\]:[ \t]*(\S{0,200}[\p{Script=Han}，。！？]{4}\S{0,200})[ \t]*\r?$/gmu,
  )) {
    if (/[./#:@%&<]/.test(text) || part.text.includes(`[${label}]`, index + found.length)) continue;
    if (part.text.slice(0, index).includes(`[${label}]`)) continue;
    if (!part.references.some(({ destination }) => destination === text)) continue;
    const start = index + found.indexOf('[');
    const range = { start, end: index + found.trimEnd().length };
    yield {
      message: message('body-note.lost'),
      range,
      fixes: [sureFix('body-note.fix-lost', [insert(start, '\\')])],
    };
  }
}
