import type { Article } from '../article/article.ts';
import type { Node } from '../article/tree.ts';
import type { HugoVersion } from '../hugo/version.ts';
import { isFloat } from './number-kind.ts';
import { does } from '../hugo/behaviour.ts';
import { toRemove } from '../fix/fix.ts';
import { retype } from '../fix/retype.ts';
import { message } from '../messages.ts';
import type { Severity } from '../problem.ts';
import type { Annotation } from '../schema/annotations.ts';
import { pathOf } from '../schema/validate.ts';
import type { FaultPlace } from '../schema/validate.ts';
import type { Context, Rule } from './rule.ts';
import { rewrittenAs } from './text-number.ts';

/** A value of a type that the field cannot have, such as one text where a list of texts is meant. */
export const fieldType: Rule = {
  id: 'field-type',
  scope: 'head',
  reads: ['hugo'],
  severity: 'error',
  *check({ schema, article, facts }: Context) {
    for (const fault of schema) {
      if (fault.kind !== 'type') continue;
      const { at } = fault;
      const severity = severityOf(at, article, facts.hugo);
      if (!severity || (severity === 'info' && isRewritten(at, article, facts.hugo))) continue;
      const expects = message(`expects.${at.annotation.expects ?? 'text'}`);
      const args = { key: nameOf(at), expects, found: message(`kind.${at.node.kind}`) };
      const text = message(`field-type.${severity}`, args);
      const isNothing = at.node.range.start === at.node.range.end;
      const range = isNothing ? at.entry.key.range : at.node.range;
      const fixes = () => (at.node.kind === 'null' ? toRemove(article, pathOf(at)) : retype(article, at));
      yield { severity, message: text, range, fixes };
    }
  },
};

/** Another rule says what becomes of it. */
const isRewritten = (
  { field, path, node }: FaultPlace,
  article: Article,
  hugo: HugoVersion | undefined,
): boolean => rewrittenAs(article, { name: field.name, depth: path.length + 1, node }, hugo) !== undefined;

function severityOf(at: FaultPlace, article: Article, hugo: HugoVersion | undefined): Reportable | undefined {
  const { annotation, node, path } = at;
  if (annotation.expects === 'date' && (node.kind === 'number' || isOldSwitch(at, hugo))) return undefined;
  if (annotation.expects === 'switch' || isOwnedByFieldEmpty(annotation, node)) return undefined;
  const special = path.length === 0 ? ofWhole(annotation, node, hugo) : undefined;
  if (special) return special;
  const severity = annotation.byType?.[node.kind];
  if (node.kind === 'null' && path.length === 0) return ofNull(severity, hugo);
  if (severity === undefined) return node.kind === 'null' ? undefined : 'info';
  if (severity === 'error' && !breaksBuild(at, article, hugo))
    return shown(annotation.otherwise ?? 'warning');
  return shown(severity);
}

/** `published: true` said that an article is no draft, until dates were checked. */
const isOldSwitch = ({ entry, node }: FaultPlace, hugo: HugoVersion | undefined): boolean =>
  node.kind === 'boolean' &&
  entry.key.value.toLowerCase() === 'published' &&
  !does(hugo, 'badDateBreaksBuild');

/** Nothing at all is no wrong type, but where some versions do not take it. */
const ofNull = (severity: Severity | undefined, hugo: HugoVersion | undefined): Reportable | undefined =>
  severity === 'error' && does(hugo, 'emptyParamsBreakBuild') ? 'error' : undefined;

/** Where the value itself decides, and not its type alone. */
function ofWhole(annotation: Annotation, node: Node, hugo: HugoVersion | undefined): Reportable | undefined {
  // Mainroad prints a box that asks for a widget (sidebar.html): `false` is set, and names none.
  if (annotation.expects === 'widgets' && isZero(node, ['boolean'])) return 'warning';
  // Hugo makes a term of 0 and of false, if the theme shows none.
  if (annotation.expects === 'terms' && isZero(node, ['boolean', 'number'])) return 'warning';
  if (annotation.empty === 'unset' && isFalsy(node)) return node.kind === 'null' ? undefined : 'info';
  if (annotation.expects === 'terms' && annotation.ranged && node.kind === 'map')
    return node.entries.some(({ value }) => isCollection(value)) && does(hugo, 'castsAreChecked')
      ? 'error'
      : 'warning';
  // spf13/cast ToInt makes 0 of a text that is no whole number.
  if (annotation.expects === 'number' && node.kind === 'string')
    return isInteger(node.value) ? 'info' : 'warning';
  return undefined;
}

const isZero = (node: Node, kinds: readonly Node['kind'][]): boolean =>
  kinds.includes(node.kind) && isFalsy(node);

/** A text that YAML takes for an integer, or that spf13/cast does: 08 is 0 for it. */
const isInteger = (text: string): boolean =>
  /^\s*$|^[-+]?(?:0|[1-9][\d_]{0,17}|0x[\da-f]+|0o?[0-7]+|0b[01]+)$/i.test(text);

/** Whether a wrong type that can break the build does so in this version of Hugo. */
function breaksBuild(
  { annotation, node }: FaultPlace,
  article: Article,
  hugo: HugoVersion | undefined,
): boolean {
  if (annotation.expects === 'date') return does(hugo, 'badDateBreaksBuild');
  // Go 1.24 goes from 0 to the number.
  if (
    annotation.expects === 'terms' &&
    node.kind === 'number' &&
    !isFloat(article, node) &&
    node.value < HUGE
  )
    return does(hugo, 'numbersAreNoLists');
  return annotation.when === undefined || does(hugo, annotation.when);
}

/** A page with more tags than this does not get done. */
const HUGE = 1e8;

type Reportable = Exclude<Severity, 'hint'>;

const shown = (severity: Severity): Reportable => (severity === 'hint' ? 'info' : severity);

const isCollection = ({ kind }: Node): boolean => kind === 'list' || kind === 'map';

/** What Go's templates take for false. */
function isFalsy(node: Node): boolean {
  switch (node.kind) {
    case 'map':
      return node.entries.length === 0;
    case 'list':
      return node.items.length === 0;
    default:
      return node.value === '' || node.value === 0 || node.value === false || node.value === null;
  }
}

/** The field as an editor would name it: `thumbnail`, `thumbnail.src`, `tags`. */
function nameOf({ entry, path }: FaultPlace): string {
  return [entry.key.value, ...path.filter(step => typeof step === 'string')].join('.');
}

const isOwnedByFieldEmpty = (annotation: Annotation, node: Node): boolean =>
  node.kind === 'null' && annotation.byType?.null === 'warning';
