import type { Body } from './body.ts';
import { elementsOf } from './layout.ts';
import type { FromPreview, Mark } from './messages.ts';

interface Means {
  readonly body: Body;
  readonly page: Element;
  readonly post: (message: FromPreview) => void;
  readonly word: (name: string) => string;
}

const RANKS = ['error', 'warning', 'info', 'hint'] as const;

/** Shows what is wrong where it stands: a stroke beside the block, and the message with its fixes for the asking. */
export class Marks {
  private readonly means: Means;
  private marks: readonly Mark[] = [];
  private readonly layer = document.createElement('div');
  private readonly card = document.createElement('div');
  /** The button that the card belongs to. */
  private opener: HTMLElement | undefined;
  private line: number | undefined;
  private isPlanned = false;

  constructor(means: Means) {
    this.means = means;
    this.layer.className = 'galley-layer';
    this.card.className = 'galley-card';
    this.card.hidden = true;
    this.card.setAttribute('role', 'dialog');
    this.card.setAttribute('aria-label', means.word('problems'));
    // Who goes by the keyboard comes to the problems first.
    document.body.prepend(this.layer, this.card);
    new ResizeObserver(() => this.plan()).observe(document.documentElement);
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.close());
    document.addEventListener('pointerdown', ({ target }) => {
      if (target instanceof Node && !this.card.contains(target) && !this.layer.contains(target)) this.close();
    });
  }

  set(marks: readonly Mark[]): void {
    const sorted = marks.toSorted((a, b) => RANKS.indexOf(a.severity) - RANKS.indexOf(b.severity));
    // Who reads a card keeps it while nothing of it changes.
    if (JSON.stringify(sorted) !== JSON.stringify(this.marks)) this.close();
    this.marks = sorted;
    this.plan();
  }

  /** Marks the block of this line as the cursor's. */
  setCursor(line: number | undefined): void {
    this.line = line;
    this.plan();
  }

  /** Draws again before the next picture of the page. */
  plan(): void {
    if (this.isPlanned) return;
    this.isPlanned = true;
    requestAnimationFrame(() => {
      this.isPlanned = false;
      this.draw();
    });
  }

  private draw(): void {
    const strokes: HTMLElement[] = [];
    const { line } = this;
    const current = line === undefined ? undefined : this.means.body.at(line, line + 1)[0];
    if (current) strokes.push(...this.stroke(elementsOf(current), 'galley-cursor'));
    for (const [elements, marks] of this.byPlace()) {
      const severity = marks[0]?.severity ?? 'hint';
      const [stroke] = this.stroke(elements, `galley-mark galley-${severity}`);
      if (!stroke) continue;
      stroke.append(this.button(marks, stroke));
      strokes.push(stroke);
    }
    const focused = this.flags().findIndex(flag => flag === document.activeElement);
    const opened = this.opener ? this.flags().indexOf(this.opener) : -1;
    this.layer.replaceChildren(...strokes);
    this.flags()[focused]?.focus({ preventScroll: true });
    this.opener = this.flags()[opened];
  }

  private flags(): HTMLElement[] {
    return [...this.layer.querySelectorAll<HTMLElement>('.galley-flag')];
  }

  /** Marks that stand at the same elements, together. */
  private byPlace(): Map<HTMLElement[], Mark[]> {
    const places = new Map<Element, [HTMLElement[], Mark[]]>();
    for (const mark of this.marks) {
      const elements = this.elementsFor(mark);
      const [first] = elements;
      if (!first) continue;
      const place = places.get(first) ?? [elements, []];
      place[1].push(mark);
      places.set(first, place);
    }
    return new Map(places.values());
  }

  private elementsFor({ key, startLine, endLine }: Mark): HTMLElement[] {
    if (key !== undefined) {
      const part = this.means.page.querySelector<HTMLElement>(`[data-galley-key="${CSS.escape(key)}" i]`);
      const title = this.means.page.querySelector<HTMLElement>('[data-galley-key="title"]');
      return [part ?? title ?? this.means.page.querySelector<HTMLElement>('h1')].filter(
        found => found !== null,
      );
    }
    return this.means.body.at(startLine, endLine).flatMap(elementsOf);
  }

  private stroke(elements: readonly HTMLElement[], className: string): HTMLElement[] {
    const rects = elements.map(element => element.getBoundingClientRect()).filter(({ height }) => height > 0);
    if (rects.length === 0) return [];
    const top = Math.min(...rects.map(rect => rect.top)) + window.scrollY;
    const bottom = Math.max(...rects.map(rect => rect.bottom)) + window.scrollY;
    const left = Math.min(...rects.map(rect => rect.left)) + window.scrollX;
    const stroke = document.createElement('div');
    stroke.className = className;
    Object.assign(stroke.style, {
      top: `${top}px`,
      height: `${bottom - top}px`,
      left: `${Math.max(2, left - 12)}px`,
    });
    return [stroke];
  }

  private button(marks: readonly Mark[], stroke: HTMLElement): HTMLElement {
    const button = document.createElement('button');
    button.className = 'galley-flag';
    button.textContent = String(marks.length);
    button.title = marks.map(({ text }) => text).join('\n');
    button.setAttribute('aria-label', `${marks.length}: ${button.title}`);
    button.addEventListener('click', () => {
      this.opener = button;
      this.open(marks, stroke);
    });
    return button;
  }

  private open(marks: readonly Mark[], stroke: HTMLElement): void {
    this.card.replaceChildren(...marks.map(mark => this.entry(mark)));
    this.card.hidden = false;
    const { left, top } = stroke.getBoundingClientRect();
    const x = Math.min(left + 12, window.innerWidth - this.card.offsetWidth - 12);
    const below = top + 24;
    const y =
      below + this.card.offsetHeight > window.innerHeight ? Math.max(8, top - this.card.offsetHeight) : below;
    Object.assign(this.card.style, { left: `${Math.max(8, x)}px`, top: `${y + window.scrollY}px` });
    this.card.querySelector('button')?.focus({ preventScroll: true });
  }

  private entry(mark: Mark): HTMLElement {
    const entry = document.createElement('div');
    entry.className = `galley-entry galley-${mark.severity}`;
    const text = document.createElement('p');
    text.textContent = mark.text;
    const actions = document.createElement('p');
    mark.fixes.forEach((title, fix) => actions.append(this.action(title, { type: 'fix', id: mark.id, fix })));
    const place = mark.key === undefined ? { line: mark.startLine } : { key: mark.key };
    actions.append(this.action(this.means.word('goTo'), { type: 'reveal', ...place }));
    entry.append(text, actions);
    return entry;
  }

  private action(title: string, message: FromPreview): HTMLElement {
    const button = document.createElement('button');
    button.textContent = title;
    button.addEventListener('click', () => {
      this.close();
      this.means.post(message);
    });
    return button;
  }

  private close(): void {
    const isInside = this.card.contains(document.activeElement);
    this.card.hidden = true;
    if (isInside) this.opener?.focus({ preventScroll: true });
    this.opener = undefined;
  }
}
