import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isCourseList } from '../../../../src/core/offline/course-list.ts';
import { unpack } from '../../../../src/core/offline/transfers.ts';
import { writeCourseLists } from '../../../../src/tools/build/saved-course-lists.ts';
import { shellFiles } from '../../../../src/tools/build/service-worker.ts';

const head = (...files: string[]) => `<link rel="icon" href="/icon.svg"><link rel="manifest" href="/manifest.webmanifest">${files.map((file) => `<script type="module" src="/assets/${file}"></script>`).join('')}`;
const shellPages = ['report', 'offline'];
const otherPages = ['report/TH', 'my-courses', 'verify', 'search', 'glossary', 'about'];
const site: Record<string, string> = {
  'index.html': head('languages.AAAAAAAA.js'),
  'exit/index.html': '<h1>2026</h1>',
  'en/index.html': head('home.AAAAAAAA.js'),
  ...Object.fromEntries([...shellPages, ...otherPages].map((page) => [`en/${page}/index.html`, head('plain.AAAAAAAA.js')])),
  'en/facilitator/index.html': head('plain.AAAAAAAA.js'),
  'en/hotel/index.html': `${head('course.AAAAAAAA.js')}<body data-page="course"><h1 class="x">Hotels &amp; lodges</h1>`,
  'en/hotel/signs/index.html': `${head('player.AAAAAAAA.js')}<link rel="stylesheet" href="/assets/print.AAAAAAAA.css"><section data-part="note.AAAAAAAA.js"></section><a href="/en/driver/">other</a>`,
  'en/driver/index.html': `${head('course.AAAAAAAA.js')}<body data-page="course"><h1>Drivers</h1>`,
  'assets/languages.AAAAAAAA.js': '1',
  'assets/home.AAAAAAAA.js': 'import"./chunk.AAAAAAAA.js"',
  'assets/plain.AAAAAAAA.js': '2',
  'assets/course.AAAAAAAA.js': 'import{a}from"./chunk.AAAAAAAA.js";import{b}from"./chunk.BBBBBBBB.js"',
  'assets/chunk.AAAAAAAA.js': '3',
  'assets/chunk.BBBBBBBB.js': '4',
  'assets/player.AAAAAAAA.js': 'const l=()=>import("./listen.AAAAAAAA.js")',
  'assets/listen.AAAAAAAA.js': '5',
  'assets/note.AAAAAAAA.js': '6',
  'assets/print.AAAAAAAA.css': 'a{}',
  'assets/certificate.AAAAAAAA.js': '7',
};

let dist = '';
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(dist, file)), { recursive: true });
  writeFileSync(join(dist, file), text);
};
const lists = () => writeCourseLists(dist, '/', (content) => content.length);
const urls = (course: string) => lists().find((list) => list.course === course)!.files.map(({ url }) => url);

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'farol-lists-'));
  for (const [file, text] of Object.entries(site)) write(file, text);
});
afterEach(() => rmSync(dist, { recursive: true }));

describe('writeCourseLists', () => {
  it('lists the pages of a course, what they load, and what that loads later, and nothing of other courses', () => {
    expect(urls('hotel').sort()).toEqual(
      ['en/hotel/', 'en/hotel/signs/', 'assets/course.AAAAAAAA.js', 'assets/chunk.AAAAAAAA.js', 'assets/chunk.BBBBBBBB.js', 'assets/player.AAAAAAAA.js', 'assets/listen.AAAAAAAA.js', 'assets/note.AAAAAAAA.js', 'assets/print.AAAAAAAA.css'].sort(),
    );
    expect(urls('driver')).not.toContain('assets/player.AAAAAAAA.js');
  });

  it('writes each list where the page looks for it, as the page understands it', () => {
    for (const list of lists()) expect(JSON.parse(readFileSync(join(dist, `offline/en/${list.course}.json`), 'utf8'))).toEqual(list);
    const [driver, hotel] = lists();
    expect([driver, hotel].every(isCourseList)).toBe(true);
    expect(hotel?.title).toBe('Hotels & lodges');
    expect(driver?.bytes).toBe(driver?.files.reduce((sum, { bytes }) => sum + bytes, 0));
    expect(driver?.room).toBe(driver?.bytes);
  });

  it('puts every page of a course into one pack, word for word', () => {
    for (const list of lists()) {
      const packed = list.packs.flatMap((pack) => [...unpack(pack, readFileSync(join(dist, pack.url), 'utf8'))!]);
      expect(packed.map(([url]) => url).sort()).toEqual(list.files.map(({ url }) => url).filter((url) => url.endsWith('/')).sort());
      for (const [url, text] of packed) expect(text).toBe(site[`${url}index.html`]);
    }
  });

  it('gives the same version for the same files, and another for any change in one of them', () => {
    const before = lists();
    expect(lists()).toEqual(before);
    write('assets/listen.AAAAAAAA.js', '55');
    const after = lists();
    expect(after[0]?.version).toBe(before[0]?.version);
    expect(after[1]?.version).not.toBe(before[1]?.version);
  });

  it('refuses a page with a file that would be missing without internet, and names both', () => {
    write('en/hotel/signs/index.html', `${head('player.AAAAAAAA.js')}<img alt="" src="/lobby.png">`);
    expect(lists).toThrow(/en\/hotel\/signs\/index.html refers to \/lobby.png/);
    write('en/hotel/signs/index.html', head('player.CCCCCCCC.js'));
    expect(lists).toThrow(/player.CCCCCCCC.js/);
  });
});

describe('shellFiles', () => {
  it('has the pages that everyone needs and their scripts, no courses and no notes for trainers', () => {
    expect(shellFiles(dist, '/', 'en').sort()).toEqual(
      ['index.html', 'exit/index.html', 'en/index.html', ...shellPages.map((page) => `en/${page}/index.html`), 'assets/languages.AAAAAAAA.js', 'assets/home.AAAAAAAA.js', 'assets/plain.AAAAAAAA.js', 'assets/chunk.AAAAAAAA.js', 'manifest.webmanifest', 'icon.svg'].sort(),
    );
  });
});
