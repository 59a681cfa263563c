import type { Token } from 'markdown-it';

/** What makes the tokens of a body. */
export type TokenMaker = (type: string, tag: string, nesting: 1 | 0 | -1) => Token;

type TokenClass = new (type: string, tag: string, nesting: 1 | 0 | -1) => Token;

/**
 * Makes tokens of markdown-it's class without its constructor, which defines each field by
 * `Object.defineProperty` and so takes most of the time of a rendering.
 */
export function tokenMaker(tokenClass: TokenClass): TokenMaker {
  class Light {
    readonly attrs = null;
    readonly map = null;
    readonly level = 0;
    readonly children = null;
    readonly content = '';
    readonly markup = '';
    readonly info = '';
    readonly meta = null;
    readonly block = false;
    readonly hidden = false;
    readonly type: string;
    readonly tag: string;
    readonly nesting: 1 | 0 | -1;
    constructor(type: string, tag: string, nesting: 1 | 0 | -1) {
      this.type = type;
      this.tag = tag;
      this.nesting = nesting;
    }
  }
  Object.setPrototypeOf(Light.prototype, tokenClass.prototype as object);
  return (type, tag, nesting) => new Light(type, tag, nesting) as unknown as Token;
}
