/** What stands beside the record in this browser and is not in a backup: answers that were not yet checked, the kept note, what was unlocked, places in embedded courses. */
import { placePrefix } from './kept-place.ts';

const draftPrefix = 'farol:draft:';

/** @param profile only the drafts and places of this learner; null for everybody's, and the note that was kept on this device */
export function forgetTexts(profile: string | null): void {
  try {
    const prefix = profile === null ? draftPrefix : `${draftPrefix}${profile}:`;
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
    const places = profile === null ? placePrefix : `${placePrefix}${profile}:`;
    for (const key of Object.keys(localStorage)) if (key.startsWith(places)) localStorage.removeItem(key);
    if (profile !== null) return;
    sessionStorage.removeItem('farol:unlocked');
    localStorage.removeItem('farol:note');
  } catch {
    // Where storage is denied, nothing was kept.
  }
}
