import fs from 'node:fs';
import path from 'node:path';

/**
 * All Markdown files below a folder, in the order of their names; hidden folders and node_modules are left out. A link to
 * nothing is there, too: that it cannot be read is for the reader to find out.
 */
export function* markdownFilesBelow(folder: string): Generator<string> {
  const seen = new Set<string>();
  yield* walk(folder, seen);
}

function* walk(folder: string, seen: Set<string>): Generator<string> {
  const real = fs.realpathSync(folder);
  if (seen.has(real)) return;
  seen.add(real);
  const entries = fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    const link = entry.isSymbolicLink() ? fs.statSync(file, { throwIfNoEntry: false }) : entry;
    if (link?.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') yield* walk(file, seen);
    } else if ((!link || link.isFile()) && /\.(?:md|markdown|mdown)$/i.test(entry.name)) {
      yield file;
    }
  }
}
