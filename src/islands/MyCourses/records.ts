/** The records on this device, and how a backup joins them. */
import type { Backup } from '../../core/progress/backup.ts';
import type { EventStore, Profile } from '../../core/progress/event-store.ts';
import type { Event } from '../../core/progress/events.ts';
import { foldProfile } from '../../core/progress/fold.ts';
import { adoptEvents } from '../../core/progress/merge.ts';

/** One learner on this device, with everything they did. */
export interface LearnerRecord { profile: Profile; events: Event[] }

export async function readRecords(store: EventStore): Promise<LearnerRecord[]> {
  const profiles = await store.profiles();
  return Promise.all(profiles.map(async (profile) => ({ profile, events: await store.read(profile.id) })));
}

/** Whether there is anything to it. Every first visit makes an empty guest; lists and backups pass over those. */
export const isUsed = ({ profile, events }: LearnerRecord): boolean => events.length > 0 || profile.name !== '' || profile.lock !== undefined;

export interface Joining {
  /** Profiles to be put: new here, or under another name since. */
  profiles: Profile[];
  events: Event[];
  /** How many of the events are not here yet. */
  fresh: number;
}

/**
 * What a backup adds to the records that are here: the union, so that nothing here is replaced and a second time adds nothing.
 * A learner whose own line was lost from a damaged file gets a profile from their events.
 */
export function joinBackup(backup: Backup, here: readonly LearnerRecord[]): Joining {
  const known = new Set(here.flatMap(({ events }) => events.map(({ id }) => id)));
  const isFresh = ({ id }: Event): boolean => !known.has(id);
  const profiles = learnersOf(backup).flatMap(({ profile, events }) => {
    const present = here.find((record) => record.profile.id === profile.id);
    const all = [...(present?.events ?? []), ...events.filter(isFresh)];
    if (!present && events.length > 0 && !events.some(isFresh)) return [];
    const name = foldProfile(all).name || (present?.profile.name ?? profile.name);
    if (present) return present.profile.name === name ? [] : [{ ...present.profile, name }];
    return [{ ...profile, name }];
  });
  return { profiles, events: backup.events, fresh: backup.events.filter(isFresh).length };
}

/** The same, where the one learner of the backup has another record here: their events become that record's. Its name stays. */
export function joinInto(backup: Backup, into: string, here: readonly LearnerRecord[]): Joining {
  const events = adoptEvents(backup.events, into).filter(({ verb }) => verb !== 'named');
  return { profiles: [], events, fresh: joinBackup({ ...backup, events }, here).fresh };
}

/** The learners in a backup who have done something or have a name. */
export function learnersOf({ profiles, events }: Backup): LearnerRecord[] {
  const byId = new Map<string, LearnerRecord>(profiles.map((profile) => [profile.id, { profile, events: [] }]));
  for (const event of events) {
    const { profile: id, at } = event;
    const record = byId.get(id) ?? { profile: { id, name: '', createdAt: at, lastUsedAt: at }, events: [] };
    record.events.push(event);
    if (!profiles.some((profile) => profile.id === id)) record.profile.lastUsedAt = at;
    byId.set(id, record);
  }
  return [...byId.values()].filter(isUsed);
}

/** The backup of some records. */
export function backupOf(records: readonly LearnerRecord[], made: string): Backup {
  return { made, profiles: records.map(({ profile }) => profile), events: records.flatMap(({ events }) => events) };
}
