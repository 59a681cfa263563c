import type { Sanitise } from '../kit/sanitise.ts';
import type { Build } from './body.ts';

/** So many blocks go through the sanitiser at once: each way through it costs, however little there is in it. */
const MOST = 500;

/** Fewer are not worth it. */
const FEW = 8;

/** Makes elements of the HTML of blocks. */
export function builder(sanitise: Sanitise, dress: (fragment: DocumentFragment) => void): Build {
  const one = (html: string): DocumentFragment => {
    const fragment = sanitise(html);
    dress(fragment);
    return fragment;
  };
  const several = (htmls: readonly string[]): readonly DocumentFragment[] => {
    if (htmls.length < FEW) return htmls.map(one);
    const together = sanitise(htmls.map(html => `<div>${html}</div>`).join(''));
    const boxes = [...together.childNodes];
    // HTML of the article's own that is not closed has grown over the end of its block.
    if (boxes.length !== htmls.length || boxes.some(({ nodeName }) => nodeName !== 'DIV'))
      return htmls.map(one);
    dress(together);
    return boxes.map(box => {
      const fragment = document.createDocumentFragment();
      fragment.append(...box.childNodes);
      return fragment;
    });
  };
  return htmls => {
    const built: DocumentFragment[] = [];
    for (let at = 0; at < htmls.length; at += MOST) built.push(...several(htmls.slice(at, at + MOST)));
    return built;
  };
}
