/** The moments at which a session must be safe. `unload` is not among them: frames of LMSs forbid it, and phones never send it. */
export interface Leaving {
  hidden(): void;
  /** Once for each time the page is left, also when it may come back. */
  leave(): void;
  /** The page has come back from the back-forward cache. */
  back(): void;
}

export interface Left {
  /** Runs after all listeners that are there now: the one that counts active time hands over its last slice in the same moment. */
  toTheEnd(): void;
}

export function onLeaving({ hidden, leave, back }: Leaving): Left {
  const moments = [lastAt(document, 'visibilitychange', () => document.hidden && hidden()), lastAt(window, 'pagehide', leave)];
  addEventListener('pageshow', ({ persisted }) => persisted && back());
  return { toTheEnd: () => moments.forEach((moveBack) => moveBack()) };
}

/** Listens behind all others; gives what moves it there again. */
function lastAt(target: EventTarget, type: string, act: () => void): () => void {
  let isUnderWay = false;
  const last = () => {
    isUnderWay = false;
    act();
  };
  // A listener that is taken out and put back while its event is under way is not called.
  target.addEventListener(type, () => (isUnderWay = true), true);
  target.addEventListener(type, last);
  return () => {
    if (isUnderWay) return;
    target.removeEventListener(type, last);
    target.addEventListener(type, last);
  };
}
