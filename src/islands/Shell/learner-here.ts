import { openLearner, type Learner } from '../../browser/learner.ts';
import type { Context } from '../../core/progress/events.ts';
import { tellStorage } from './shell.ts';

/** The learner of this page; what is to be said about their storage is said. */
export async function learnerHere(context: Context): Promise<Learner> {
  const learner = await openLearner(context);
  tellStorage(learner.notice, learner.store.durability);
  return learner;
}
