/** A record keyed by authored ids. Without a prototype, so that a module called `constructor` is looked up like any other. */
export function emptyRecord<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}
