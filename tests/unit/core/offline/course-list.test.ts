import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileHash, isCourseList, listUrl, type CourseList } from '../../../../src/core/offline/course-list.ts';

const list: CourseList = { course: 'hotel', locale: 'en', title: 'Hotel', version: 'v1', bytes: 30, room: 90, files: [{ url: 'en/hotel/', bytes: 30, hash: 'abc' }], packs: [{ url: 'offline/en/hotel/pages-0.json', bytes: 20, hash: 'def', files: ['en/hotel/'] }] };

describe('fileHash', () => {
  it('is the beginning of the digest as base64url', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (content) => {
        const digest = createHash('sha256').update(content).digest();
        expect(fileHash(digest)).toBe(digest.toString('base64url').slice(0, 22));
      }),
    );
  });

  it('tells contents apart', () => {
    const hash = (content: string) => fileHash(createHash('sha256').update(content).digest());
    expect(hash('one')).not.toBe(hash('two'));
  });
});

describe('isCourseList', () => {
  it('takes a list as the build writes it', () => {
    expect(isCourseList(list)).toBe(true);
    expect(isCourseList(JSON.parse(JSON.stringify(list)))).toBe(true);
  });

  it('refuses what lacks a part, has no files, or is no list at all', () => {
    for (const name of Object.keys(list)) expect(isCourseList({ ...list, [name]: undefined }), name).toBe(false);
    for (const other of [null, 3, 'list', [], {}, { ...list, files: [] }, { ...list, version: '' }, { ...list, bytes: -1 }]) expect(isCourseList(other)).toBe(false);
    expect(isCourseList({ ...list, files: [...list.files, { url: 'en/hotel/quiz/', bytes: 'many', hash: 'x' }] })).toBe(false);
    expect(isCourseList({ ...list, files: [null] })).toBe(false);
    expect(isCourseList({ ...list, packs: [{ url: 'offline/en/hotel/pages-0.json', bytes: 20, hash: 'def' }] })).toBe(false);
  });
});

describe('listUrl', () => {
  it('names the language and the course', () => {
    expect(listUrl('pt-BR', 'hotel')).toBe('offline/pt-BR/hotel.json');
  });
});
