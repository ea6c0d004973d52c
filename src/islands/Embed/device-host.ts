/** Where there is no system to keep the record: this browser, or the open page. */
import { openKeeper } from '../../browser/learner.ts';
import type { AppHost } from './app.ts';

export async function deviceHost(): Promise<AppHost> {
  const { store, profile, askToKeep } = await openKeeper();
  return { store, profile, name: '', askToKeep, resume: () => undefined, keepPlace: () => {}, notices: () => [], onNotice: () => () => {} };
}
