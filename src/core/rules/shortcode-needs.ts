import type { Value, ValueMap } from '../article/tree.ts';
import { does } from '../hugo/behaviour.ts';
import type { Behaviour } from '../hugo/behaviour.ts';
import { settingsFor } from '../hugo/url-page.ts';
import { fix, replacing, writing } from '../fix/fix.ts';
import { message } from '../messages.ts';
import type { ShortcodeTag } from '../render/shortcodes/lexer.ts';
import type { Parameter } from '../render/shortcodes/parameters.ts';
import type { Context, Finding } from './rule.ts';

/** Names of the parameters that the templates read, lower case (tpl/tplimpl/embedded/templates/_shortcodes). */
export const PARAMETERS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries<readonly string[]>({
    figure: [
      ...['src', 'link', 'target', 'rel', 'alt', 'title', 'caption', 'class', 'height', 'width'],
      ...['loading', 'attr', 'attrlink'],
    ],
    vimeo: ['id', 'class', 'title', 'loading', 'allowfullscreen'],
    youtube: [
      ...[
        'id',
        'allowfullscreen',
        'autoplay',
        'class',
        'controls',
        'end',
        'loading',
        'loop',
        'mute',
        'start',
      ],
      ...['title'],
    ],
    x: ['user', 'id'],
    tweet: ['user', 'id'],
    twitter: ['user', 'id'],
    details: ['summary', 'open', 'name', 'title', 'class'],
  }),
);

type Needs = (tag: ShortcodeTag, context: Context, source: string) => Iterable<Finding>;

/** What the template of a shortcode asks for and does not get. Places are those of the body. */
export const shortcodeNeeds: Needs = (tag, context, source) =>
  NEEDS.get(tag.name)?.(tag, context, source) ?? [];

const named = ({ parameters }: ShortcodeTag, name: string): Parameter | undefined =>
  parameters.findLast(parameter => parameter.name?.toLowerCase() === name);

const placed = ({ parameters }: ShortcodeTag, index: number): Parameter | undefined =>
  parameters.filter(({ name }) => name === undefined)[index];

const isFilled = (parameter: Parameter | undefined): boolean =>
  parameter !== undefined && parameter.value !== '' && parameter.value !== 0 && parameter.value !== false;

const at = ({ start, end }: { readonly start: number; readonly end: number }) => ({ start, end });

/** A video or post by its id; an address in its place shows nothing. */
function post(names: readonly string[], breaks: Behaviour, address: RegExp): Needs {
  return function* needs(tag, { facts }) {
    const id = names.map(name => named(tag, name)).find(isFilled) ?? placed(tag, 0);
    if (!id || !isFilled(id)) {
      yield {
        message: message('shortcode-argument.id', { name: tag.name }),
        range: at(tag),
        ...(does(facts.hugo, breaks) ? {} : { severity: 'warning' }),
      };
      return;
    }
    const value = String(id.value);
    if (!/^(?:https?:)?\/\/|^www\./i.test(value)) return;
    const [, found] = address.exec(value) ?? [];
    const text = `${id.name === undefined ? '' : `${id.name}=`}"${found ?? ''}"`;
    yield {
      message: message('shortcode-argument.address', { name: tag.name }),
      range: at(id),
      severity: 'warning',
      fixes: found === undefined ? [] : fix(writing(text), [replacing(at(id), text)]),
    };
  };
}

function* tweet(tag: ShortcodeTag, { facts }: Context): Generator<Finding> {
  const isPlaced = tag.parameters.length > 0 && tag.parameters.every(({ name }) => name === undefined);
  if (isPlaced && !does(facts.hugo, 'tweetNeedsNames')) return;
  if (!isFilled(named(tag, 'user')) || !isFilled(named(tag, 'id')))
    yield { message: message('shortcode-argument.tweet', { name: tag.name }), range: at(tag) };
}

function* figure(tag: ShortcodeTag, _context: Context, source: string): Generator<Finding> {
  if (isFilled(named(tag, 'src'))) return;
  const [only, ...others] = tag.parameters;
  const isBare = only?.name === undefined && others.length === 0;
  const edits = only && isBare ? [replacing(at(only), `src=${source.slice(only.start, only.end)}`)] : [];
  yield {
    message: message('shortcode-argument.figure'),
    range: at(tag),
    severity: 'warning',
    fixes: fix(writing('src='), edits),
  };
}

