/** Where there is no system to keep the record: this browser, or the open page. */
import { openKeeper } from '../../browser/learner.ts';
import { say, t } from '../page.ts';
import type { AppHost } from './app.ts';

export async function deviceHost(): Promise<AppHost> {
  const { store, profile, notice, askToKeep } = await openKeeper();
  if (notice || store.durability === 'this-visit-only') say(t('embed.notKept'));
  return { store, profile, name: '', askToKeep, resume: () => undefined, keepPlace: () => {}, notices: () => [], onNotice: () => () => {} };
}
