/** Who is to be called back after a change. */
export interface Subscribers {
  notify(): void;
  subscribe(changed: () => void): () => void;
}

export function subscribers(): Subscribers {
  const all = new Set<() => void>();
  return {
    notify() {
      for (const changed of all) changed();
    },
    subscribe(changed) {
      // One function may subscribe twice, and leave once.
      const own = () => changed();
      all.add(own);
      return () => void all.delete(own);
    },
  };
}
