/** Text as Markdown that shows it; `appendText` would keep lines from breaking. */
export const plain = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!<>&~|$]/g, '\\$&');
