import { argument, argumentOr, attribute, flagArgument, templateText, templateUrl } from './arguments.ts';
import type { ShortcodeTag } from './lexer.ts';

/** The embedded shortcodes that print a frame (Hugo _shortcodes/youtube.html, vimeo.html, instagram.html). */
const boxStyle = 'position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;';
const frameStyle = 'position: absolute; top: 0; left: 0; width: 100%; height: 100%; border:0;';

function styleOrClass(tag: ShortcodeTag): string {
  const value = argument(tag, 'class');
  return value === '' ? ` style="${boxStyle}"` : attribute('class', value);
}

function number(flag: boolean): string {
  return flag ? '1' : '0';
}

export function youtube(tag: ShortcodeTag): string {
  const id = argumentOr(tag, 'id', 0);
  const autoplay = flagArgument(tag, 'autoplay', false);
  const loop = flagArgument(tag, 'loop', false);
  const query = [
    ['autoplay', number(autoplay)],
    ['controls', number(flagArgument(tag, 'controls', true))],
    ['end', argument(tag, 'end') || '0'],
    ['loop', number(loop)],
    ['mute', number(autoplay || flagArgument(tag, 'mute', false))],
    ...(loop ? [['playlist', id]] : []),
    ['start', argument(tag, 'start') || '0'],
  ].map(pair => pair.map(encodeURIComponent).join('='));
  const allow =
    'accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share' +
    (flagArgument(tag, 'allowFullScreen', true) ? '; fullscreen' : '');
  const style = argument(tag, 'class') === '' ? ` style="${frameStyle}"` : '';
  return (
    `<div${styleOrClass(tag)}>\n\t\t\t<iframe allow="${allow}"` +
    attribute('loading', argument(tag, 'loading') || 'eager') +
    ` referrerpolicy="strict-origin-when-cross-origin"` +
    ` src="${templateUrl(`https://www.youtube.com/embed/${id}`)}?${templateText(query.join('&'))}"${style}` +
    `${attribute('title', argument(tag, 'title') || 'YouTube video')}></iframe>\n\t\t</div>\n`
  );
}

export function vimeo(tag: ShortcodeTag): string {
  const id = argumentOr(tag, 'id', 0);
  const value = argument(tag, 'class');
  const line = '\n\t\t\t\t\t';
  const box = value === '' ? `style="${boxStyle}"` : `class="${templateText(value)}"`;
  const style = value === '' ? `${line}\tstyle="${frameStyle}"` : '';
  const allow = flagArgument(tag, 'allowFullScreen', true) ? ' allow="fullscreen"' : '';
  return (
    `\n\t\t\t<div${line}${box}>\n\t\t\t\t<iframe${line}` +
    `src="${templateUrl(`https://player.vimeo.com/video/${id}?dnt=0`)}"` +
    `${style}${allow}${attribute('loading', argument(tag, 'loading'))}${attribute('title', argument(tag, 'title'))}>` +
    `\n\t\t\t\t</iframe>\n\t\t\t</div>\n`
  );
}

/** Hugo prints a drawing of a post that a script replaces; here a link stands for it. */
export function instagram(tag: ShortcodeTag): string {
  const url = templateUrl(`https://www.instagram.com/p/${argument(tag, 0)}`);
  return (
    `<blockquote class="instagram-media" data-instgrm-captioned data-instgrm-permalink="${url}"` +
    ` data-instgrm-version="14"><a href="${url}" target="_blank">View this post on Instagram</a></blockquote>\n`
  );
}
