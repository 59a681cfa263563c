import * as vscode from 'vscode';
import { contentSecurityPolicy } from '../../webview/kit/policy.ts';
import type { Start } from '../../webview/preview/messages.ts';

/** What the page of a preview is made of. */
export interface Shell {
  readonly webview: vscode.Webview;
  readonly extension: vscode.Uri;
  /** Further sources of images. */
  readonly images: readonly string[];
  readonly start: Start;
  /** Of the words that Galley says. */
  readonly language: string;
  readonly title: string;
}

/** The page of a preview, without the article: that comes as messages when the script runs. */
export function shellHtml({ webview, extension, images, start, language, title }: Shell): string {
  const nonce = makeNonce();
  const own = (...path: string[]): string =>
    escape(webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString());
  const policy = contentSecurityPolicy({ nonce, own: webview.cspSource, images });
  return [
    `<!DOCTYPE html><html lang="${escape(language)}" data-galley-start="${escape(JSON.stringify(start))}">`,
    `<head><meta charset="UTF-8"><title>${escape(title)}</title>`,
    `<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">`,
    `<meta name="referrer" content="no-referrer">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    ...STYLES.map(name => `<link rel="stylesheet" href="${own('media', 'preview', name)}">`),
    `</head><body><script type="module" nonce="${nonce}" src="${own('dist', 'preview', 'main.js')}"></script></body></html>`,
  ].join('\n');
}

const STYLES = ['page.css', 'mainroad.css', 'neutral.css', 'code.css', 'marks.css'];

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
