import path from 'node:path';
import type { SiteFacts } from '../core/check/facts.ts';
import { remember } from '../core/remember.ts';
import { findSite, gatherSite } from '../core/site/site.ts';
import { nodeFiles } from '../platform/node/files.ts';
import { toSlashes } from './arguments.ts';

/** The sites that files belong to, each read once. */
export class Sites {
  private readonly fixed: string | undefined;
  private readonly roots = new Map<string, Promise<string | undefined>>();
  private readonly facts = new Map<string, Promise<SiteFacts>>();

  /** @param fixed root of the one site that all files belong to, absolute with `/` */
  constructor(fixed: string | undefined) {
    this.fixed = fixed;
  }

  async of(file: string): Promise<{ root: string; facts: SiteFacts } | undefined> {
    const folder = toSlashes(path.dirname(file));
    const root = this.fixed ?? (await remember(this.roots, folder, () => findSite(folder, nodeFiles)));
    if (root === undefined) return undefined;
    return { root, facts: await remember(this.facts, root, () => gatherSite(root, nodeFiles)) };
  }

  /** All sites that were asked for. */
  all(): Promise<{ root: string; facts: SiteFacts }[]> {
    return Promise.all(Array.from(this.facts, async ([root, facts]) => ({ root, facts: await facts })));
  }
}
