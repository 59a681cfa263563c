/**
 * Scrolling for two: the editor and the reader. Every position that Galley sets is remembered; a scroll to any other
 * is the reader's. So nothing is counted, and no scroll of the reader's is taken for one of Galley's.
 */
export class Scroll {
  private readonly means: Means;
  /** The height that Galley, or a change of the layout, has set last. */
  private expected = 0;
  /** The line that the editor wants at the top, until the reader scrolls. */
  private followed: number | undefined;
  private isWaiting = false;

  constructor(means: Means) {
    this.means = means;
    this.expected = window.scrollY;
    window.addEventListener('scroll', () => this.scrolled(), { passive: true });
    for (const input of ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const) {
      window.addEventListener(input, () => (this.lastInput = performance.now()), { passive: true });
    }
    new ResizeObserver(() => this.settle()).observe(document.documentElement);
  }
  private lastInput = -Infinity;

  /** Brings a line to the top, and keeps it there while pictures arrive above it. */
  follow(line: number): void {
    this.followed = line;
    this.go(this.means.heightOf(line));
  }

  /** After the page has changed: what was at the top stays at the top. */
  settle(): void {
    if (this.followed !== undefined && performance.now() - this.lastInput > INPUT_MS) {
      this.go(this.means.heightOf(this.followed));
    } else if (performance.now() - this.lastInput > INPUT_MS) {
      this.expected = window.scrollY;
    }
  }

  private go(y: number): void {
    const highest = document.documentElement.scrollHeight - window.innerHeight;
    const height = Math.max(0, Math.min(Math.round(y), highest));
    if (Math.abs(window.scrollY - height) >= 1) window.scrollTo({ top: height, behavior: 'instant' });
    this.expected = window.scrollY;
  }

  private scrolled(): void {
    if (Math.abs(window.scrollY - this.expected) < 1) return;
    this.followed = undefined;
    this.expected = window.scrollY;
    if (this.isWaiting) return;
    this.isWaiting = true;
    requestAnimationFrame(() => {
      this.isWaiting = false;
      this.means.scrolled(window.scrollY);
    });
  }
}

/** After the reader has touched something, scrolling is the reader's for so long. */
const INPUT_MS = 250;

interface Means {
  readonly heightOf: (line: number) => number;
  readonly scrolled: (y: number) => void;
}
