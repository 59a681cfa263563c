/** What of the web platform both extension hosts have and the features use. */
interface Timer {
  readonly ['opaque timer']: never;
}
declare function setTimeout(run: () => void, milliseconds: number): Timer;
declare function clearTimeout(timer: Timer | undefined): void;
declare const console: { error(...what: unknown[]): void };
declare const performance: { now(): number };
