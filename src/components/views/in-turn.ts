let last: Promise<unknown> = Promise.resolve();

/** Does one piece of work after another, in the order in which they were asked for. Work must not ask for more of it. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const own = last.then(work);
  last = own.catch(() => {});
  return own;
}
