import type common from 'highlight.js/lib/common';
import { splitLines } from '../../core/preview/split-lines.ts';
import type { Sanitise } from '../kit/sanitise.ts';

type Highlighter = Pick<typeof common, 'getLanguage' | 'highlight'>;

/** Colours by the names of parts of code; none: code stays as it is. */
export type Palette = Readonly<Record<string, string>>;

/** Colours code where Hugo would, by highlight.js, which is loaded with the first block of code. */
export class Colours {
  private highlighter: Highlighter | undefined;
  private isLoading = false;
  private palette: Palette = {};
  private readonly page: HTMLElement;
  private readonly sanitise: Sanitise;

  constructor(page: HTMLElement, sanitise: Sanitise) {
    this.page = page;
    this.sanitise = sanitise;
  }

  turn(palette: Palette): void {
    const { style } = this.page;
    for (const part of Object.keys(this.palette)) style.removeProperty(`--galley-code-${part}`);
    for (const [part, colour] of Object.entries(palette)) style.setProperty(`--galley-code-${part}`, colour);
    this.palette = palette;
    this.dress(this.page);
  }

  dress(root: ParentNode): void {
    if (Object.keys(this.palette).length === 0) return;
    const blocks = [
      ...root.querySelectorAll<HTMLElement>('.highlight code[data-lang]:not(.galley-coloured)'),
    ];
    if (blocks.length === 0) return;
    const { highlighter } = this;
    if (!highlighter) void this.load();
    else for (const block of blocks) this.colour(block, highlighter);
  }

  /** Hugo has each line in a `<span>`, whose last child is the line without its number. */
  private colour(block: HTMLElement, highlighter: Highlighter): void {
    const language = block.dataset['lang'] ?? '';
    block.classList.add('galley-coloured');
    if (!highlighter.getLanguage(language)) return;
    const lines = [...block.children].map(({ lastElementChild }) => lastElementChild);
    const text = lines.map(line => line?.textContent ?? '').join('');
    if (text.length > MAX_CODE) return;
    const coloured = splitLines(highlighter.highlight(text, { language, ignoreIllegals: true }).value);
    lines.forEach((line, index) => line?.replaceChildren(this.sanitise(`${coloured[index] ?? ''}\n`)));
  }

  private async load(): Promise<void> {
    if (this.isLoading) return;
    this.isLoading = true;
    this.highlighter = (await import('highlight.js/lib/common')).default;
    this.dress(this.page);
  }
}

/** Longer code stays without colours. */
const MAX_CODE = 50_000;
