import en from '../../l10n/en.json' with { type: 'json' };
import zhCn from '../../l10n/zh-cn.json' with { type: 'json' };

/** Every text that Galley says at run time has a code; `l10n/*.json` hold the texts, one file a language. */
export type MessageCode = keyof typeof en;

/** A message before it has a language: the code, and what fills the `{name}` places of its text. */
export interface Message {
  readonly code: MessageCode;
  readonly args?: Readonly<Record<string, string | number | Message>>;
}

/** For what comes from a file. */
export const isMessageCode = (code: unknown): code is MessageCode =>
  typeof code === 'string' && Object.hasOwn(en, code);

export function message(code: MessageCode, args?: Message['args']): Message {
  return args ? { code, args } : { code };
}

const bundles: Readonly<Record<string, Partial<Record<MessageCode, string>>>> = { en, 'zh-cn': zhCn };

/** `{name}`, or `{name|article|articles}`: the word for one or for many of what `name` counts. */
const PLACE = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/** Turns messages into text of one language. */
export type Localise = (message: Message) => string;

/**
 * The localiser for a BCP 47 tag or POSIX locale (`zh-CN`, `zh_CN.UTF-8`, `zh-Hans`); other Chinese takes
 * Simplified Chinese, every language without texts takes English.
 */
export function localiser(locale: string): Localise {
  const tag = locale.toLowerCase().replace('_', '-');
  const bundle = bundles[tag] ?? (tag.startsWith('zh') ? zhCn : en);
  const localise: Localise = ({ code, args }) =>
    (bundle[code] ?? en[code]).replace(PLACE, (place, name: string, one?: string, many?: string) => {
      const value = args?.[name];
      if (value === undefined) return place;
      if (one !== undefined && many !== undefined) return Number(value) === 1 ? one : many;
      return typeof value === 'object' ? localise(value) : String(value);
    });
  return localise;
}
