import type { Article } from '../article/article.ts';
import type { MapNode } from '../article/tree.ts';
import { does } from '../hugo/behaviour.ts';
import { remember } from '../remember.ts';
import type { Fix, Problem, Severity } from '../problem.ts';
import { references } from '../images/references.ts';
import type { Reference } from '../images/reference.ts';
import { RULES } from '../rules/index.ts';
import type { Context, Finding, Rule, Scope } from '../rules/rule.ts';
import { termsOf } from '../rules/terms-of.ts';
import type { ArticleTerm } from '../rules/terms-of.ts';
import { schemaFor } from '../schema/choose.ts';
import { validate } from '../schema/validate.ts';
import type { SchemaFault } from '../schema/validate.ts';
import { bodyOf } from './body.ts';
import type { Body } from './body.ts';
import type { CheckSettings } from './settings.ts';
import { suppress } from './suppress.ts';
import type { Facts } from './facts.ts';

const EVERYTHING: readonly Scope[] = ['head', 'body', 'site'];

/** All problems of an article, in the order of their places. Pure: the same article and facts give the same. */
export function check(written: Article, facts: Facts, scopes: readonly Scope[] = EVERYTHING): Problem[] {
  const judging = judgingOf(written, facts);
  for (const rule of rulesOf(scopes, facts.settings?.rules ?? NO_LEVELS)) judgeBy(rule, judging);
  return finished(judging);
}

/** The same, with a pause behind each rule for callers that others wait for. */
export function* checkInSteps(
  written: Article,
  facts: Facts,
  scopes: readonly Scope[] = EVERYTHING,
): Generator<undefined, Problem[]> {
  const judging = judgingOf(written, facts);
  for (const rule of rulesOf(scopes, facts.settings?.rules ?? NO_LEVELS)) {
    judgeBy(rule, judging);
    yield;
  }
  return finished(judging);
}

/** What rules are given, and what they have found so far. */
interface Judging {
  readonly context: Context;
  readonly problems: Problem[];
}

function judgingOf(written: Article, facts: Facts): Judging {
  const faults = written.faults.filter(({ only }) => !only || does(facts.hugo, only));
  const article = faults.length === written.faults.length ? written : { ...written, faults };
  let body: Body | undefined;
  let found: readonly Reference[] | undefined;
  let terms: readonly ArticleTerm[] | undefined;
  const context: Context = {
    article,
    facts,
    schema: article.tree ? schemaFaults(article, article.tree, facts) : [],
    markdown: () => (body ??= bodyOf(article, facts)),
    references: () => (found ??= references(article, facts)),
    terms: () => (terms ??= termsOf(article, facts)),
  };
  return { context, problems: [] };
}

function judgeBy({ rule, set }: Active, { context, problems }: Judging): void {
  for (const finding of rule.check(context)) {
    if (isConsequence(rule, finding, context.article)) continue;
    const told = problems.length < MOST_FIXES ? finding : { ...finding, fixes: [] };
    problems.push(problemOf(rule, told, set));
  }
}

const finished = ({ context: { article, facts }, problems }: Judging): Problem[] =>
  suppress(problems, article, facts).sort(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end,
  );

/** Of an article with more problems, as a table that was pasted in front of it, the rest is told without fixes. */
const MOST_FIXES = 200;

/** A rule that is on, and the severity that the user has given it. */
interface Active {
  readonly rule: Rule;
  readonly set: Severity | undefined;
}

type Levels = CheckSettings['rules'];

const NO_LEVELS: Levels = {};
/** The same levels hold for many articles. */
const active = new WeakMap<Levels, Map<string, readonly Active[]>>();

const rulesOf = (scopes: readonly Scope[], levels: Levels): readonly Active[] =>
  remember(
    remember(active, levels, () => new Map<string, readonly Active[]>()),
    scopes.join(' '),
    () =>
      RULES.filter(({ scope }) => scopes.includes(scope)).flatMap(rule => {
        const set = levels[rule.id] ?? (rule.isOptional ? 'off' : undefined);
        return set === 'off' ? [] : [{ rule, set }];
      }),
  );

/** Fixes that are given as a function are found out when first asked for. */
function problemOf(rule: Rule, { fixes = [], ...told }: Finding, set: Severity | undefined): Problem {
  const base = { severity: rule.severity, ...told, rule: rule.id, ...(set ? { severity: set } : {}) };
  if (typeof fixes !== 'function') return { ...base, fixes };
  let known: readonly Fix[] | undefined;
  return {
    ...base,
    get fixes() {
      return (known ??= fixes());
    },
  };
}

function schemaFaults(article: Article, tree: MapNode, facts: Facts): SchemaFault[] {
  const faults = validate(tree, schemaFor(article, facts));
  return faults.filter(fault => isSure(fault, article) && isOwed(fault, facts));
}

/** Only articles owe a title and a date; an about page or the page of a section may do without. */
const isOwed = (fault: SchemaFault, { page }: Facts): boolean =>
  fault.kind !== 'missing' || fault.parent !== undefined || page.kind === 'article';

/** Of a value that cannot be read only that is told. */
const isConsequence = (rule: Rule, { range }: Finding, { faults }: Article): boolean =>
  rule.scope === 'head' &&
  faults.some(
    fault => fault.rule !== rule.id && fault.range.start < range.end && fault.range.end > range.start,
  ) &&
  !faults.some(fault => fault.rule === rule.id);

/** What a syntax error has touched was not read as meant: nothing more is said of it, nor of what seems missing. */
function isSure(fault: SchemaFault, { faults }: Article): boolean {
  if (fault.kind === 'missing') return faults.length === 0 || fault.parent !== undefined;
  const { start, end } = fault.at.entry.range;
  return !faults.some(({ range }) => range.start < end && range.end > start);
}
