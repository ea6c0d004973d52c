/** What the parts of the page share: what they can do with the records, and what a learner is called. */
import type { Profile } from '../../core/progress/event-store.ts';
import { t } from '../page.ts';
import type { Joining, LearnerRecord } from './records.ts';

export interface Desk {
  records: readonly LearnerRecord[];
  current: LearnerRecord;
  /** Makes a record the one that is used on this device now. */
  handOver(profile: Profile): Promise<void>;
  /** Hands over to a guest who has done nothing yet. */
  handOverToNew(): Promise<void>;
  rename(name: string): Promise<void>;
  putProfile(profile: Profile): Promise<void>;
  join(joining: Joining): Promise<void>;
  /** One learner, or everything. */
  erase(profile: string | null): Promise<boolean>;
}

/** How a learner is called where there may be no name. */
export const nameOf = ({ name }: Profile): string => name || t('me.guest');
