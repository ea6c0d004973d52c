import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CourseFile, CoursePack } from '../../../../src/core/offline/course-list.ts';
import { planTransfers, sizeOf, unpack } from '../../../../src/core/offline/transfers.ts';

const file = (url: string, bytes = 10): CourseFile => ({ url, bytes, hash: url });
const pack = (bytes: number, ...files: string[]): CoursePack => ({ url: `pack ${files.join('+')}`, bytes, hash: 'h', files });
const pages = [file('a'), file('b'), file('c'), file('script')];

describe('planTransfers', () => {
  it('takes a pack where it is lighter than its files one by one', () => {
    expect(planTransfers(pages, [pack(15, 'a', 'b')])).toEqual([
      { pack: pack(15, 'a', 'b'), files: [file('a'), file('b')], bytes: 15 },
      { file: file('c'), bytes: 10 },
      { file: file('script'), bytes: 10 },
    ]);
  });

  it('fetches a single page of a pack by itself, when only that page is missing', () => {
    expect(planTransfers([file('b')], [pack(15, 'a', 'b')])).toEqual([{ file: file('b'), bytes: 10 }]);
  });

  it('fetches every file exactly once, and never more bytes than one by one', () => {
    const urls = ['a', 'b', 'c', 'd', 'e', 'f'];
    fc.assert(
      fc.property(fc.subarray(urls), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 5 }), (missing, bytes, cut) => {
        const files = missing.map((url) => file(url));
        const transfers = planTransfers(files, [pack(bytes, ...urls.slice(0, cut)), pack(bytes, ...urls.slice(cut))]);
        const fetched = transfers.flatMap((transfer) => ('file' in transfer ? [transfer.file.url] : transfer.files.map(({ url }) => url)));
        expect(fetched.sort()).toEqual([...missing].sort());
        expect(sizeOf(transfers)).toBeLessThanOrEqual(sizeOf(files));
      }),
    );
  });
});

describe('sizeOf', () => {
  it('adds up bytes, none for nothing', () => {
    expect(sizeOf([])).toBe(0);
    expect(sizeOf(pages)).toBe(40);
  });
});

describe('unpack', () => {
  it('gives each file its text', () => {
    expect([...(unpack(pack(1, 'a', 'b'), JSON.stringify(['<p>A', '<p>B'])) ?? [])]).toEqual([['a', '<p>A'], ['b', '<p>B']]);
  });

  it('refuses what is no pack, or one of other files', () => {
    for (const text of ['', '{}', '["only one"]', '[1,2]', '<html>']) expect(unpack(pack(1, 'a', 'b'), text)).toBeNull();
  });
});
