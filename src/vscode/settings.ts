import * as vscode from 'vscode';
import { parseVersion } from '../core/hugo/version.ts';
import type { HugoVersion } from '../core/hugo/version.ts';

/** The settings under `galley.`, read once into a value. */
export interface Settings {
  /** `undefined`: to be found out. */
  readonly hugoVersion: HugoVersion | undefined;
}

export function readSettings(scope: vscode.Uri): Settings {
  const settings = vscode.workspace.getConfiguration('galley', scope);
  return { hugoVersion: parseVersion(settings.get('hugoVersion', '')) };
}
