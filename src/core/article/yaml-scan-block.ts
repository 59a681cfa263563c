import { message } from '../messages.ts';
import { specialStart } from './yaml-scan-nodes.ts';
import type { ScanText } from './yaml-scan-text.ts';

/**
 * Reads the block scalar (`|`, `>`) whose header stands at `text.at`.
 *
 * @param parent column of its key or dash
 * @returns the offset behind its last line
 */
export function scanBlockScalar(text: ScanText, parent: number): number {
  const end = text.endOfLine(text.at);
  const header = text.view.slice(text.at, end);
  const sign = header[0] ?? '';
  if (/^[|>](?:--|\+-|-\+|\+\+)/.test(header)) {
    text.refuse(specialStart(sign, text.at, { length: 3, only: 'yamlV2' }));
    text.mask(text.at + 2);
  } else if (/^[|>]#/.test(header)) {
    text.refuse(specialStart(sign, text.at, { length: 2, only: 'goccyYaml' }));
    text.mask(text.at + 1, end);
  }
  const told = /^[|>][-+]?([1-9])/.exec(header)?.[1];
  return endOfBlock(text, end, { parent, indent: told === undefined ? undefined : parent + Number(told) });
}

interface Columns {
  /** Of the key or dash. */
  readonly parent: number;
  /** Where the text starts, if the header says so (`|2`): spaces and tabs behind it are text. */
  readonly indent: number | undefined;
}

interface BlankLine {
  readonly start: number;
  readonly width: number;
}

function endOfBlock(text: ScanText, headerEnd: number, columns: Columns): number {
  const blank: BlankLine[] = [];
  let isFirst = true;
  for (let end = headerEnd; end < text.view.length;) {
    const start = end + 1;
    const [whole = '', spaces = '', rest = ''] = text.matches(/( *)([^\n]*)/y, start) ?? [];
    const isEmpty = rest.trim() === '' && !rest.includes('\t');
    if (!isEmpty && spaces.length <= columns.parent) return end;
    const last = start + whole.length - 1;
    if (isEmpty && isFirst)
      blank.push({ start, width: whole.length - (text.isCarriageReturn(last) ? 1 : 0) });
    if (!isEmpty && isFirst) {
      isFirst = false;
      firstLine(text, { at: start + spaces.length, width: spaces.length, blank }, columns);
    }
    end = start + whole.length;
  }
  return text.view.length;
}

/** What may be wrong with how the text is indented; nothing where the header says where it starts. */
function firstLine(
  text: ScanText,
  { at, width, blank }: { readonly at: number; readonly width: number; readonly blank: readonly BlankLine[] },
  { parent, indent }: Columns,
): void {
  if (indent !== undefined && width >= indent) return;
  if (text.view[at] === '\t') tabInBlock(text, at, Math.max(width, parent + 1));
  wideBlankLines(text, blank, width);
}

/** Empty lines before the text that have more spaces than it: yaml.v2 refuses them. */
function wideBlankLines(text: ScanText, lines: readonly BlankLine[], indent: number): void {
  for (const { start, width } of lines.filter(line => line.width > indent)) {
    const code = message('yaml-indentation.blank');
    text.refuse({ rule: 'yaml-indentation', message: code, start, length: width, only: 'yamlV2' });
    text.mask(start, start + width, '\n');
  }
}

/** Old versions refuse a tab at the front of the text; goccy/go-yaml does if more lines follow. */
function tabInBlock(text: ScanText, start: number, indent: number): void {
  const next = text.matches(/[^\n]*\n( *)\S/y, start)?.[1];
  const goesOn = next !== undefined && next.length >= indent;
  text.refuse({ rule: 'yaml-tab', message: message('yaml-tab'), start, ...(!goesOn && { only: 'yamlV2' }) });
}
