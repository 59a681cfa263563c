import type { Body } from './body.ts';
import { blockAt } from './layout.ts';
import type { FromPreview } from './messages.ts';

interface Means {
  readonly post: (message: FromPreview) => void;
  readonly body: Body;
  /** The line at a height of the window. */
  readonly lineAt: (clientY: number) => number;
  readonly page: Element;
}

/**
 * A click on a part of the page goes to its source; a click on a link opens it, by VS Code. VS Code's own handling of
 * links in webviews is left out, so that the schemes that may be opened are decided in one place.
 */
export function handleClicks(means: Means): void {
  const handle = (event: MouseEvent): void => {
    const { target } = event;
    if (!(target instanceof Element) || !means.page.contains(target) || target.closest(OWN)) return;
    const link = target.closest('a');
    if (link) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (event.type !== 'click' || event.button !== 0) return;
    const key = target.closest('[data-galley-key]');
    const href = link?.getAttribute('href');
    if (key && !(href && isOpening(event))) revealKey(key, means);
    else if (href) openLink(href, means);
    else if (!isSelecting() && !target.closest('summary')) revealLine(target, event, means);
  };
  document.addEventListener('click', handle, true);
  document.addEventListener('auxclick', handle, true);
  // A dragged link would be a way to elsewhere.
  document.addEventListener('dragstart', event => event.preventDefault(), true);
}

/** Buttons of Galley's own on the page. */
const OWN = '.galley-again';

const isOpening = (event: MouseEvent): boolean => event.ctrlKey || event.metaKey;

function isSelecting(): boolean {
  const selection = window.getSelection();
  return selection !== null && !selection.isCollapsed;
}

function openLink(href: string, { page, post }: Means): void {
  if (href.length > MAX_HREF) return;
  if (!href.startsWith('#')) {
    post({ type: 'link', href });
    return;
  }
  const id = decoded(href.slice(1));
  const target = page.querySelector(`[data-galley-id="${CSS.escape(id)}"]`);
  if (target) target.scrollIntoView();
  else if (id === '' || id === 'top') window.scrollTo({ top: 0 });
}

const MAX_HREF = 8192;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // No escape at all: the text stands for itself.
    return text;
  }
}

function revealKey(element: Element, { post }: Means): void {
  const key = element.getAttribute('data-galley-key') ?? '';
  const item = Number(element.getAttribute('data-galley-item') ?? NaN);
  post({ type: 'reveal', key: key.slice(0, 500), ...(Number.isInteger(item) && item >= 0 ? { item } : {}) });
}

function revealLine(target: Element, { clientY }: MouseEvent, { body, lineAt, post }: Means): void {
  const block = blockAt(target, body);
  if (!block) return;
  const line = Math.floor(lineAt(clientY));
  post({ type: 'reveal', line: Math.max(block.start, Math.min(line, Math.max(block.start, block.end - 1))) });
}
