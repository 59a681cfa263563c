import type { Article } from '../article/article.ts';
import { lexShortcodes } from '../render/index.ts';
import { lookUp } from './page-lookup.ts';
import type { Surroundings } from './places.ts';
import type { Origin } from './resolve.ts';
import type { RefOutcome } from './target.ts';
import { unescaped } from '../percent.ts';

/** The `ref`s of a body, with what Hugo finds for them (hugolib/page__ref.go). */
export function refsOf({ text, body }: Article, origin: Origin, around: Surroundings): RefOutcome[] {
  const source = text.slice(body.start);
  if (!source.includes('ref')) return [];
  return lexShortcodes(source).tags.flatMap(tag => {
    if (!/^(?:rel)?ref$/.test(tag.name) || tag.kind === 'close') return [];
    if (around.site.offers.shortcodes.includes(tag.name)) return [];
    const place = (name: string, position: number) =>
      tag.parameters.find(parameter => parameter.name?.toLowerCase() === name) ??
      tag.parameters.filter(parameter => parameter.name === undefined)[position];
    const given = place('path', 0);
    const language = place('lang', 1)?.value;
    if (!given) return [];
    const range = { start: body.start + given.start, end: body.start + given.end };
    const path = String(given.value);
    const outcome = outcomeOf(path, typeof language === 'string' ? language : '', origin, around);
    return [{ range, path, outcome }];
  });
}

function outcomeOf(
  given: string,
  language: string,
  origin: Origin,
  around: Surroundings,
): RefOutcome['outcome'] {
  if (language !== '' && !around.site.config.languages.some(({ code }) => code === language.toLowerCase()))
    return { is: 'language', language };
  if (/%(?![\da-f]{2})/i.test(given)) return { is: 'escape' };
  // An address of another host is looked up by its path.
  if (/^[a-z][a-z\d+.-]*:/i.test(given)) return { is: 'unknown' };
  const path = given.replace(/[?#].*$/s, '');
  if (path === '') return { is: 'there' };
  const asker = { origin, around, isRef: true };
  const decoded = unescaped(path) ?? path;
  return lookUp(decoded, language === '' ? asker : { ...asker, language: language.toLowerCase() });
}
