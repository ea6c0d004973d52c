/**
 * What belongs to one saved course: `offline/<locale>/<course>.json`, written by the build and fetched before a course is saved. A copy lies beside the
 * saved files, so that a later version knows which of them it can take over.
 */

export interface CourseFile {
  /** Under the base path of the site, without it: `en/hotel/quiz/`, `assets/player.ABC.js`. */
  url: string;
  /** Transfer size, compressed with brotli. */
  bytes: number;
  /** `fileHash` of the file as it is after the transfer. */
  hash: string;
}

/** Several pages in one transfer (`transfers.ts` says why and how). */
export interface CoursePack {
  /** Under the base path: `offline/en/hotel/pages-0.json`. */
  url: string;
  /** Transfer size, compressed with brotli. */
  bytes: number;
  hash: string;
  /** Urls of the files in it, in their order. */
  files: string[];
}

export interface CourseList {
  course: string;
  locale: string;
  /** In the language of `locale`. */
  title: string;
  /** Made from the urls and hashes of all files: the same version is the same files. */
  version: string;
  /** Transfer size of the whole course, by its packs and the files that are in none. */
  bytes: number;
  /** Bytes that they take on the device, where they lie uncompressed. */
  room: number;
  files: CourseFile[];
  packs: CoursePack[];
}

/** Where the list of a course stands, under the base path. */
export function listUrl(locale: string, course: string): string {
  return `offline/${locale}/${course}.json`;
}

/** Where the pages of a course stand together, a pack for each `place`. */
export function packUrl(locale: string, course: string, place: number): string {
  return `offline/${locale}/${course}/pages-${place}.json`;
}

/** SHA-256 as base64url, cut to 132 bits: it tells versions of a file apart and finds broken transfers. */
export function fileHash(digest: Uint8Array): string {
  return btoaOf(digest).replaceAll('+', '-').replaceAll('/', '_').slice(0, 22);
}

/** Whether a value from outside is a list; one from a later Farol that has lost a field is none. */
export function isCourseList(value: unknown): value is CourseList {
  const list = value as Partial<CourseList> | null;
  if (typeof list !== 'object' || list === null || !Array.isArray(list.files) || list.files.length === 0) return false;
  const texts = [list.course, list.locale, list.title, list.version];
  return texts.every((text) => typeof text === 'string' && text !== '') && isSize(list.bytes) && isSize(list.room) && list.files.every(isCourseFile) && Array.isArray(list.packs) && list.packs.every(isCoursePack);
}

function isCourseFile(value: unknown): value is CourseFile {
  const file = value as Partial<CourseFile> | null;
  return typeof file?.url === 'string' && typeof file.hash === 'string' && isSize(file.bytes);
}

function isCoursePack(value: unknown): value is CoursePack {
  return isCourseFile(value) && Array.isArray((value as Partial<CoursePack>).files);
}

const isSize = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 without padding; `btoa` is no part of the language. */
function btoaOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const count = Math.min(3, bytes.length - at) + 1;
    for (let place = 0; place < count; place += 1) text += letters[(three >> (18 - 6 * place)) & 63];
  }
  return text;
}
