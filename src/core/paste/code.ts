import type { Element, RootContent } from 'hast';
import { visible } from './characters.ts';
import { BLOCKS, element, isElement, plain, styleOf, text, textOf } from './element.ts';

/** Whether an element is a code block: `pre`, or what editors put on the clipboard for one. */
export const isCode = (node: Element): boolean =>
  node.tagName === 'pre' ||
  (node.tagName === 'div' &&
    styleOf(node, 'white-space')?.startsWith('pre') === true &&
    /mono|consolas|menlo|courier/.test(styleOf(node, 'font-family') ?? ''));

/** The block in its plainest form, with its language. */
export function codeBlock(node: Element, around: readonly Element[]): Element[] {
  const value = withoutShortcodes(visible(linesOf(node.children)).replace(/^\n+|\s+$/g, ''));
  if (value.trim() === '') return [];
  const language = [node, ...node.children.filter(child => isElement(child)), ...around.slice(-2)]
    .map(languageOf)
    .find(found => found !== undefined);
  const className = language === undefined ? [] : [`language-${language}`];
  return [element('pre', [element('code', [text(value)], { className })])];
}

function languageOf(node: Element): string | undefined {
  const named = textOf(node, 'dataLang') || textOf(node, 'dataLanguage') || textOf(node, 'lang');
  const found =
    /(?:^|\s)(?:language|lang|highlight-source|brush:)[-\s]?([\w+#.-]+)/i.exec(
      textOf(node, 'className'),
    )?.[1] ?? (isElement(node, 'pre', 'code') ? /^[\w+#.-]+$/.exec(named)?.[0] : undefined);
  return found && !/^(?:plain|none|text|plaintext)$/i.test(found) ? found.toLowerCase() : undefined;
}

/** Lines are told by `br`, by blocks, or by one `code` for each. */
function linesOf(nodes: readonly RootContent[]): string {
  const lines = nodes.filter(node => isElement(node, 'code'));
  const isByCode = lines.length > 1;
  let written = '';
  for (const node of nodes) {
    if (node.type === 'text') written += isByCode && node.value.trim() === '' ? '' : node.value;
    if (node.type !== 'element' || /^(?:button|script|style)$/.test(node.tagName)) continue;
    if (node.tagName === 'br') written += '\n';
    else if (isByCode && node.tagName === 'code') written += `${linesOf(node.children).replace(/\n$/, '')}\n`;
    else if (BLOCKS.has(node.tagName)) {
      if (written !== '' && !written.endsWith('\n')) written += '\n';
      const line = plain(node.children) === '' ? '' : linesOf(node.children);
      written += line.endsWith('\n') ? line : `${line}\n`;
    } else written += linesOf(node.children);
  }
  return written;
}

/** Hugo takes shortcodes and the divider in code, too; the form with a comment in it prints shortcodes. */
export const withoutShortcodes = (code: string): string =>
  code
    .replace(
      /\{\{([<%])(?!\/\*)((?:(?![<%>]\}\}|\{\{)[^\n])*)([>%])\}\}/g,
      (whole, open: string, inner: string, close: string) =>
        (open === '<') === (close === '>') ? `{{${open}/*${inner}*/${close}}}` : whole,
    )
    .replace(/\{\{(?=[<%])(?![<%]\/\*)/g, '{ {')
    .replaceAll('<!--more-->', '<!-- more -->');
