import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adoptEvents, mergeEvents } from '../../../../src/core/progress/merge.ts';
import { arbitraryEvents, mixed } from './arbitrary-events.ts';

describe('mergeEvents', () => {
  it('gives the same union whatever order the sets come in, and however they overlap', () => {
    fc.assert(
      fc.property(arbitraryEvents, arbitraryEvents, arbitraryEvents, (a, b, c) => {
        const union = mergeEvents(a, b, c);
        expect(mergeEvents(c, mergeEvents(b, a), b)).toEqual(union);
        expect(mergeEvents(union, union)).toEqual(union);
        expect(new Set(union.map(({ id }) => id))).toEqual(new Set([...a, ...b, ...c].map(({ id }) => id)));
      }),
    );
  });

  it('puts the oldest in front, and events of one instant by their id', () => {
    fc.assert(
      fc.property(
        arbitraryEvents.chain((events) => mixed(events)),
        (events) => {
          const order = mergeEvents(events).map(({ at, id }) => `${at} ${id}`);
          expect(order).toEqual([...order].sort());
        },
      ),
    );
  });

  it('settles two events that claim one id the same way in any order', () => {
    fc.assert(
      fc.property(arbitraryEvents, arbitraryEvents, (a, b) => {
        const forged = b.map((event, index) => ({ ...event, id: a[index % Math.max(1, a.length)]?.id ?? event.id }));
        expect(mergeEvents(a, forged)).toEqual(mergeEvents(forged, a));
      }),
    );
  });
});

describe('adoptEvents', () => {
  it('gives events to another profile and leaves their ids alone, so that a second restore adds nothing', () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        const own = adoptEvents(events, 'mine');
        expect(own.every(({ profile }) => profile === 'mine')).toBe(true);
        expect(mergeEvents(own, adoptEvents(events, 'mine'))).toEqual(mergeEvents(own));
      }),
    );
  });
});
