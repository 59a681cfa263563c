import type { Features } from '../../hugo/behaviour.ts';
import { argument, argumentOr, attribute, flagArgument, templateText, templateUrl } from './arguments.ts';
import { boxStyle, frameStyle } from './frame.ts';
import type { ShortcodeTag } from './lexer.ts';

/** `{{< vimeo id >}}` (Hugo _shortcodes/vimeo.html). */
export function vimeo(tag: ShortcodeTag, features: Features): string {
  return features.framesFillScreen ? present(tag) : former(tag);
}

function present(tag: ShortcodeTag): string {
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

/** Before Hugo 0.146. */
function former(tag: ShortcodeTag): string {
  const named = tag.parameters.some(({ name }) => name !== undefined);
  const value = argumentOr(tag, 'class', 1);
  const title = argumentOr(tag, 'title', 2) || 'vimeo video';
  const box = value === '' ? `style="${boxStyle}"` : `class="${templateText(value)}"`;
  const style = value === '' ? `style="${frameStyle}" ` : '';
  const html =
    `<div ${box}>\n  <iframe src="${templateUrl(`https://player.vimeo.com/video/${argumentOr(tag, 'id', 0)}`)}" ` +
    `${style}title="${templateText(title)}" webkitallowfullscreen mozallowfullscreen allowfullscreen></iframe>\n</div>`;
  return named ? html : `\n${html}\n`;
}
