/**
 * What every event store keeps to, wherever it puts its events. Run in Node on memory, and in real pages on IndexedDB and on LMSs; so the cases bring their own
 * assertions and import nothing but types. `reopeningContract` is for the places that have something to give back after the page is gone.
 */
import type { EventStore, Profile } from '../../src/core/progress/event-store.ts';
import type { Event, Verb } from '../../src/core/progress/events.ts';

export interface StoreCase {
  name: string;
  /** `openStore` gives a new, empty store. Throws an Error with a sentence where the store breaks the contract. */
  run(openStore: () => Promise<EventStore>): Promise<void>;
}

export function contractEvent(id: string, change: Partial<Event> = {}): Event {
  return {
    id,
    profile: 'ana',
    verb: 'answered',
    object: 'question:signs/one',
    result: { response: ['a'], score: 1, success: true },
    context: { locale: 'th', course: 'drivers' },
    at: '2026-11-22T21:04:05.123Z',
    contentVersion: 1,
    ...change,
  };
}

function profile(id: string, change: Partial<Profile> = {}): Profile {
  return { id, name: 'Ana', createdAt: '2026-11-01T00:00:00.000Z', lastUsedAt: '2026-11-02T00:00:00.000Z', ...change };
}

function same(what: string, received: unknown, expected: unknown): void {
  const [got, wanted] = [received, expected].map((value) => JSON.stringify(sorted(value)));
  if (got !== wanted) throw new Error(`${what}: expected ${wanted}, received ${got}.`);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}

const ids = (events: readonly { id: string }[]) => events.map(({ id }) => id);
const done = { ok: true };