function* highlight(tag: ShortcodeTag, { facts }: Context): Generator<Finding> {
  if (!placed(tag, 0)) {
    const breaks = does(facts.hugo, 'highlightNeedsLanguage');
    if (breaks) yield { message: message('shortcode-argument.language'), range: at(tag) };
    return;
  }
  const options = tag.parameters.length === 2 ? placed(tag, 1) : undefined;
  if (!options) return;
  const parts = String(options.value).trim().split(',');
  const wrong = parts.find(
    part => part.split('=').length !== 2 || /^\s*linenostart=(?![\s\d-]*\d\s*$)/i.test(part),
  );
  if (wrong === undefined || String(options.value).trim() === '') return;
  yield {
    message: message('shortcode-argument.option', { text: wrong.trim() }),
    range: at(options),
    ...(does(facts.hugo, 'highlightOptionBreaksBuild') ? {} : { severity: 'warning' }),
  };
}

/** What `.Param` gives beside the fields as they are written. */
const COMPUTED = new Set([
  'title',
  'date',
  'lastmod',
  'publishdate',
  'expirydate',
  'draft',
  'iscjklanguage',
  'kind',
]);

function* param(tag: ShortcodeTag, { facts: { made, site } }: Context): Generator<Finding> {
  const key = placed(tag, 0);
  if (!key || !isFilled(key)) {
    yield { message: message('shortcode-argument.param'), range: at(tag) };
    return;
  }
  const name = String(key.value).toLowerCase();
  if (!made || !site || COMPUTED.has(name)) return;
  const { params } = settingsFor(site.config, made.language);
  const own = made.effective;
  if ([own, own['params'], params].some(values => isSet(values, name))) return;
  yield { message: message('shortcode-argument.param-missing', { name: String(key.value) }), range: at(key) };
}

/** `a.b` is b in a, or of that name; what is empty, 0 or false counts as missing. */
function isSet(values: Value | undefined, name: string): boolean {
  if (!isMap(values)) return false;
  const dot = name.indexOf('.');
  const whole = valueOf(values, name);
  if (dot < 0 || whole !== undefined) return !isEmpty(whole);
  return isSet(valueOf(values, name.slice(0, dot)), name.slice(dot + 1));
}

const isMap = (value: Value | undefined): value is ValueMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const valueOf = (values: ValueMap, name: string): Value | undefined =>
  Object.entries(values).find(([key]) => key.toLowerCase() === name)?.[1];

const isEmpty = (value: Value | undefined): boolean =>
  value === undefined || value === null || value === '' || value === false || value === 0;

function* reference(tag: ShortcodeTag): Generator<Finding> {
  const path = named(tag, 'path') ?? placed(tag, 0);
  if (tag.parameters.length === 0) yield { message: message('shortcode-argument.ref'), range: at(tag) };
  else if (path === undefined || path.value === '')
    yield { message: message('shortcode-argument.ref-empty'), range: at(tag), severity: 'warning' };
}

function* qr(tag: ShortcodeTag): Generator<Finding> {
  const isAlone = tag.kind === 'self-closed';
  if (isAlone && !isFilled(named(tag, 'text')))
    yield { message: message('shortcode-argument.qr'), range: at(tag) };
  const level = named(tag, 'level');
  if (level && isFilled(level) && !/^(?:low|medium|quartile|high)$/.test(String(level.value)))
    yield { message: message('shortcode-argument.qr-level'), range: at(level) };
  const scale = named(tag, 'scale');
  if (
    scale &&
    isFilled(scale) &&
    typeof scale.value === 'number' &&
    (scale.value < 2 || scale.value % 1 !== 0)
  )
    yield { message: message('shortcode-argument.qr-scale'), range: at(scale) };
}

const NEEDS: ReadonlyMap<string, Needs> = new Map(
  Object.entries<Needs>({
    youtube: post(
      ['id'],
      'youtubeNeedsId',
      /(?:youtu\.be\/|[?&]v=|\/(?:embed|shorts|live)\/)([\w-]{11})(?![\w-])/,
    ),
    vimeo: post(['id'], 'vimeoNeedsId', /vimeo\.com\/(?:video\/)?(\d{5,12})(?!\d)/),
    instagram: post([], 'instagramNeedsId', /instagram\.com\/(?:p|reel|tv)\/([\w-]{5,20})(?![\w-])/),
    tweet,
    twitter: tweet,
    x: tweet,
    figure,
    highlight,
    param,
    ref: reference,
    relref: reference,
    qr,
  }),
);
