import { openChannel } from '../kit/channel.ts';
import { applyStyles, sanitiser } from '../kit/sanitise.ts';
import { Body } from './body.ts';
import { builder } from './build.ts';
import { handleClicks } from './clicks.ts';
import { Colours } from './colours.ts';
import { Formulas } from './formulas.ts';
import { layoutOf, slotOf } from './layout.ts';
import { Marks } from './marks.ts';
import { previewState, start as isStart, toPreview } from './messages.ts';
import type { FromPreview, PreviewState, ToPreview } from './messages.ts';
import { morphChildren } from './morph.ts';
import { Pictures } from './pictures.ts';
import { Scroll } from './scroll.ts';
import { heightOf, lineAt } from './sync.ts';

/** The preview's page in the webview: takes states of the article from the host and shows them. */

const begin: unknown = JSON.parse(document.documentElement.getAttribute('data-galley-start') ?? '');
if (!isStart(begin)) throw new Error('The page was started with something else');
const { texts } = begin;
const word = (name: string): string => texts[name] ?? name;

const channel = openChannel<ToPreview, FromPreview, PreviewState>({
  accepts: toPreview,
  isState: previewState,
  receive,
});
const page = document.createElement('div');
page.className = 'galley-view';
document.body.append(page);

const sanitise = sanitiser(window);
const pictures = new Pictures({
  ask: sources => channel.post({ type: 'images', sources }),
  failed: host => word(host === '' ? 'imageFailed' : 'imageHostFailed').replace('{host}', host),
  again: word('imageAgain'),
});
const formulas = new Formulas(page);
const colours = new Colours(page, sanitise);
const body = new Body(builder(sanitise, dress));
const lines = { bodyLine: 0, lineCount: 1 };
const layout = (): ReturnType<typeof layoutOf> => layoutOf(body, page, lines);
const marks = new Marks({ body, page, post: channel.post, word });
let state: PreviewState = channel.state() ?? {
  uri: begin.uri,
  line: begin.line,
  locked: begin.locked,
  width: 'wide',
  zoom: 1,
};
state = { ...state, uri: begin.uri, locked: begin.locked, card: begin.card };
const scroll = new Scroll({
  heightOf: line => heightOf(line, layout()),
  scrolled(y) {
    const line = lineAt(y, layout());
    keep({ line });
    channel.post({ type: 'scrolled', line });
  },
});
handleClicks({ post: channel.post, body, page, lineAt: y => lineAt(y + window.scrollY, layout()) });
document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
  channel.post({ type: 'refused', what: effectiveDirective.slice(0, 200) });
});
/** So long the last article stays as it is while another one is on its way, milliseconds. */
const PATIENCE_MS = 400;
let waiting: number | undefined;
show(state);
channel.post({ type: 'ready' });

function dress(fragment: DocumentFragment): DocumentFragment {
  applyStyles(fragment);
  pictures.dress(fragment);
  formulas.dress(fragment);
  colours.dress(fragment);
  for (const diagram of fragment.querySelectorAll('.goat.svg-container'))
    diagram.prepend(note(word('diagram')));
  return fragment;
}

/** Words of Galley's in a place of the page. */
function note(text: string): Element {
  const element = document.createElement('span');
  element.className = 'galley-note';
  element.textContent = text;
  return element;
}

function receive(message: ToPreview): void {
  switch (message.type) {
    case 'update':
      update(message);
      break;
    case 'images':
      pictures.take(message.answers);
      break;
    case 'marks':
      marks.set(message.marks);
      break;
    case 'scroll':
      keep({ line: message.line });
      scroll.follow(message.line);
      break;
    case 'cursor':
      marks.setCursor(message.line);
      break;
    case 'busy':
      waiting ??= setTimeout(() => page.classList.add('galley-busy'), PATIENCE_MS);
      break;
    case 'view':
      view(message);
      break;
  }
}

function update(message: Extract<ToPreview, { type: 'update' }>): void {
  if (message.fresh === true) {
    clearTimeout(waiting);
    waiting = undefined;
    page.classList.remove('galley-busy');
    pictures.forget();
    body.clear();
    keep({ uri: message.uri ?? state.uri, line: message.line ?? state.line });
  }
  if (message.math !== undefined) formulas.turn(message.math);
  if (message.colours !== undefined) colours.turn(message.colours);
  if (message.page !== undefined) {
    morphChildren(page, dress(sanitise(message.page, 'page')));
    body.moveTo(slotOf(page));
  }
  if (message.patch) body.patch(message.patch);
  if (message.lines) body.setLines(message.lines);
  lines.bodyLine = message.bodyLine ?? lines.bodyLine;
  lines.lineCount = message.lineCount ?? lines.lineCount;
  if (message.fresh === true) scroll.follow(state.line);
  else scroll.settle();
  marks.plan();
  channel.post({ type: 'shown', stamp: message.stamp });
}

function view({ lock, card, width, zoom }: Extract<ToPreview, { type: 'view' }>): void {
  const zooms = { in: state.zoom * 1.1, out: state.zoom / 1.1, reset: 1 };
  keep({
    ...(lock === undefined ? {} : { locked: lock }),
    ...(card === undefined ? {} : { card }),
    ...(width === undefined ? {} : { width: state.width === width ? 'wide' : width }),
    ...(zoom === undefined ? {} : { zoom: Math.min(5, Math.max(0.25, zooms[zoom])) }),
  });
  show(state);
}

function show({ width, zoom }: PreviewState): void {
  document.documentElement.classList.toggle('galley-phone', width === 'phone');
  page.style.setProperty('zoom', String(zoom));
  marks.plan();
}

function keep(part: Partial<PreviewState>): void {
  state = { ...state, ...part };
  channel.keep(state);
}
