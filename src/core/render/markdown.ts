import markdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import { parseDocument, type Grammar } from './document.ts';
import { tokenMaker, type TokenMaker } from './engine/new-token.ts';
import { blockGrammar, inlineGrammar } from './grammar.ts';
import { blockRules } from './html/block-rules.ts';
import { fenceHtml } from './html/code.ts';
import type { LineHighlighter } from './html/highlight.ts';
import { inlineRules } from './html/inline-rules.ts';
import type { MarkupOptions } from './options.ts';
import { featuresOf } from '../hugo/behaviour.ts';

/**
 * markdown-it set up as goldmark is in Hugo. Its core chain, tokens and renderer are kept; its block and inline
 * rules, which follow CommonMark's text rather than goldmark's ways, give way to goldmark's two phases.
 */
export interface Markdown {
  readonly md: MarkdownIt;
  readonly grammar: Grammar;
  readonly newToken: TokenMaker;
  readonly options: MarkupOptions;
}

/** What one rendering carries along. */
export interface RenderEnv {
  /** Tokens of each top-level block, set by parsing. */
  blocks: Token[][];
  /** The text whose lines count, when it is another one of the same length. */
  readonly positions?: string;
  /** Fences printed so far. */
  fences: number;
  readonly highlight: LineHighlighter | undefined;
}

export function newEnv(highlight?: LineHighlighter): RenderEnv {
  return { blocks: [], fences: 0, highlight };
}

const cache = new WeakMap<MarkupOptions, Markdown>();

/** The parser and printer for a set of options; made once for each object. */
export function markdownFor(options: MarkupOptions): Markdown {
  let made = cache.get(options);
  if (!made) {
    made = create(options);
    cache.set(options, made);
  }
  return made;
}

function create(options: MarkupOptions): Markdown {
  const features = featuresOf(options.hugoVersion);
  const grammar: Grammar = {
    options,
    features,
    blocks: blockGrammar(options),
    inlines: inlineGrammar(options),
  };
  const md = markdownIt('zero');
  md.core.ruler.enableOnly([]);
  const newToken = tokenMaker(new md.core.State('', md, {}).Token);
  md.core.ruler.push('goldmark', state => {
    const env = state.env as unknown as RenderEnv;
    env.blocks = parseDocument(state.src, grammar, newToken, env.positions);
    state.tokens = env.blocks.flat();
  });
  Object.assign(md.renderer.rules, blockRules(options, features), inlineRules(options, features));
  md.renderer.rules['fence'] = (tokens, index, _options, env) => {
    const token = tokens[index];
    const { highlight } = env as unknown as RenderEnv;
    const state = env as unknown as RenderEnv;
    return token ? fenceHtml({ options: options.highlight, features, highlight }, token, state.fences++) : '';
  };
  return { md, grammar, newToken, options };
}

export function tokensOf({ md }: Markdown, source: string, env: RenderEnv): Token[] {
  return md.parse(source, env as unknown as Record<string, unknown>);
}

export function htmlOf({ md }: Markdown, tokens: Token[], env: RenderEnv): string {
  return md.renderer.render(tokens, md.options, env as unknown as Record<string, unknown>);
}
