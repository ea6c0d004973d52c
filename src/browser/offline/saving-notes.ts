/**
 * Notes on saved courses in localStorage, beside the caches: should the browser erase the one and not the other, the learner is told. Lost without harm.
 */

export interface SavingNote {
  /** The title of the course, in the language it was saved in. */
  title: string;
  /** It was saved whole, and not removed by the learner. */
  saved: boolean;
  /** Saving was begun and not paused by the learner: a page that finds it unfinished goes on. */
  wanted: boolean;
}

const key = 'farol:saved';

/** By base path, locale and course: `/en/hotel`. Empty where localStorage is denied. */
export function savingNotes(): Record<string, SavingNote> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return Object.fromEntries(Object.entries(value ?? {}).filter(([, note]) => typeof (note as Partial<SavingNote> | null)?.title === 'string'));
  } catch {
    return {};
  }
}

/** Changes the note of one course; null takes it away. */
export function note(name: string, change: Partial<SavingNote> | null): void {
  const { [name]: before, ...others } = savingNotes();
  const next = change ? { ...others, [name]: { title: '', saved: false, wanted: false, ...before, ...change } } : others;
  try {
    localStorage.setItem(key, JSON.stringify(next));
  } catch {
    // Denied or full: an erasure goes unnoticed, nothing else is lost.
  }
}
