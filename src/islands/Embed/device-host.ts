/** Where there is no system to keep the record: this browser, or the open page. */
import { openKeeper } from '../../browser/learner.ts';
import { keptPlace } from '../../browser/storage/kept-place.ts';
import { data, find, locale } from '../page.ts';
import type { AppHost } from './app.ts';

/** @param start where the document was asked to begin: another part of the course, on another page, has a place of its own */
export async function deviceHost(start = find('[data-view]')?.id): Promise<AppHost> {
  const { store, profile, askToKeep } = await openKeeper();
  const { resume, keepPlace } = keptPlace(`${profile.id}:${data['course']}/${start}`);
  return {
    store, profile, name: '', askToKeep, keepPlace, notices: () => [], onNotice: () => () => {},
    resume() {
      const kept = resume();
      if (!kept) return undefined;
      // The address says the language and the country, each time.
      const { country: _country, ...place } = kept;
      return { ...place, locale };
    },
  };
}
