import type { ImageAnswer } from './messages.ts';

/**
 * Shows pictures as the host says. The sanitiser leaves their address in `data-galley-src`; only the host's answer
 * makes them load. A picture without one is a box with its alternative text, its address and the reason.
 */
export class Pictures {
  private readonly answers = new Map<string, ImageAnswer>();
  private readonly asked = new Set<string>();
  /** What was to be shown and did not load, by source. */
  private readonly failed = new Map<string, ImageAnswer>();
  /** What has failed since a moment ago: pictures fail by the thousand. */
  private missed = new Map<string, ImageAnswer>();
  private readonly means: Means;

  constructor(means: Means) {
    this.means = means;
    // Neither event bubbles.
    document.addEventListener('error', ({ target }) => this.fail(target), true);
  }

  /** Dresses the pictures of new content, and asks for those that are not known yet. */
  dress(root: ParentNode): void {
    const unknown = new Set<string>();
    for (const image of root.querySelectorAll<HTMLImageElement>('img[data-galley-src]')) {
      const source = sourceOf(image);
      const answer = this.answers.get(source);
      if (answer) this.show(image, answer);
      else unknown.add(source);
    }
    const sources = [...unknown].filter(source => !this.asked.has(source) && source.length <= MAX_SOURCE);
    for (const source of sources) this.asked.add(source);
    for (let at = 0; at < sources.length; at += MOST) this.means.ask(sources.slice(at, at + MOST));
  }

  /** Takes answers, and shows them wherever they matter. */
  take(answers: Readonly<Record<string, ImageAnswer>>): void {
    for (const source of Object.keys(answers)) this.failed.delete(source);
    this.set(new Map(Object.entries(answers)));
  }

  private set(answers: ReadonlyMap<string, ImageAnswer>): void {
    for (const [source, answer] of answers) this.answers.set(source, answer);
    for (const image of document.querySelectorAll<HTMLImageElement>('img[data-galley-src]')) {
      const answer = answers.get(sourceOf(image));
      if (answer) this.show(image, answer);
    }
  }

  private show(image: HTMLImageElement, answer: ImageAnswer): void {
    const box = boxOf(image);
    if (answer.type === 'shown') {
      box?.remove();
      image.hidden = false;
      if (image.getAttribute('src') !== answer.url) image.src = answer.url;
      return;
    }
    image.hidden = true;
    image.removeAttribute('src');
    const made = makeBox(image, answer.reason);
    const failed = this.failed.get(sourceOf(image));
    if (failed) made.append(this.again(sourceOf(image), failed));
    if (box) box.replaceWith(made);
    else image.after(made);
  }

  /** A button that asks once more for a picture that did not load. */
  private again(source: string, answer: ImageAnswer): Element {
    const button = document.createElement('button');
    button.className = 'galley-again';
    button.textContent = this.means.again;
    button.addEventListener('click', () => this.take({ [source]: answer }));
    return button;
  }

  /** Forgets all answers: another article has other pictures. */
  forget(): void {
    this.answers.clear();
    this.asked.clear();
    this.failed.clear();
    this.missed.clear();
  }

  private fail(target: EventTarget | null): void {
    if (!(target instanceof HTMLImageElement) || !target.hasAttribute('data-galley-src')) return;
    const source = sourceOf(target);
    const { scheme, host } = addressOf(source);
    const answer = this.answers.get(source);
    if (answer?.type === 'shown') this.failed.set(source, answer);
    const reason = this.means.failed(scheme === '' ? '' : host);
    if (this.missed.size === 0) {
      setTimeout(() => {
        this.set(this.missed);
        this.missed = new Map();
      });
    }
    this.missed.set(source, { type: 'missing', reason });
  }
}

interface Means {
  readonly ask: (sources: readonly string[]) => void;
  /** Why a picture of this host, or of the site if there is none, did not load. */
  readonly failed: (host: string) => string;
  /** What the button says that asks once more. */
  readonly again: string;
}

const MAX_SOURCE = 8192;

/** So many are asked for in a message. */
const MOST = 1000;
const sourceOf = (image: Element): string => image.getAttribute('data-galley-src') ?? '';

function addressOf(source: string): { scheme: string; host: string } {
  const [, scheme = '', host = ''] = /^(https?:)?\/\/([^/?#]*)/i.exec(source) ?? [];
  return { scheme: host === '' ? '' : scheme || 'https:', host };
}

const boxOf = ({ nextElementSibling: next }: Element): Element | undefined =>
  next?.classList.contains('galley-missing') ? next : undefined;

function makeBox(image: Element, reason: string): Element {
  const box = document.createElement('span');
  box.className = 'galley-missing';
  const lines = [
    ['alt', image.getAttribute('alt') ?? ''],
    ['address', sourceOf(image)],
    ['reason', reason],
  ] as const;
  for (const [name, text] of lines) {
    if (text === '') continue;
    const line = document.createElement('span');
    line.className = `galley-missing-${name}`;
    line.textContent = text;
    box.append(line);
  }
  return box;
}
