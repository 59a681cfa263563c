/**
 * gray-matter turns its input to a `Buffer`, which it then never reads; this is all of it that is needed.
 * The build puts this file into the web bundle only.
 */
export const Buffer = {
  from: (text: string): { readonly text: string } => ({ text }),
};
