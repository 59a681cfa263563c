/** Says that a job is wanted no more; the tokens of VS Code are such. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
  readonly onCancellationRequested: (listener: () => void) => { dispose(): unknown };
}

/** A job ended because nobody wants it any more. Not a failure: nothing is learned from it. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** The owner's end of a cancellation. */
export class CancellationSource {
  private listeners: Set<() => void> | undefined = new Set();

  readonly token: Cancellation;

  constructor() {
    const isRequested = (): boolean => this.listeners === undefined;
    this.token = {
      get isCancellationRequested() {
        return isRequested();
      },
      onCancellationRequested: listener => {
        if (this.listeners) this.listeners.add(listener);
        else listener();
        return { dispose: () => this.listeners?.delete(listener) };
      },
    };
  }

  cancel(): void {
    const { listeners } = this;
    this.listeners = undefined;
    for (const listener of listeners ?? []) listener();
  }
}

export function throwIfCancelled({ isCancellationRequested }: Cancellation): void {
  if (isCancellationRequested) throw new Cancelled();
}
