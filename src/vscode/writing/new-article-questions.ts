import * as vscode from 'vscode';
import { settingsFor } from '../../core/hugo/url-page.ts';
import { message } from '../../core/messages.ts';
import { FILE_NAME_STYLES, fileNameOf, nameFault, styleOf } from '../../core/new/file-name.ts';
import type { FileNameStyle } from '../../core/new/file-name.ts';
import { dayOf } from '../../core/new/new-article.ts';
import { articleAt, newPath, placeForLanguage, sectionsOf } from '../../core/new/place.ts';
import type { LanguagePlace, Section } from '../../core/new/place.ts';
import { momentAt } from '../../core/new/time.ts';
import type { Site } from '../sites.ts';
import type { Means } from './means.ts';

/** What an editor wants to have made. */
export interface Wanted {
  readonly title: string;
  readonly language: string;
  /** The content folder. */
  readonly folder: string;
  /** Below the content folder. */
  readonly section: string;
  readonly isBundle: boolean;
  /** Names the archetype. */
  readonly kind: string;
  /** From the root of the site; there is no such file. */
  readonly path: string;
}

/** Answers that are given with the command, and are not asked for. */
interface Answers {
  readonly title?: unknown;
  readonly section?: unknown;
  readonly language?: unknown;
  readonly bundle?: unknown;
  readonly archetype?: unknown;
  readonly fileName?: unknown;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Asks only what the site leaves open. `undefined`: the editor gave up. */
export async function askForArticle(
  { host }: Means,
  site: Site,
  { clicked, answers }: { readonly clicked: vscode.Uri | undefined; readonly answers: Answers },
): Promise<Wanted | undefined> {
  const asking = new Asking({ host }, site);
  const title = (textOf(answers.title) ?? (await asking.title()))?.trim();
  if (title === undefined || title === '') return undefined;
  const path = clicked && host.locate(clicked).path.slice(site.root.length + 1);
  const language = textOf(answers.language) ?? (await asking.language(path));
  if (language === undefined) return undefined;
  const place = placeForLanguage(site.facts.config, language, site.index);
  const where = await askWhere(asking, site, { answers, folder: place.folder, path });
  if (!where) return undefined;
  const isAsked = answers.title === undefined;
  const naming = { place, ...where, given: textOf(answers.fileName), isAsked };
  const name = await asking.name(title, naming);
  if (name === undefined) return undefined;
  return { title, language, folder: place.folder, ...where, path: newPath(place, { ...where, name }) };
}

interface Given {
  readonly answers: Answers;
  /** The content folder of the language. */
  readonly folder: string;
  /** The folder that was clicked. */
  readonly path: string | undefined;
}

async function askWhere(
  asking: Asking,
  site: Site,
  { answers, folder, path }: Given,
): Promise<Pick<Wanted, 'section' | 'isBundle' | 'kind'> | undefined> {
  const sections = sectionsOf(
    Array.from(site.index.entries(), ([name]) => name),
    folder,
  );
  const clicked = path?.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
  const section = textOf(answers.section) ?? clicked ?? (await asking.section(sections));
  if (section === undefined) return undefined;
  const isBundle =
    typeof answers.bundle === 'boolean' ? answers.bundle : await asking.isBundle(sections, section);
  if (isBundle === undefined) return undefined;
  const kind = textOf(answers.archetype) ?? (await asking.kind(section, sections));
  return kind === undefined ? undefined : { section, isBundle, kind };
}

/** What of the name is known. */
interface Naming {
  readonly place: LanguagePlace;
  readonly section: string;
  readonly isBundle: boolean;
  readonly given: string | undefined;
  readonly isAsked: boolean;
}

class Asking {
  private readonly host: Means['host'];
  private readonly site: Site;
  private readonly heading: string;

  constructor({ host }: Pick<Means, 'host'>, site: Site) {
    this.host = host;
    this.site = site;
    this.heading = host.say(message('new.heading'));
  }

  private say(...args: Parameters<typeof message>): string {
    return this.host.say(message(...args));
  }

  title(): Thenable<string | undefined> {
    return vscode.window.showInputBox({
      title: this.heading,
      prompt: this.say('new.title'),
      validateInput: text => (text.trim() === '' ? this.say('new.title.empty') : undefined),
    });
  }

  /** @param clicked a folder from the root of the site: it may be that of a language */
  async language(clicked: string | undefined): Promise<string | undefined> {
    const { config } = this.site.facts;
    const languages = config.languages.filter(({ disabled }) => !disabled);
    if (languages.length < 2) return config.defaultContentLanguage;
    const places = languages.map(({ code }) => ({
      code,
      ...placeForLanguage(config, code, this.site.index),
    }));
    const own = places.filter(
      ({ folder }) => clicked !== undefined && `${clicked}/`.startsWith(`${folder}/`),
    );
    const [only] = own;
    if (only && own.length === 1) return only.code;
    const items = languages.map(({ code, name }) => ({
      label: name || code,
      description: name ? code : '',
      code,
    }));
    return (await this.pick(items, 'new.language'))?.code;
  }

