/** Writes what "Save on this phone" fetches: for each course and language the list of its files, and its pages in packs, below `offline/<locale>/`. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { locales } from '../../core/locale/locales.ts';
import { fileHash, listUrl, packUrl, type CourseList, type CoursePack } from '../../core/offline/course-list.ts';
import { planTransfers, sizeOf } from '../../core/offline/transfers.ts';
import { brotli } from './compress.ts';
import { assetsOf, pagesIn, urlOf } from './site-files.ts';

/** Small enough to be lost on a bad line without much harm, large enough that the pages in one share their styles. */
const pagesInPack = 5;

type TransferSize = (content: Uint8Array) => number;

/** @param transferSize bytes that a file takes on the line; files of several courses are measured once */
export function writeCourseLists(dist: string, base: string, transferSize: TransferSize = (content) => brotli(content).length): CourseList[] {
  const sizes = new Map<string, number>();
  const sizeOnce = (file: string, content: Uint8Array): number => {
    if (!sizes.has(file)) sizes.set(file, transferSize(content));
    return sizes.get(file)!;
  };
  const lists = locales.filter(({ tag }) => existsSync(join(dist, tag))).flatMap(({ tag }) => coursesIn(dist, tag).map((course) => courseList(dist, base, tag, course, sizeOnce)));
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
  const packs = pagePacks(dist, locale, course, pages, sizeOnce);
  return { course, locale, title: unescaped(title), version, bytes: sizeOf(planTransfers(files, packs)), room, files, packs };
}

function pagePacks(dist: string, locale: string, course: string, pages: readonly string[], sizeOnce: (file: string, content: Uint8Array) => number): CoursePack[] {
  const packs: CoursePack[] = [];
  // Quizzes first: they hold the same questions, so they belong into one pack.
  const isQuiz = (page: string) => readFileSync(join(dist, page), 'utf8').includes('data-page="quiz"');
  const sorted = [...pages.filter(isQuiz), ...pages.filter((page) => !isQuiz(page))];
  for (let from = 0; from < sorted.length; from += pagesInPack) {
    const inPack = sorted.slice(from, from + pagesInPack);
    const content = Buffer.from(JSON.stringify(inPack.map((page) => readFileSync(join(dist, page), 'utf8'))));
    const url = packUrl(locale, course, packs.length);
    mkdirSync(dirname(join(dist, url)), { recursive: true });
    writeFileSync(join(dist, url), content);
    packs.push({ url, bytes: sizeOnce(url, content), hash: hashOf(content), files: inPack.map(urlOf) });
  }
  return packs;
}

const hashOf = (content: Uint8Array): string => fileHash(createHash('sha256').update(content).digest());

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#x27;': "'" };
const unescaped = (html: string): string => html.replace(/&(amp|lt|gt|quot|#39|#x27);/g, (entity) => entities[entity] ?? entity);
