import createPurifier from 'dompurify';
import { harmlessStyle } from './inline-style.ts';

/**
 * The only way from text to elements in Galley's webviews: an allow-list over DOMPurify. Afterwards nothing in the
 * result can run, load, submit, frame or name anything:
 * - pictures have their address in `data-galley-src`, and get one to load from whoever shows them
 * - `id` and `name`, which would shadow properties of the document, become `data-galley-id`
 * - harmless styles become `data-galley-style`, for `applyStyles`: the policy forbids the attribute
 * - what would be a frame or a player becomes a link to it
 */
export type Sanitise = (html: string, trust?: 'page') => DocumentFragment;

const TAGS = (
  'a abbr address article aside b bdi bdo blockquote br caption center cite code col colgroup dd del details dfn div dl ' +
  'dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label li main mark menu ' +
  'nav ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead ' +
  'time tr tt u ul var wbr'
).split(' ');

const ATTRIBUTES = (
  'abbr align alt aria-hidden aria-label bgcolor border cellpadding cellspacing checked cite class color cols colspan ' +
  'compact data-galley-src data-galley-id data-galley-style data-lang data-linenos datetime dir disabled face height ' +
  'href hreflang lang loading noshade open rel reversed role rowspan scope size span start tabindex title translate type ' +
  'valign value width'
).split(' ');

/** Only in what Galley itself writes around the body: outlines, and fields that do nothing. */
const PAGE_TAGS = ['svg', 'path', 'form', 'button'];
const PAGE_ATTRIBUTES = ['viewBox', 'd', 'placeholder'];

/** Only in what Galley itself writes around the body. */
const OWN_ATTRIBUTES = /^data-galley-(?!src$|id$|style$)[a-z-]+$/;

/** Addresses that a link may have: of the web, of mail and phone, and those without a scheme. */
const HREF = /^(?:(?:https?|mailto|tel):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i;

const FRAMES = new Set(['iframe', 'embed', 'object', 'video', 'audio', 'frame', 'portal', 'fencedframe']);

/** Makes a sanitiser for the document of a window. */
export function sanitiser(window: Window & typeof globalThis): Sanitise {
  const purifier = createPurifier(window);
  let isPage = false;
  purifier.addHook('uponSanitizeElement', (node, { tagName }) => {
    if (FRAMES.has(tagName) && isElement(node)) replaceFrame(node);
  });
  purifier.addHook('uponSanitizeAttribute', (element, data) => {
    if (data.attrName === 'class' && !isPage) data.attrValue = withoutOwnClasses(data.attrValue);
    if (data.attrName.startsWith('data-galley-')) {
      data.keepAttr = data.forceKeepAttr = isPage && OWN_ATTRIBUTES.test(data.attrName);
      return;
    }
    const moved = MOVED[data.attrName];
    if (moved === undefined) return;
    data.keepAttr = false;
    if (data.attrName === 'src' && element.tagName !== 'IMG') return;
    moves.push([element, moved, data.attrValue]);
  });
  purifier.addHook('afterSanitizeAttributes', element => {
    for (const [target, name, value] of moves.splice(0)) if (target === element) move(element, name, value);
    if (element.tagName === 'INPUT') tame(element, isPage);
    if (element.tagName === 'BUTTON') element.setAttribute('disabled', '');
    if (element.tagName === 'A' && !HREF.test(element.getAttribute('href') ?? '#'))
      element.removeAttribute('href');
  });
  const moves: [Element, string, string][] = [];
  return (html, trust) => {
    isPage = trust === 'page';
    moves.length = 0;
    const clean = purifier.sanitize(html, {
      ALLOWED_TAGS: isPage ? [...TAGS, ...PAGE_TAGS] : TAGS,
      ALLOWED_ATTR: isPage ? [...ATTRIBUTES, ...PAGE_ATTRIBUTES] : ATTRIBUTES,
      ALLOW_DATA_ATTR: false,
      ALLOW_ARIA_ATTR: false,
      ALLOW_UNKNOWN_PROTOCOLS: false,
      ALLOWED_URI_REGEXP: HREF,
      ALLOW_SELF_CLOSE_IN_ATTR: false,
      SAFE_FOR_XML: true,
      FORBID_CONTENTS: FORBIDDEN_CONTENTS,
      RETURN_DOM_FRAGMENT: true,
      IN_PLACE: false,
    });
    for (const element of clean.querySelectorAll('svg *')) if (element.localName !== 'path') element.remove();
    return clean;
  };
}

/** Elements whose text is no text. */
const FORBIDDEN_CONTENTS = (
  'annotation-xml audio colgroup desc foreignobject head iframe math mi mn mo ms mtext noembed noframes noscript ' +
  'object option plaintext script select style svg template textarea thead title video xmp'
)
  .split(' ')
  .filter(tag => tag !== 'thead' && tag !== 'colgroup');

const MOVED: Readonly<Record<string, string>> = {
  src: 'data-galley-src',
  id: 'data-galley-id',
  name: 'data-galley-id',
  style: 'data-galley-style',
};

function move(element: Element, name: string, value: string): void {
  if (name !== 'data-galley-style') {
    if (!element.hasAttribute(name)) element.setAttribute(name, value);
    return;
  }
  const style = harmlessStyle(value);
  if (style.length > 0) element.setAttribute(name, style.map(([key, text]) => `${key}:${text}`).join(';'));
}

/** Classes of Galley's own would let content look like Galley. */
const withoutOwnClasses = (value: string): string =>
  value
    .split(/\s+/)
    .filter(name => !name.startsWith('galley-'))
    .join(' ');

/** A box of a task list, and nothing else, is left of form fields. */
function tame(input: Element, isPage: boolean): void {
  const type = input.getAttribute('type')?.toLowerCase() ?? 'text';
  if (type === 'checkbox' || (isPage && FIELDS.has(type))) input.setAttribute('disabled', '');
  else input.remove();
}

const FIELDS = new Set(['text', 'search', 'submit']);

const isElement = (node: Node): node is Element => node.nodeType === 1;

function replaceFrame(frame: Element): void {
  const address = frame.getAttribute('src') ?? frame.getAttribute('data') ?? '';
  const document = frame.ownerDocument;
  const link = document.createElement('a');
  link.className = 'galley-frame';
  link.textContent = frame.getAttribute('title') ?? address;
  const url = address.startsWith('//') ? `https:${address}` : address;
  if (/^https?:/i.test(url)) link.setAttribute('href', url);
  frame.parentNode?.insertBefore(link, frame);
}

/** Puts the styles on that sanitising left as data; by the object model, which the policy lets through. */
export function applyStyles(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-galley-style]')) {
    const style = element.getAttribute('data-galley-style') ?? '';
    element.removeAttribute('data-galley-style');
    for (const [property, value] of harmlessStyle(style)) element.style.setProperty(property, value);
  }
}
