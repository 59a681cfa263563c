import { entryOf, valueOf } from '../article/tree.ts';
import type { Entry, MapNode, Node, Value } from '../article/tree.ts';
import { nearest } from '../check/near.ts';
import { isLevel, LEVELS } from '../check/settings.ts';
import type { CheckSettings, HouseWord, Level, Vocabulary } from '../check/settings.ts';
import { readTree } from '../hugo/config-read.ts';
import type { ConfigFault } from '../hugo/config-types.ts';
import { globMatches } from '../hugo/page-glob.ts';
import { message } from '../messages.ts';
import type { Message } from '../messages.ts';

/** The file at a site's root in which the house keeps its settings, for editors and CI alike. */
export const SETTINGS_FILE = 'galley.yaml';

/** What stands in it. */
export interface FileSettings extends CheckSettings {
  /** Rules of parts of the site, by globs of paths from its root; later ones win. */
  readonly folders: readonly { readonly glob: string; readonly rules: Readonly<Record<string, Level>> }[];
}

export const NO_FILE_SETTINGS: FileSettings = { rules: {}, folders: [], words: [], vocabularies: {} };

/**
 * Reads the settings of a site. What cannot be used is left out and told.
 *
 * @param ruleIds all there are
 */
export function readSettingsFile(
  text: string,
  ruleIds: readonly string[],
): { readonly settings: FileSettings; readonly faults: readonly ConfigFault[] } {
  const { tree, faults } = readTree(SETTINGS_FILE, text);
  const told: ConfigFault[] = [];
  const tell = (node: { readonly range: Node['range'] }, said: Message): void =>
    void told.push({ path: SETTINGS_FILE, rule: 'settings', range: node.range, message: said });
  const reader: Reader = { tell, ruleIds };
  for (const { key } of tree?.entries ?? []) {
    if (!KEYS.includes(key.value)) tell(key, unknown(key.value, KEYS));
  }
  const settings: FileSettings = {
    rules: rulesIn(entry(tree, 'rules'), reader),
    folders: mapsIn(entry(tree, 'folders'), reader).map(({ key, map }) => ({
      glob: key.replace(/^\//, ''),
      rules: rulesIn(entry(map, 'rules'), reader),
    })),
    words: itemsIn(entry(tree, 'words'), reader).flatMap(item => wordOf(item, reader) ?? []),
    vocabularies: Object.fromEntries(
      mapsIn(entry(tree, 'vocabularies'), reader).map(({ key, map }) => [
        key.toLowerCase(),
        vocabularyOf(map, reader),
      ]),
    ),
  };
  // What a broken file seems to say is not worth telling.
  return { settings, faults: faults.length > 0 ? faults : told };
}

/** The settings for one file: those of the site, those of its folder, then the user's own. */
export function settingsAt(
  path: string,
  file: FileSettings,
  own?: Pick<CheckSettings, 'rules' | 'words'>,
): CheckSettings {
  const folders = file.folders.filter(
    ({ glob }) => globMatches(glob, path) || globMatches(`${glob}/**`, path),
  );
  const layers = [file.rules, ...folders.map(({ rules }) => rules), own?.rules ?? {}].filter(
    rules => Object.keys(rules).length > 0,
  );
  return {
    // Articles that nothing is said of in particular share one object.
    rules:
      layers.length > 1
        ? Object.fromEntries(layers.flatMap(Object.entries<Level>))
        : (layers[0] ?? file.rules),
    words: [...file.words, ...(own?.words ?? [])],
    vocabularies: file.vocabularies,
  };
}

/** The house words in a setting; `undefined` for an item that is none. */
export function houseWordFrom(value: Value | undefined): HouseWord | undefined {
  if (typeof value === 'string' && value !== '') return { word: value, use: undefined, note: undefined };
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const { word, use, note } = value as Readonly<Record<string, Value>>;
  if (typeof word !== 'string' || word === '') return undefined;
  return { word, use: textOrNothing(use), note: textOrNothing(note) };
}

const textOrNothing = (value: Value | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

interface Reader {
  readonly tell: (node: { readonly range: Node['range'] }, said: Message) => void;
  readonly ruleIds: readonly string[];
}

const KEYS = ['rules', 'folders', 'words', 'vocabularies'];
const MODES = ['open', 'suggest', 'closed'] as const;

const entry = (map: MapNode | undefined, key: string): Entry | undefined => map && entryOf(map, key);

function unknown(found: string, known: readonly string[]): Message {
  const near = nearest(found, known);
  return near === undefined
    ? message('settings.unknown', { found, known: known.join(', ') })
    : message('settings.unknown-near', { found, near });
}

function rulesIn(given: Entry | undefined, { tell, ruleIds }: Reader): Record<string, Level> {
  const rules: Record<string, Level> = {};
  for (const { key, value } of entriesIn(given, tell)) {
    // `off` is a boolean for YAML 1.1 and this reader's text; both are meant.
    const level = value.kind === 'boolean' && !value.value ? 'off' : valueOf(value);
    if (!ruleIds.includes(key.value)) tell(key, unknownRule(key.value, ruleIds));
    else if (isLevel(level)) rules[key.value] = level;
    else tell(value, message('settings.bad-level', { levels: LEVELS.join(', ') }));
  }
  return rules;
}

const unknownRule = (found: string, ruleIds: readonly string[]): Message => {
  const near = nearest(found, ruleIds);
  return near === undefined
    ? message('settings.unknown-rule', { found })
    : message('settings.unknown-near', { found, near });
};

function entriesIn(given: Entry | undefined, tell: Reader['tell']): readonly Entry[] {
  if (!given || given.value.kind === 'null') return [];
  if (given.value.kind === 'map') return given.value.entries;
  tell(given.value, message('settings.not-a-map', { key: given.key.value }));
  return [];
}

function mapsIn(given: Entry | undefined, { tell }: Reader): { key: string; map: MapNode }[] {
  return entriesIn(given, tell).flatMap(({ key, value }) => {
    if (value.kind === 'map') return [{ key: key.value, map: value }];
    tell(value, message('settings.not-a-map', { key: key.value }));
    return [];
  });
}

function itemsIn(given: Entry | undefined, { tell }: Reader): readonly Node[] {
  if (!given || given.value.kind === 'null') return [];
  if (given.value.kind === 'list') return given.value.items;
  tell(given.value, message('settings.not-a-list', { key: given.key.value }));
  return [];
}

function wordOf(item: Node, { tell }: Reader): HouseWord | undefined {
  const word = houseWordFrom(valueOf(item));
  if (!word) tell(item, message('settings.bad-word'));
  return word;
}

function vocabularyOf(map: MapNode, reader: Reader): Vocabulary {
  const given = entry(map, 'mode');
  const mode = given && MODES.find(known => known === valueOf(given.value));
  if (given && !mode) reader.tell(given.value, message('settings.bad-mode', { modes: MODES.join(', ') }));
  const terms = itemsIn(entry(map, 'terms'), reader).flatMap(item =>
    item.kind === 'string' || item.kind === 'number' ? [String(item.value)] : [],
  );
  return { mode: mode ?? 'suggest', terms };
}
