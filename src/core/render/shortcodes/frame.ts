/** Styles of the embedded shortcodes that print a frame, which a `class` takes the place of. */
export const boxStyle = 'position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;';
export const frameStyle = 'position: absolute; top: 0; left: 0; width: 100%; height: 100%; border:0;';
