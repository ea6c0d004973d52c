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
  const whenHidden = () => document.hidden && hidden();
  const listen = () => {
    document.addEventListener('visibilitychange', whenHidden);
    addEventListener('pagehide', leave);
  };
  listen();
  addEventListener('pageshow', ({ persisted }) => persisted && back());
  return {
    toTheEnd() {
      document.removeEventListener('visibilitychange', whenHidden);
      removeEventListener('pagehide', leave);
      listen();
    },
  };
}
