/** The rollout that this device takes part in. */
import { readTerms, type Terms } from '../core/rollout/terms.ts';
import { choose, deviceChoices } from './storage/device-choices.ts';

/** What it asks; null outside of any rollout. */
export function joinedTerms(): Terms | null {
  const { rollout, terms } = deviceChoices();
  const known = terms ? readTerms(terms) : null;
  return known && known.rollout === rollout ? known : null;
}

/** From here on everything that is done on this device counts for this phase; another rollout is left by it. */
export function joinRollout(terms: Terms, phase: string): void {
  choose({ rollout: terms.rollout, phase, terms: JSON.stringify(terms), left: '' });
}

/** What was done stays as it is; what comes is nobody's but the learner's. */
export function leaveRollout(): void {
  choose({ left: deviceChoices().rollout ?? '', rollout: '', phase: '', terms: '' });
}
