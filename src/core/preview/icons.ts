import { html } from './html.ts';
import type { Html } from './html.ts';

/** Outlines of our own, in a box of 16 by 16. */
const PATHS = {
  author: 'M8 8a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zm-7 7c0-3.6 3-5.5 7-5.5s7 1.9 7 5.5z',
  time: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 1.8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 8 2.8zM7.2 4.5v4l3 2 .9-1.3-2.3-1.6V4.5z',
  category: 'M1 2.5h5.2l1.6 2H15v9H1z',
  tag: 'M1.5 1h6l7 7-6.5 6.5-7-7V2zm2.7 1.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z',
  mail: 'M0 2.5h16v11H0zm1.5 2.100V12h13V4.600L8 9.300zM13.6 4H2.400L8 7.900z',
  link: 'M2 2h5v2H4v8h8V9h2v5H2zm7 0h5v5h-2V5.4L7.7 9.7 6.3 8.3 10.6 4H9z',
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
