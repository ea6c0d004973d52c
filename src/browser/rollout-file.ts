/** What the site knows of a rollout, for the page of partners and for an embed. */
import { readRolloutFile, rolloutUrl, type RolloutFile } from '../core/rollout/package-options.ts';
import { packageFile } from './offline/package-files.ts';

/** The newest there is, else what was fetched before; null for a rollout that is unknown, or was never fetched and cannot be now. */
export async function fetchRollout(base: string, id: string): Promise<RolloutFile | null> {
  try {
    return readRolloutFile(new TextDecoder().decode(await packageFile(base, rolloutUrl(encodeURIComponent(id)))));
  } catch {
    return null;
  }
}