export const eventStoreContract: StoreCase[] = [
  {
    name: 'begins empty',
    async run(openStore) {
      const store = await openStore();
      same('Events of a new store', await store.read('ana'), []);
      same('Profiles of a new store', await store.profiles(), []);
    },
  },
  {
    name: 'gives back whole events as they were appended',
    async run(openStore) {
      const store = await openStore();
      const full = contractEvent('e1', {
        context: {
          locale: 'hi',
          country: 'IN',
          course: 'drivers',
          module: 'signs',
          attempt: { id: 'a1', purpose: 'quiz', seed: 4294967296, draw: ['signs/one', 'duty/two'] },
          certificate: { id: '7Q2M-0XKD-94TZ-BWN1', validUntil: '2028-11-22' },
          rollout: 'bangkok-taxis',
          phase: 'autumn',
        },
      });
      same('Outcome of append', await store.append([full]), done);
      same('The event', await store.read('ana'), [full]);
    },
  },
  {
    name: 'keeps text of every script',
    async run(openStore) {
      const store = await openStore();
      const named = contractEvent('e1', { verb: 'named', object: 'profile', result: { response: ['สมชาย 👩‍👩‍👧‍👦 नेहा क्ष \u0000 "\\'] } });
      await store.append([named]);
      same('The name', (await store.read('ana'))[0]?.result, named.result);
    },
  },
  {
    name: 'gives events oldest first, and by id within one instant',
    async run(openStore) {
      const store = await openStore();
      await store.append([contractEvent('c', { at: '2026-11-22T21:04:05.124Z' }), contractEvent('b')]);
      await store.append([contractEvent('a'), contractEvent('d', { at: '2025-01-01T00:00:00.000Z' })]);
      same('The order', ids(await store.read('ana')), ['d', 'a', 'b', 'c']);
    },
  },
  {
    name: 'changes nothing when an event comes again, also under another content',
    async run(openStore) {
      const store = await openStore();
      const first = contractEvent('e1');
      await store.append([first, first]);
      same('Outcome of the repetition', await store.append([first, contractEvent('e1', { result: { score: 0 } }), contractEvent('e2')]), done);
      same('The events', await store.read('ana'), [first, contractEvent('e2')]);
    },
  },
  {
    name: 'keeps profiles apart',
    async run(openStore) {
      const store = await openStore();
      await store.append([contractEvent('e1'), contractEvent('e2', { profile: 'boon' })]);
      same('Events of Ana', ids(await store.read('ana')), ['e1']);
      same('Events of Boon', ids(await store.read('boon')), ['e2']);
      same('Events of nobody', await store.read('nobody'), []);
    },
  },
  {
    name: 'keeps verbs and objects that it does not know',
    async run(openStore) {
      const store = await openStore();
      await store.append([contractEvent('e1', { verb: 'watched' as Verb, object: 'video:lobby' as 'profile' })]);
      same('The unknown event', ids(await store.read('ana')), ['e1']);
    },
  },
  {
    name: 'takes an empty list, and a long one at once',
    async run(openStore) {
      const store = await openStore();
      same('Outcome of an empty append', await store.append([]), done);
      const many = Array.from({ length: 700 }, (_, index) => contractEvent(`e${String(index).padStart(3, '0')}`));
      same('Outcome of a long append', await store.append(many), done);
      same('The long list', ids(await store.read('ana')), ids(many));
    },
  },
  {
    name: 'loses nothing when much is appended at the same time',
    async run(openStore) {
      const store = await openStore();
      const outcomes = await Promise.all(Array.from({ length: 40 }, (_, index) => store.append([contractEvent(`e${10 + (index % 30)}`)])));
      same('All outcomes', outcomes, Array(40).fill(done));
      same('The events', (await store.read('ana')).length, 30);
    },
  },
  {
    name: 'hands out copies, and keeps its own of what it was given',
    async run(openStore) {
      const store = await openStore();
      const given = contractEvent('e1', { result: { response: ['a'] } });
      await store.append([given]);
      (given.result!.response as string[])[0] = 'changed';
      const read = (await store.read('ana'))[0]!;
      (read.result!.response as string[])[0] = 'changed';
      same('The stored response', (await store.read('ana'))[0]?.result?.response, ['a']);
    },
  },
  {
    name: 'keeps profiles with their lock, the last used first',
    async run(openStore) {
      const store = await openStore();
      const early = profile('p1', { lock: { salt: 's', hash: '0123456789abcdef' } });
      const late = profile('p2', { name: '', lastUsedAt: '2026-11-22T00:00:00.000Z' });
      same('Outcome of putProfile', await store.putProfile(early), done);
      await store.putProfile(late);
      same('The profiles', await store.profiles(), [late, early]);
    },
  },
  {
    name: 'replaces a profile of the same id',
    async run(openStore) {
      const store = await openStore();
      await store.putProfile(profile('p1', { lock: { salt: 's', hash: 'h' } }));
      await store.putProfile(profile('p1', { name: 'Ana Souza' }));
      same('The profiles', await store.profiles(), [profile('p1', { name: 'Ana Souza' })]);
    },
  },
  {
    name: 'erases a profile with its events, and no other',
    async run(openStore) {
      const store = await openStore();
      await store.putProfile(profile('ana'));
      await store.putProfile(profile('boon'));
      await store.append([contractEvent('e1'), contractEvent('e2', { profile: 'boon' })]);
      same('Outcome of eraseProfile', await store.eraseProfile('ana'), done);
      same('The profiles left', ids(await store.profiles()), ['boon']);
      same('Events of the erased', await store.read('ana'), []);
      same('Events of the other', ids(await store.read('boon')), ['e2']);
    },
  },
  {
    name: 'takes erasing what is not there for done',
    async run(openStore) {
      const store = await openStore();
      same('Outcome of eraseProfile', await store.eraseProfile('nobody'), done);
      same('Outcome of eraseAll', await store.eraseAll(), done);
    },
  },
  {
    name: 'erases everything, and goes on as a new store',
    async run(openStore) {
      const store = await openStore();
      await store.putProfile(profile('ana'));
      await store.append([contractEvent('e1'), contractEvent('e2', { profile: 'boon' })]);
      same('Outcome of eraseAll', await store.eraseAll(), done);
      same('What is left', [await store.profiles(), await store.read('ana'), await store.read('boon')], [[], [], []]);
      await store.append([contractEvent('e1')]);
      same('The event appended afterwards', ids(await store.read('ana')), ['e1']);
    },
  },
  {
    name: 'calls subscribers after each change, until they leave',
    async run(openStore) {
      const store = await openStore();
      let calls = 0;
      const seen: number[] = [];
      const leave = store.subscribe(() => {
        calls++;
      });
      const leaveToo = store.subscribe(() => seen.push(calls));
      await store.append([contractEvent('e1')]);
      if (calls === 0) throw new Error('The subscriber was not called after append.');
      const after = calls;
      await store.putProfile(profile('ana'));
      if (calls === after) throw new Error('The subscriber was not called after putProfile.');
      leave();
      const left = calls;
      await store.eraseAll();
      same('Calls after leaving', calls, left);
      if (seen.at(-1) !== left) throw new Error('The other subscriber was not called after eraseAll.');
      leaveToo();
    },
  },
  {
    name: 'lets a subscriber read what has changed',
    async run(openStore) {
      const store = await openStore();
      const read = new Promise<string[]>((resolve) => {
        store.subscribe(() => void store.read('ana').then((events) => resolve(ids(events))));
      });
      await store.append([contractEvent('e1')]);
      same('What the subscriber read', await read, ['e1']);
    },
  },
  {
    name: 'says how durable it is',
    async run(openStore) {
      const { durability } = await openStore();
      if (!['kept', 'may-be-erased', 'this-visit-only'].includes(durability)) throw new Error(`"${durability}" is no durability.`);
    },
  },
];

