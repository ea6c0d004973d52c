import type { Event } from './events.ts';
import { inOrder } from './event-order.ts';

/** The union of several sets of events (tabs, devices, a backup, a scanned code): every event once, oldest first, whatever order the sets come in. */
export function mergeEvents(...sets: readonly (readonly Event[])[]): Event[] {
  return inOrder(sets.flat());
}

/** The events as those of another profile: for a learner who brings a backup of their own to a device where they have a profile already. */
export function adoptEvents(events: readonly Event[], profile: string): Event[] {
  return events.map((event) => ({ ...event, profile }));
}
