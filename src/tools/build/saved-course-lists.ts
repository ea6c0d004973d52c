/** Writes what "Save on this phone" fetches: for each course and language the list of its files, `offline/<locale>/<course>.json`. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { locales } from '../../core/locale/locales.ts';
import { fileHash, listUrl, type CourseList } from '../../core/offline/course-list.ts';
import { sizeOf } from '../../core/offline/saver-state.ts';
import { brotli } from './compress.ts';
import { assetsOf, pagesIn, urlOf } from './site-files.ts';

type TransferSize = (content: Uint8Array) => number;

/** @param transferSize bytes that a file takes on the line; files of several courses are measured once */
export function writeCourseLists(dist: string, base: string, transferSize: TransferSize = (content) => brotli(content).length): CourseList[] {
  const sizes = new Map<string, number>();
  const sizeOnce = (file: string, content: Uint8Array): number => {
    if (!sizes.has(file)) sizes.set(file, transferSize(content));
    return sizes.get(file)!;
  };
  const lists = locales.flatMap(({ tag }) => coursesIn(dist, tag).map((course) => courseList(dist, base, tag, course, sizeOnce)));
  for (const list of lists) {
    const file = join(dist, listUrl(list.locale, list.course));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(list));
  }
  return lists;
}

/** A folder is a course if its first page says so. */
function coursesIn(dist: string, locale: string): string[] {
  return readdirSync(join(dist, locale))
    .filter((folder) => {
      const page = join(dist, locale, folder, 'index.html');
      return existsSync(page) && readFileSync(page, 'utf8').includes('data-page="course"');
    })
    .sort();
}

function courseList(dist: string, base: string, locale: string, course: string, sizeOnce: (file: string, content: Uint8Array) => number): CourseList {
  const pages = pagesIn(dist, join(locale, course));
  const [, title = course] = /<h1[^>]*>([^<]*)</.exec(readFileSync(join(dist, locale, course, 'index.html'), 'utf8')) ?? [];
  let room = 0;
  const files = [...pages, ...assetsOf(dist, base, pages)].map((file) => {
    const content = readFileSync(join(dist, file));
    room += content.length;
    return { url: urlOf(file), bytes: sizeOnce(file, content), hash: hashOf(content) };
  });
  const version = hashOf(Buffer.from(files.map(({ url, hash }) => `${hash} ${url}\n`).join('')));
  return { course, locale, title: unescaped(title), version, bytes: sizeOf(files), room, files };
}

const hashOf = (content: Uint8Array): string => fileHash(createHash('sha256').update(content).digest());

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#x27;': "'" };
const unescaped = (html: string): string => html.replace(/&(amp|lt|gt|quot|#39|#x27);/g, (entity) => entities[entity] ?? entity);
