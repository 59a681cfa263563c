/**
 * Checks of values that came over a message channel. Both ends of a channel hold what they receive against the same
 * description; what does not fit is not a message.
 */
export type Check<T> = (value: unknown) => value is T;
export type Checked<C> = C extends Check<infer T> ? T : never;

/** A text of at most `max` UTF-16 units. */
export const text =
  (max: number): Check<string> =>
  (value): value is string =>
    typeof value === 'string' && value.length <= max;

/** A finite number in a range, both ends included. */
export const number =
  (min: number, max: number): Check<number> =>
  (value): value is number =>
    typeof value === 'number' && Number.isFinite(value) && min <= value && value <= max;

export const whole =
  (max: number): Check<number> =>
  (value): value is number =>
    Number.isInteger(value) && number(0, max)(value);

export const flag: Check<boolean> = (value): value is boolean => typeof value === 'boolean';

export const oneOf =
  <const T extends string>(...allowed: readonly T[]): Check<T> =>
  (value): value is T =>
    (allowed as readonly unknown[]).includes(value);

export const list =
  <T>(item: Check<T>, max: number): Check<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= max && value.every(item);

export const optional =
  <T>(check: Check<T>): Check<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || check(value);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A record of any keys. */
export const record =
  <T>(item: Check<T>, max: number): Check<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    isRecord(value) && Object.keys(value).length <= max && Object.values(value).every(item);

type Shape = Readonly<Record<string, Check<unknown>>>;
type Optional<S extends Shape> = {
  [K in keyof S]: undefined extends Checked<S[K]> ? K : never;
}[keyof S];
type Shaped<S extends Shape> = { readonly [K in Exclude<keyof S, Optional<S>>]: Checked<S[K]> } & {
  readonly [K in Optional<S>]?: Checked<S[K]>;
};

/** An object with these keys and no others. */
export const object =
  <const S extends Shape>(shape: S): Check<Shaped<S>> =>
  (value): value is Shaped<S> =>
    isRecord(value) &&
    Object.keys(value).every(key => Object.hasOwn(shape, key)) &&
    Object.entries(shape).every(([key, check]) => check(Object.hasOwn(value, key) ? value[key] : undefined));

/** One of several, told apart by `type`. */
export function union<const S extends Readonly<Record<string, Shape>>>(
  kinds: S,
): Check<{ [K in keyof S & string]: { readonly type: K } & Shaped<S[K]> }[keyof S & string]> {
  const checks = new Map(
    Object.entries(kinds).map(([type, shape]) => [type, object({ ...shape, type: oneOf(type) })]),
  );
  return (value): value is never =>
    isRecord(value) && typeof value['type'] === 'string' && (checks.get(value['type'])?.(value) ?? false);
}
