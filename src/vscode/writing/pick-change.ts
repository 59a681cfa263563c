import * as vscode from 'vscode';
import type { FieldChange } from '../../core/bulk/change-field.ts';
import { dateSuggestions } from '../../core/complete/dates.ts';
import { parseHugoDate } from '../../core/hugo/date.ts';
import { message } from '../../core/messages.ts';
import { FIELDS } from '../../core/schema/annotations.ts';
import type { Field } from '../../core/schema/annotations.ts';
import type { Site } from '../sites.ts';
import { pickTerm } from './pick-term.ts';
import type { Means } from './means.ts';

/** Fields whose values are more than one text, number or list of texts. */
const TOO_RICH = new Set(['map', 'maps', 'menu', 'thumbnail']);

/** Asks which field gets which value in so many articles. */
export async function askForChange(
  means: Means,
  site: Site,
  count: number,
): Promise<FieldChange | undefined> {
  const { host } = means;
  const title = host.say(message('bulk.heading.count', { count }));
  const fields = FIELDS[site.facts.isMainroad ? 'article' : 'hugo-page'];
  const known = [...fields.values()].filter(
    ({ annotation }) => annotation.aliasOf === undefined && !TOO_RICH.has(annotation.expects ?? ''),
  );
  const used = site.index.keys();
  const custom = [...used]
    .filter(([key, uses]) => uses > 1 && !fields.has(key.toLowerCase()))
    .map(([key]) => key);
  const usesOf = (name: string): number => used.get(name) ?? 0;
  const items = [
    ...known
      .toSorted((a, b) => usesOf(b.name) - usesOf(a.name))
      .map(field => ({ label: field.name, description: titleOf(field, host.language), field })),
    ...custom.map(label => ({ label, description: '', field: undefined })),
  ];
  const placeHolder = host.say(message('bulk.field'));
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true });
  if (!chosen) return undefined;
  const { label: key, field } = chosen;
  const asked: Asked = { means, site, key, field, title };
  const isList =
    field?.annotation.values === 'terms' ||
    ['terms', 'texts', 'widgets'].includes(field?.annotation.expects ?? '') ||
    site.facts.taxonomies.includes(key.toLowerCase());
  return isList ? listChange(asked) : valueChange(asked);
}

interface Asked {
  readonly means: Means;
  readonly site: Site;
  readonly key: string;
  readonly field: Field | undefined;
  readonly title: string;
}

const titleOf = ({ title = '', annotation }: Field, language: string): string =>
  (language.startsWith('zh') ? annotation['zh-cn']?.title : undefined) ?? title;

async function listChange(asked: Asked): Promise<FieldChange | undefined> {
  const { means, site, key, field, title } = asked;
  const { say } = means.host;
  const actions = [
    { label: say(message('bulk.add')), does: 'add' as const },
    { label: say(message('bulk.take')), does: 'take' as const },
    { label: say(message('bulk.remove', { key })), does: 'remove' as const },
  ];
  const placeHolder = say(message('bulk.action', { key }));
  const action = await vscode.window.showQuickPick(actions, { title, placeHolder });
  if (!action) return undefined;
  if (action.does === 'remove') return { kind: 'remove', key };
  const isTaxonomy = site.facts.taxonomies.includes(key.toLowerCase());
  const which = say(message('bulk.item'));
  const item = isTaxonomy
    ? await pickTerm(means, site, {
        taxonomy: key.toLowerCase(),
        title,
        placeHolder: which,
        isNewAllowed: action.does === 'add',
      })
    : field?.annotation.values === 'widgets'
      ? await vscode.window.showQuickPick(site.facts.offers.widgets, { title, placeHolder: which })
      : await vscode.window.showInputBox({ title, prompt: which });
  return item === undefined || item.trim() === '' ? undefined : { kind: action.does, key, item };
}

async function valueChange(asked: Asked): Promise<FieldChange | undefined> {
  const { means, key, field, title } = asked;
  const { say } = means.host;
  const choices = choicesOf(field);
  const remove = { label: say(message('bulk.remove', { key })), change: { kind: 'remove', key } as const };
  const typed = { label: say(message('bulk.type')), change: undefined };
  const items = [
    ...choices.map(value => ({ label: String(value), change: { kind: 'set', key, value } as const })),
    ...(choices.length > 0 ? [] : [typed]),
    remove,
  ];
  const placeHolder = say(message('bulk.value', { key }));
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder });
  return chosen && (chosen.change ?? typedValue(asked));
}

/** Values that the schema names; of a switch both. */
function choicesOf(field: Field | undefined): (string | boolean)[] {
  if (field?.annotation.expects === 'switch' || field?.type === 'boolean') return [true, false];
  return (field?.enum ?? []).filter(value => typeof value === 'string' || typeof value === 'boolean');
}

async function typedValue({ means, site, key, field, title }: Asked): Promise<FieldChange | undefined> {
  const { say } = means.host;
  const { timeZone } = site.facts.config;
  const expects = field?.annotation.expects;
  const text = await vscode.window.showInputBox({
    title,
    prompt: say(message('bulk.value', { key })),
    value: expects === 'date' ? (dateSuggestions(Date.now(), timeZone)[0]?.text ?? '') : '',
    validateInput: given => {
      if (expects === 'date' && !parseHugoDate(given, timeZone)) return say(message('publish.schedule.bad'));
      return expects === 'number' && !/^-?\d+$/.test(given) ? say(message('bulk.number')) : undefined;
    },
  });
  if (text === undefined) return undefined;
  return { kind: 'set', key, value: expects === 'number' ? Number(text) : text };
}
