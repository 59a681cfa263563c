import type { Token } from 'markdown-it';

/** What makes the tokens of a body. */
export type TokenMaker = (type: string, tag: string, nesting: 1 | 0 | -1) => Token;

type TokenClass = new (type: string, tag: string, nesting: 1 | 0 | -1) => Token;

/**
 * Makes tokens of markdown-it's class without its constructor, which defines each field by
 * `Object.defineProperty` and so takes most of the time of a rendering. Fields with values in the class would be
 * defined one by one as well, so the constructor assigns them.
 */
export function tokenMaker(tokenClass: TokenClass): TokenMaker {
  class Light {
    readonly attrs: null;
    readonly map: null;
    readonly level: number;
    readonly children: null;
    readonly content: string;
    readonly markup: string;
    readonly info: string;
    readonly meta: null;
    readonly block: boolean;
    readonly hidden: boolean;
    readonly type: string;
    readonly tag: string;
    readonly nesting: 1 | 0 | -1;
    constructor(type: string, tag: string, nesting: 1 | 0 | -1) {
      this.attrs = null;
      this.map = null;
      this.level = 0;
      this.children = null;
      this.content = '';
      this.markup = '';
      this.info = '';
      this.meta = null;
      this.block = false;
      this.hidden = false;
      this.type = type;
      this.tag = tag;
      this.nesting = nesting;
    }
  }
  Object.setPrototypeOf(Light.prototype, tokenClass.prototype as object);
  return (type, tag, nesting) => new Light(type, tag, nesting) as unknown as Token;
}
