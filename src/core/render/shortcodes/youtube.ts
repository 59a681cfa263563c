import type { Features } from '../../hugo/behaviour.ts';
import { argument, argumentOr, attribute, flagArgument, templateText, templateUrl } from './arguments.ts';
import { boxStyle, frameStyle } from './frame.ts';
import type { ShortcodeTag } from './lexer.ts';

/** `{{< youtube id >}}` (Hugo _shortcodes/youtube.html). */
export function youtube(tag: ShortcodeTag, features: Features): string {
  if (!features.youtubeOptions) return plain(tag);
  return features.youtubeEscapes ? escaped(tag, features) : quoted(tag);
}

function styleOrClass(tag: ShortcodeTag): string {
  const value = argument(tag, 'class');
  return value === '' ? ` style="${boxStyle}"` : attribute('class', value);
}

function number(flag: boolean): string {
  return flag ? '1' : '0';
}

function query(tag: ShortcodeTag): string {
  const autoplay = flagArgument(tag, 'autoplay', false);
  const loop = flagArgument(tag, 'loop', false);
  const pairs = [
    ['autoplay', number(autoplay)],
    ['controls', number(flagArgument(tag, 'controls', true))],
    ['end', argument(tag, 'end') || '0'],
    ['loop', number(loop)],
    ['mute', number(autoplay || flagArgument(tag, 'mute', false))],
    ...(loop ? [['playlist', argumentOr(tag, 'id', 0)]] : []),
    ['start', argument(tag, 'start') || '0'],
  ];
  return pairs.map(pair => pair.map(encodeURIComponent).join('=')).join('&');
}

const allowed =
  'accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share';
const policy = 'strict-origin-when-cross-origin';

function escaped(tag: ShortcodeTag, features: Features): string {
  const fill = flagArgument(tag, 'allowFullScreen', true);
  const allow = allowed + (fill && features.framesFillScreen ? '; fullscreen' : '');
  const style = argument(tag, 'class') === '' ? ` style="${frameStyle}"` : '';
  const address = templateUrl(`https://www.youtube.com/embed/${argumentOr(tag, 'id', 0)}`);
  return (
    `${features.youtubeAtLineStart ? '' : '\n    '}<div${styleOrClass(tag)}>\n\t\t\t<iframe allow="${allow}"` +
    (fill && !features.framesFillScreen ? ' allowfullscreen="allowfullscreen"' : '') +
    attribute('loading', argument(tag, 'loading') || 'eager') +
    ` referrerpolicy="${policy}"` +
    ` src="${address}?${templateText(query(tag))}"${style}` +
    `${attribute('title', argument(tag, 'title') || 'YouTube video')}></iframe>\n\t\t</div>\n`
  );
}

/** Before Hugo 0.140: values stand as they are, in quotes of Go; more than three spaces stand before the box. */
function quoted(tag: ShortcodeTag): string {
  const attributes: readonly (readonly [name: string, value: string])[] = [
    ['allow', allowed],
    ['allowfullscreen', flagArgument(tag, 'allowFullScreen', true) ? 'allowfullscreen' : ''],
    ['loading', argument(tag, 'loading') || 'eager'],
    ['referrerpolicy', policy],
    ['src', `https://www.youtube.com/embed/${argumentOr(tag, 'id', 0)}?${query(tag)}`],
    ['style', argument(tag, 'class') === '' ? frameStyle : ''],
    ['title', argument(tag, 'title') || 'YouTube video'],
  ];
  const html = attributes.map(([name, value]) => (value === '' ? '' : ` ${name}=${JSON.stringify(value)}`));
  const value = argument(tag, 'class');
  const box = value === '' ? `style=${JSON.stringify(boxStyle)}` : `class=${JSON.stringify(value)}`;
  return `\n\n    \n    <div ${box}>\n      <iframe${html.join('')}\n      ></iframe>\n    </div>\n`;
}

/** Before Hugo 0.125. */
function plain(tag: ShortcodeTag): string {
  const value = argumentOr(tag, 'class', 1);
  const box = value === '' ? `style="${boxStyle}"` : `class="${templateText(value)}"`;
  const style = value === '' ? `style="${frameStyle}" ` : '';
  const play = tag.parameters.some(({ name, value }) => name === 'autoplay' && value === 'true');
  const address = templateUrl(`https://www.youtube.com/embed/${argumentOr(tag, 'id', 0)}`);
  return (
    `\n<div ${box}>\n  <iframe src="${address}${play ? '?autoplay=1' : ''}" ${style}` +
    `allowfullscreen title="${templateText(argument(tag, 'title') || 'YouTube Video')}"></iframe>\n</div>\n`
  );
}
