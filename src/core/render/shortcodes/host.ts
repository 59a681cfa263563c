/** What rendering shortcodes needs to know of the site. Everything is optional: what is absent is shown as such. */
export interface ShortcodeHost {
  /** Shortcodes that the site or its theme has templates for; undefined: not known, so none is called unknown. */
  readonly templates?: ReadonlySet<string>;
  /** Whether such a template uses its inner text; undefined: decided by the text. */
  readonly takesInner?: (name: string) => boolean | undefined;
  /** The link for `ref` (absolute) and `relref`; undefined: there is no such page. */
  readonly ref?: (path: string, absolute: boolean) => string | undefined;
  /** The value that `param` prints. */
  readonly param?: (name: string) => string | undefined;
  /** The address of a resource that `figure` names, when Hugo finds one. */
  readonly resource?: (path: string) => string | undefined;
}
