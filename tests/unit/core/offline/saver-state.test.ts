import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CourseList } from '../../../../src/core/offline/course-list.ts';
import { isWhole, planSave, saverState, type SavedFacts, type Stored } from '../../../../src/core/offline/saver-state.ts';

/** A list from `url hash` pairs, each file 10 bytes. */
function listOf(version: string, ...files: string[]): CourseList {
  const parsed = files.map((file) => ({ url: file.split(' ')[0]!, hash: file.split(' ')[1]!, bytes: 10 }));
  return { course: 'hotel', locale: 'en', title: 'Hotel', version, bytes: 10 * files.length, room: 40 * files.length, files: parsed, packs: [] };
}
const whole = (list: CourseList): Stored => ({ list, have: list.files.map(({ url }) => url) });

const first = listOf('1', 'page a', 'quiz b', 'script-1 c');
const second = listOf('2', 'page a2', 'quiz b', 'script-2 d');
const nothing: SavedFacts = { latest: first, inUse: null, begun: [], noted: false };

describe('planSave', () => {
  it('fetches everything when nothing is there', () => {
    expect(planSave(first, [])).toEqual({ reuse: [], fetch: first.files });
  });

  it('fetches only what is left of a version that was begun', () => {
    const plan = planSave(first, [{ list: first, have: ['quiz', 'something else'] }]);
    expect(plan).toEqual({ reuse: [], fetch: [first.files[0], first.files[2]] });
  });

  it('takes over from another version what has not changed', () => {
    expect(planSave(second, [whole(first)])).toEqual({ reuse: [{ file: second.files[1], from: '1' }], fetch: [second.files[0], second.files[2]] });
  });

  it('takes nothing over that has gone there, or that has another content', () => {
    expect(planSave(second, [{ list: first, have: ['page'] }]).reuse).toEqual([]);
  });

  it('leaves nothing out and does nothing twice, whatever lies on the device', () => {
    const files = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('1', '2', '3')), { selector: ([url]) => url, minLength: 1 });
    const list = (version: string) => files.map((pairs) => listOf(version, ...pairs.map((pair) => pair.join(' '))));
    const stored = (version: string) => list(version).chain((of) => fc.subarray(of.files.map(({ url }) => url)).map((have): Stored => ({ list: of, have })));
    fc.assert(
      fc.property(list('3'), stored('1'), stored('2'), fc.boolean(), (wanted, one, two, begun) => {
        const own: Stored[] = begun ? [{ list: wanted, have: wanted.files.slice(1).map(({ url }) => url) }] : [];
        const plan = planSave(wanted, [one, two, ...own]);
        const planned = [...(own[0]?.have ?? []), ...plan.reuse.map(({ file }) => file.url), ...plan.fetch.map(({ url }) => url)];
        expect(planned.sort()).toEqual(wanted.files.map(({ url }) => url).sort());
        for (const { file, from } of plan.reuse) {
          const source = from === '1' ? one : two;
          expect(source.have).toContain(file.url);
          expect(source.list.files).toContainEqual(file);
        }
      }),
    );
  });
});

describe('saverState', () => {
  it('gives the size of a course that is not saved, and none without a line', () => {
    expect(saverState(nothing)).toEqual({ name: 'not-saved', bytes: 30 });
    expect(saverState({ ...nothing, latest: null })).toEqual({ name: 'not-saved', bytes: null });
  });

  it('tells how far a save has come, with and without a line', () => {
    const begun = [{ list: first, have: ['page', 'quiz'] }];
    expect(saverState({ ...nothing, begun })).toEqual({ name: 'paused', done: 2, total: 3 });
    expect(saverState({ ...nothing, latest: null, begun })).toEqual({ name: 'paused', done: 2, total: 3 });
  });

  it('begins again with a newer version, taking over what it can', () => {
    expect(saverState({ ...nothing, latest: second, begun: [{ list: first, have: ['page', 'quiz'] }] })).toEqual({ name: 'not-saved', bytes: 20 });
  });

  it('is saved while the server has the same, or cannot be asked', () => {
    expect(saverState({ ...nothing, inUse: whole(first), noted: true })).toEqual({ name: 'saved' });
    expect(saverState({ ...nothing, latest: null, inUse: whole(first), noted: true })).toEqual({ name: 'saved' });
  });

  it('offers a newer version with the size of what has changed', () => {
    expect(saverState({ ...nothing, latest: second, inUse: whole(first), noted: true })).toEqual({ name: 'update-ready', bytes: 20 });
  });

  it('counts what an update that was broken off has fetched', () => {
    const begun = [{ list: second, have: ['page', 'quiz'] }];
    expect(saverState({ latest: second, inUse: whole(first), begun, noted: true })).toEqual({ name: 'update-ready', bytes: 10 });
  });

  it('notices that the browser has erased a course, whole or in part', () => {
    expect(saverState({ ...nothing, noted: true })).toEqual({ name: 'erased', bytes: 30 });
    expect(saverState({ ...nothing, inUse: 'lost' })).toEqual({ name: 'erased', bytes: 30 });
    expect(saverState({ ...nothing, inUse: { list: first, have: ['page'] }, noted: true })).toEqual({ name: 'erased', bytes: 20 });
    expect(saverState({ ...nothing, latest: null, inUse: 'lost', noted: true })).toEqual({ name: 'erased', bytes: null });
  });

  it('goes on with an erased course that is being saved again', () => {
    expect(saverState({ ...nothing, begun: [{ list: first, have: ['quiz'] }], noted: true })).toEqual({ name: 'paused', done: 1, total: 3 });
  });
});

describe('isWhole', () => {
  it('asks for every file, and does not mind more', () => {
    expect(isWhole(whole(first))).toBe(true);
    expect(isWhole({ list: first, have: ['page', 'quiz', 'script-1', 'script-0'] })).toBe(true);
    expect(isWhole({ list: first, have: ['page', 'quiz'] })).toBe(false);
  });
});