  async section(sections: readonly Section[]): Promise<string | undefined> {
    const usual = sections.filter(({ path }) => path !== '');
    const items = [
      ...usual.map(({ path, count }) => ({
        label: path,
        description: this.say('write.articles', { count }),
        path,
      })),
      { label: this.say('new.section.top'), description: '', path: '' },
      { label: this.say('new.section.other'), description: '', path: undefined },
    ];
    const chosen = await this.pick(items, 'new.section');
    if (!chosen || chosen.path !== undefined) return chosen?.path;
    const typed = await vscode.window.showInputBox({
      title: this.heading,
      prompt: this.say('new.section.name'),
      validateInput: text => this.faultOf(text.split('/')),
    });
    return typed?.trim();
  }

  private faultOf(names: readonly string[]): string | undefined {
    const fault = names.map(nameFault).find(found => found !== undefined);
    return fault && this.say(`new.name.${fault}`);
  }

  async isBundle(sections: readonly Section[], chosen: string): Promise<boolean | undefined> {
    const here = sections.filter(({ path }) => path === chosen && path !== '');
    const around = here.some(({ count }) => count > 0) ? here : sections;
    const count = around.reduce((sum, section) => sum + section.count, 0);
    const bundles = around.reduce((sum, section) => sum + section.bundles, 0);
    if (bundles === 0 || bundles === count) return bundles > 0;
    const items = [
      { label: this.say('new.single'), description: this.say('new.single.about'), isBundle: false },
      { label: this.say('new.bundle'), description: this.say('new.bundle.about'), isBundle: true },
    ];
    return (await this.pick(bundles * 2 > count ? items.toReversed() : items, 'new.kind'))?.isBundle;
  }

  /** The archetype is that of the section; where there are others that belong to none, the editor chooses. */
  async kind(section: string, sections: readonly Section[]): Promise<string | undefined> {
    const [first] = section.split('/');
    const usual = first === undefined || first === '' ? 'page' : first;
    const known = new Set([...sections.map(({ path }) => path.split('/')[0]), 'default', usual]);
    const free = this.site.facts.offers.archetypes.filter(name => !known.has(name));
    if (free.length === 0) return usual;
    const items = [
      { label: this.say('new.archetype.usual'), name: usual },
      ...free.map(name => ({ label: name, name })),
    ];
    return (await this.pick(items, 'new.archetype'))?.name;
  }

  async name(title: string, naming: Naming): Promise<string | undefined> {
    const { place, section, isBundle } = naming;
    const pathOf = (name: string): string => newPath(place, { section, name: name.trim(), isBundle });
    const free = naming.given ?? (await this.freeName(title, naming, pathOf));
    if (!naming.isAsked) return (await this.isTaken(pathOf(free))) || nameFault(free) ? undefined : free;
    const name = await vscode.window.showInputBox({
      title: this.heading,
      prompt: this.say(isBundle ? 'new.name.bundle' : 'new.name', { folder: pathOf('…') }),
      value: free,
      validateInput: async text => {
        const fault = this.faultOf([text.trim()]);
        if (fault !== undefined) return fault;
        return (await this.isTaken(pathOf(text)))
          ? this.say('new.name.taken', { path: pathOf(text) })
          : undefined;
      },
    });
    return name?.trim();
  }

  private async freeName(
    title: string,
    { place, section }: Naming,
    pathOf: (name: string) => string,
  ): Promise<string> {
    const { timeZone } = settingsFor(this.site.facts.config, this.site.facts.config.defaultContentLanguage);
    const name = fileNameOf(
      title,
      this.styleIn(place.folder, section),
      dayOf(momentAt(Date.now(), timeZone)),
    );
    for (let number = 2; ; number++) {
      const tried = number === 2 ? name : `${name}-${number - 1}`;
      if (!(await this.isTaken(pathOf(tried)))) return tried;
    }
  }

  private styleIn(folder: string, section: string): FileNameStyle {
    const root = this.site.uriOf(this.site.root);
    const set = vscode.workspace.getConfiguration('galley', root).get<string>('newArticle.fileName');
    const chosen = FILE_NAME_STYLES.find(style => style === set);
    if (chosen) return chosen;
    const names = Array.from(this.site.index.entries(), ([path]) => articleAt(path, folder));
    const articles = names.flatMap(at => (at && !at.isList ? [at] : []));
    const here = articles.filter(at => at.section === section);
    return styleOf((here.length > 0 ? here : articles).map(({ name }) => name));
  }

  private async isTaken(path: string): Promise<boolean> {
    const { files } = this.host.locate(this.site.uriOf(this.site.root));
    return (await files.read(`${this.site.root}/${path}`)) !== undefined;
  }

  private pick<T extends vscode.QuickPickItem>(
    items: readonly T[],
    what: 'new.language' | 'new.section' | 'new.kind' | 'new.archetype',
  ): Thenable<T | undefined> {
    return vscode.window.showQuickPick(items, { title: this.heading, placeHolder: this.say(what) });
  }
}