/** A place that outlives the page. */
export interface StorePlace {
  /** A new, empty store. */
  open(): Promise<EventStore>;
  /** The same place in another visit. */
  reopen(): Promise<EventStore>;
  /** Whose record it gives back: an LMS knows one learner. */
  profile(): string;
}

export interface ReopeningCase {
  name: string;
  run(place: StorePlace): Promise<void>;
}

const day = (place: StorePlace): Event[] => {
  const own = { profile: place.profile() };
  const attempt = { id: '1b4e28ba-2fa1-4d2b-883f-0016d3cca427', purpose: 'quiz' as const, seed: 7283942345, draw: ['signs/one', 'duty/two'] };
  const id = (n: number) => `5f3a90c2-d17e-4abc-8d00-00000000000${n}`;
  return [
    contractEvent(id(1), { ...own, verb: 'opened', object: 'module:signs', at: '2026-11-22T08:00:00.000Z' }),
    contractEvent(id(2), { ...own, result: { response: ['b', 'c'], score: 2 / 3, success: false }, at: '2026-11-22T08:00:05.020Z' }),
    contractEvent(id(3), { ...own, verb: 'chose', object: 'scenario:signs/the-lobby', result: { response: ['ask'] }, at: '2026-11-22T08:01:00.001Z' }),
    contractEvent(id(4), { ...own, context: { locale: 'pt-BR', country: 'BR', course: 'drivers', attempt, rollout: 'taxis', phase: 'pilot' }, at: '2026-11-22T08:02:00.000Z' }),
    contractEvent(id(5), { ...own, verb: 'finished', object: 'quiz:drivers', result: { response: ['duty/two'], score: 0.5, success: false }, context: { locale: 'pt-BR', course: 'drivers', attempt }, at: '2026-11-22T08:03:00.000Z', contentVersion: 3 }),
    contractEvent(id(6), { ...own, verb: 'certified', object: 'course:drivers', result: { response: ['สมชาย 👩‍👩‍👧‍👦'], score: 1, duration: 2400 }, context: { locale: 'th', certificate: { id: '7Q2M-0XKD-94TZ-BWN1', validUntil: '2028-11-22' } }, at: '2026-11-23T08:00:00.000Z' }),
    contractEvent(id(7), { ...own, verb: 'watched' as Verb, object: 'video:lobby' as 'profile', result: { duration: 1.5 }, at: '2026-11-23T09:00:00.000Z' }),
  ];
};

export const reopeningContract: ReopeningCase[] = [
  {
    name: 'gives back in another visit everything as it was',
    async run(place) {
      const store = await place.open();
      const events = day(place);
      same('Outcome of append', await store.append(events), done);
      same('The events', await (await place.reopen()).read(place.profile()), events);
    },
  },
  {
    name: 'goes on in another visit where it was left, and knows what comes again',
    async run(place) {
      const store = await place.open();
      const mine = day(place);
      await store.append(mine.slice(0, 4));
      await (await place.reopen()).append(mine.slice(2));
      same('The events', ids(await (await place.reopen()).read(place.profile())), ids(mine));
    },
  },
  {
    name: 'has forgotten in another visit what was erased',
    async run(place) {
      const store = await place.open();
      const events = day(place);
      await store.append(events);
      same('Outcome of eraseAll', await store.eraseAll(), done);
      await store.append(events.slice(0, 1));
      same('The events', ids(await (await place.reopen()).read(place.profile())), ids(events.slice(0, 1)));
    },
  },
];
