import type { CodePrinter } from '../html/code.ts';
import { templateText } from './arguments.ts';
import { embeddedShortcodes, embeddedTakesInner, renderEmbedded } from './embedded.ts';
import type { ShortcodeHost } from './host.ts';
import { indentationOf, indentRest } from './indentation.ts';
import type { LiteralShortcode, ShortcodeTag } from './lexer.ts';
import type { ShortcodeCall } from './tree.ts';

/** What rendering the shortcodes of a body takes. */
export interface ShortcodeContext {
  readonly body: string;
  readonly literals: readonly LiteralShortcode[];
  readonly host: ShortcodeHost;
  readonly code: CodePrinter;
  /** Renders Markdown on its own; inline: without the `<p>` of a lone paragraph. */
  readonly markdown: (text: string, inline: boolean) => string;
}

export function takesInner(host: ShortcodeHost): (name: string) => boolean | undefined {
  return name => (isOwn(host, name) ? host.takesInner?.(name) : embeddedTakesInner(name));
}

/** Not Hugo's: a template of the site, which wins, or unknown. */
function isOwn({ templates }: ShortcodeHost, name: string): boolean {
  return templates?.has(name) === true || !embeddedShortcodes.has(name);
}

function isInline(name: string): boolean {
  return name.endsWith('.inline');
}

/** The text between the tags, inner shortcodes rendered. */
function innerOf(context: ShortcodeContext, call: ShortcodeCall): string {
  if (!call.close) return '';
  let text = '';
  let from = call.open.end;
  for (const child of call.children) {
    text += textBetween(context, from, child.start) + renderCall(context, child, 1);
    from = child.end;
  }
  return text + textBetween(context, from, call.close.start);
}

/** A part of the body, literal shortcodes without their marks. */
function textBetween({ body, literals }: ShortcodeContext, start: number, end: number): string {
  let low = 0;
  for (let high = literals.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((literals[middle]?.start ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  let text = '';
  let from = start;
  for (let literal = literals[low]; literal && literal.end <= end; literal = literals[++low]) {
    text += body.slice(from, literal.innerStart - 2) + body.slice(literal.innerStart, literal.innerEnd);
    from = literal.innerEnd + 2;
  }
  return text + body.slice(from, end);
}

function label({ name, markup, parameters }: ShortcodeTag): string {
  const list = parameters.map(({ name: key, value }) =>
    key === undefined ? JSON.stringify(value) : `${key}=${JSON.stringify(value)}`,
  );
  const [open, close] = markup ? ['{{%', '%}}'] : ['{{<', '>}}'];
  return templateText([open, name, ...list, close].join(' '));
}

/** A labelled box; `state` says why the real thing is not shown. */
function box(tag: ShortcodeTag, state: 'site' | 'unknown' | 'unavailable', inner: string): string {
  const element = inner === '' ? 'span' : 'div';
  const start =
    `<${element} class="galley-shortcode galley-shortcode-${state}" data-shortcode="${templateText(tag.name)}">` +
    `<code class="galley-shortcode-label">${label(tag)}</code>`;
  return `${start}${inner}</${element}>`;
}

/** HTML of a call. `level` above 0: it stands in another one. */
export function renderCall(context: ShortcodeContext, call: ShortcodeCall, level = 0): string {
  const tag = call.open;
  if (isInline(tag.name)) return '';
  const { host, markdown } = context;
  const source = innerOf(context, call);
  if (isOwn(host, tag.name)) {
    const known = host.templates === undefined || host.templates.has(tag.name);
    return box(tag, known ? 'site' : 'unknown', source.trim() === '' ? '' : markdown(source, false));
  }
  const inner = tag.markup && level > 0 ? markdown(source, !source.includes('\n')) : source;
  const indentation = indentationOf(context.body, tag.start);
  const placeholder = (): string => box(tag, 'unavailable', '');
  const made = renderEmbedded(
    { tag, inner, indentation },
    { host, code: context.code, markdown, placeholder },
  );
  return inner === '' ? indentRest(made ?? '', indentation) : (made ?? '');
}

/** What `{{% … %}}` of Hugo's own shortcodes gives to Markdown; undefined for all others, which are boxes. */
export function markdownOf(context: ShortcodeContext, call: ShortcodeCall): string | undefined {
  const { name, markup } = call.open;
  if (!markup || isOwn(context.host, name) || isInline(name)) return undefined;
  const html = renderCall(context, call);
  return html.includes('galley-shortcode') ? undefined : html;
}
