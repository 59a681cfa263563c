import { isSpace, leadingSpaces, trailingSpaces } from '../engine/chars.ts';
import { newBlock } from '../engine/block.ts';
import type { BlockParser } from '../engine/block-parser.ts';
import { segmentText, trimRight, type Segment } from '../engine/segment.ts';
import { takeTrailingAttributes } from '../extensions/attributes.ts';

/** Drops a closing run of `#`; undefined when nothing else is there. */
function withoutClosing(source: string, segment: Segment, trimmed: boolean): Segment | undefined {
  const text = segmentText(source, segment);
  if (text === '') return segment;
  let i = text.length - 1;
  while (i > 0 && text.charAt(i) === '#') i--;
  if (i === 0 && text.startsWith('#')) return undefined;
  if (i === text.length - 1 || !isSpace(text.charCodeAt(i))) return segment;
  const stop = trimmed ? i - trailingSpaces(text.slice(0, i)) : i;
  return { ...segment, stop: segment.start + stop };
}

/** `# Heading`; with `attributes`, `# Heading {#id .class}`. */
export function atxHeading(attributes: boolean): BlockParser {
  return {
    triggers: '#',
    interruptsParagraph: true,
    acceptsIndent: false,
    open({ reader, source, indentChars, features }) {
      const line = reader.peekLine() ?? '';
      if (indentChars < 0) return undefined;
      const level = (/^#*/.exec(line.slice(indentChars))?.[0] ?? '').length;
      if (level === 0 || level > 6) return undefined;
      const block = newBlock('heading');
      block.level = level;
      const end = indentChars + level;
      if (end === line.length) return { block };
      const blanks = leadingSpaces(line.slice(end));
      if (blanks === 0) return undefined;
      const from = reader.start - reader.padding;
      const start = Math.min(end + blanks, line.length - 1);
      let text = trimRight(source, { start: from + start, stop: from + line.length, padding: 0 });
      reader.advanceToEol();
      if (text.stop === text.start) return { block };
      if (attributes) text = takeTrailingAttributes(source, text, block);
      let heading = withoutClosing(source, text, features.trimmedHeadings);
      // goldmark before 1.7.14 also took attributes that a closing run follows.
      const again = attributes && !features.trimmedHeadings && !block.attributes;
      if (heading && again) heading = takeTrailingAttributes(source, heading, block);
      if (heading) block.lines.push(heading);
      return { block };
    },
    resume: () => 'close',
  };
}
