import type katexModule from 'katex';
import type { Formula } from '../../core/preview/math.ts';
import { findFormulas } from '../../core/preview/math.ts';

type Katex = Pick<typeof katexModule, 'render'>;

/** Elements whose text MathJax leaves alone (extensions/tex2jax.js, `skipTags`), and what is set already. */
const SKIPPED = 'pre, code, textarea, .tex2jax_ignore, .galley-formula, .galley-missing';

/** Sets formulas as MathJax would on the site, by KaTeX, which is loaded with the first one. */
export class Formulas {
  private katex: Katex | undefined;
  private isLoading = false;
  private isOn = false;
  private readonly page: Element;

  constructor(page: Element) {
    this.page = page;
  }

  /** Switches it on or off, for all that is on the page and all that will be. */
  turn(isOn: boolean): void {
    if (isOn === this.isOn) return;
    this.isOn = isOn;
    if (isOn) this.dress(this.page);
    else for (const formula of this.page.querySelectorAll('.galley-formula')) undo(formula);
  }

  dress(root: Node): void {
    if (!this.isOn) return;
    const texts = [...textsOf(root)].map(text => ({ text, formulas: findFormulas(text.value) }));
    const found = texts.filter(({ formulas }) => formulas.length > 0);
    if (found.length === 0) return;
    const { katex } = this;
    if (!katex) void this.load();
    else for (const { text, formulas } of found) set(text, formulas, katex);
  }

  private async load(): Promise<void> {
    if (this.isLoading) return;
    this.isLoading = true;
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = new URL('katex.css', import.meta.url).href;
    document.head.append(style);
    this.katex = (await import('katex')).default;
    this.dress(this.page);
  }
}

/** Text nodes next to each other, with the line breaks between them, are one text. */
interface Text {
  readonly value: string;
  readonly nodes: readonly ChildNode[];
}

function* textsOf(root: Node): Generator<Text> {
  let nodes: ChildNode[] = [];
  const end = function* (): Generator<Text> {
    const value = nodes.map(valueOf).join('');
    if (/\\|\$\$/.test(value)) yield { value, nodes };
    nodes = [];
  };
  for (const node of [...root.childNodes]) {
    if (isText(node)) {
      nodes.push(node);
      continue;
    }
    yield* end();
    if (node instanceof Element && !node.matches(SKIPPED)) yield* textsOf(node);
  }
  yield* end();
}

const isText = (node: ChildNode): boolean =>
  node.nodeType === Node.TEXT_NODE ||
  node.nodeType === Node.COMMENT_NODE ||
  node.nodeName === 'BR' ||
  node.nodeName === 'WBR';

function valueOf(node: ChildNode): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  return node.nodeName === 'BR' ? '\n' : '';
}

/** Replaces the formulas of a text, from the last to the first, so that offsets stay good. */
function set({ nodes }: Text, formulas: readonly Formula[], katex: Katex): void {
  for (const formula of formulas.toReversed()) {
    const range = document.createRange();
    range.setStart(...placeAt(nodes, formula.start));
    range.setEnd(...placeAt(nodes, formula.end));
    const source = range.toString();
    range.deleteContents();
    range.insertNode(typeset(formula, source, katex));
  }
}

/** The node and the offset in it for an offset of the text. */
function placeAt(nodes: readonly ChildNode[], offset: number): [Node, number] {
  let left = offset;
  for (const node of nodes) {
    const { length } = valueOf(node);
    if (node.nodeType === Node.TEXT_NODE && left <= length) return [node, left];
    left -= length;
  }
  const last = nodes.at(-1) ?? document.body;
  return [last, last.nodeValue?.length ?? 0];
}

function typeset({ tex, display }: Formula, source: string, katex: Katex): Element {
  const element = document.createElement('span');
  element.className = display ? 'galley-formula galley-display' : 'galley-formula';
  try {
    katex.render(tex, element, { displayMode: display, throwOnError: false, trust: false, strict: 'ignore' });
  } catch {
    // Formulas that are nested too deep: the reader of the source sees where they are.
    element.textContent = source;
  }
  element.dataset['galleySource'] = source;
  return element;
}

function undo(formula: Element): void {
  const { parentNode } = formula;
  formula.replaceWith(formula.getAttribute('data-galley-source') ?? '');
  parentNode?.normalize();
}
