import type { Check } from './check.ts';

/** What VS Code gives a webview to talk to its host, once. */
interface VSCodeApi {
  readonly postMessage: (message: unknown) => void;
  readonly getState: () => unknown;
  readonly setState: (state: unknown) => void;
}
declare function acquireVsCodeApi(): VSCodeApi;

/** The webview's end of the channel to its host. */
export interface Channel<Out, State> {
  readonly post: (message: Out) => void;
  readonly state: () => State | undefined;
  readonly keep: (state: State) => void;
}

interface Means<In, State> {
  /** What a message from the host must be; anything else is ignored. */
  readonly accepts: Check<In>;
  readonly isState: Check<State>;
  readonly receive: (message: In) => void;
}

export function openChannel<In, Out, State>({
  accepts,
  isState,
  receive,
}: Means<In, State>): Channel<Out, State> {
  const api = acquireVsCodeApi();
  window.addEventListener('message', ({ data, origin }: MessageEvent<unknown>) => {
    if (origin === window.origin && accepts(data)) receive(data);
  });
  return {
    post: message => api.postMessage(message),
    state() {
      const state = api.getState();
      return isState(state) ? state : undefined;
    },
    keep: state => api.setState(state),
  };
}
