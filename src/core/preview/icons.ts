import { html } from './html.ts';
import type { Html } from './html.ts';

/** Outlines of our own, in a box of 16 by 16. */
const PATHS = {
  author: 'M8 8a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zm-7 7c0-3.6 3-5.5 7-5.5s7 1.9 7 5.5z',
  time: 'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0zm0 1.800a6.200 6.200 0 1 1 0 12.400A6.200 6.200 0 0 1 8 1.800zM7.200 4v4.500l3.300 2.200 1-1.400-2.600-1.700V4z',
  category: 'M0 2.500h5.700l1.800 2H16v10H0z',
  tag: 'M0 0h7.400L16 8.600 8.600 16 0 7.400zm3.600 1.900a1.700 1.700 0 1 0 0 3.400 1.700 1.700 0 0 0 0-3.400z',
  mail: 'M0 2h16v12H0zm1.500 2.200v8.300h13V4.200L8 9zM13.600 3.500H2.400L8 7.300z',
  link: 'M0 0h7v2H2v12h12V9h2v7H0zm9 0h7v7h-2V3.500L7.200 10.200 5.800 8.800 12.500 2H9z',
} as const;

export type IconName = keyof typeof PATHS;

/** An icon as the theme puts it in, with its class names. `name`: what the class says, where that is another. */
export function icon(path: IconName, className: string, name: string = path): Html {
  return html`<svg
    class="${className} icon icon-${name}"
    width="16"
    height="16"
    viewBox="0 0 16 16"
    aria-hidden="true"
  >
    <path d="${PATHS[path]}" />
  </svg>`;
}
