import { describe, expect, it } from 'vitest';
import { courseOfPath, isHashed, isKeptPage, isSearchIndex, localeOfPath, withSlash } from '../../../../src/core/offline/request-paths.ts';

describe('courseOfPath', () => {
  it('finds the course of each of its pages', () => {
    for (const path of ['/en/hotel/', '/en/hotel/quiz/', '/en/hotel/hotel-signs/']) expect(courseOfPath('/', path)).toEqual({ locale: 'en', course: 'hotel' });
    expect(courseOfPath('/training/', '/training/pt-BR/driver/report/')).toEqual({ locale: 'pt-BR', course: 'driver' });
  });

  it('finds none elsewhere', () => {
    for (const path of ['/', '/en/', '/en/hotel', '/assets/player.AAAA.js', '/icon.svg']) expect(courseOfPath('/', path), path).toBeNull();
    expect(courseOfPath('/training/', '/en/hotel/')).toBeNull();
  });
});

describe('isHashed', () => {
  it('holds for what the build names by its content', () => {
    expect(isHashed('/', '/assets/player.AAAA.js')).toBe(true);
    expect(isHashed('/training/', '/training/assets/player.AAAA.js')).toBe(true);
    expect(isHashed('/', '/en/assets/')).toBe(false);
    expect(isHashed('/training/', '/assets/player.AAAA.js')).toBe(false);
  });
});

describe('isSearchIndex', () => {
  it('holds for the index and not for the page', () => {
    expect(isSearchIndex('/', '/search/en.json')).toBe(true);
    expect(isSearchIndex('/', '/en/search/')).toBe(false);
  });
});

describe('isKeptPage', () => {
  it('holds for the numbers of a country and the pages for everybody', () => {
    for (const path of ['/th/', '/en/report/', '/en/offline/', '/en/report/BR/', '/en/report/BR', '/en/my-courses/', '/en/verify/', '/pt-BR/search/', '/en/glossary/', '/en/about/', '/en/partners/', '/en/rollouts/tanglaw-bay/', '/en/rollouts/tanglaw-bay/read/']) expect(isKeptPage('/', path), path).toBe(true);
    expect(isKeptPage('/training/', '/training/en/report/TH/')).toBe(true);
  });

  it('does not hold for courses, the shell, notes for trainers and files', () => {
    for (const path of ['/', '/icon.svg', '/manifest.webmanifest', '/en/hotel/report/', '/en/report/brazil/', '/en/facilitator/report/', '/en/hotel/', '/assets/about.js', '/en/about/more/', '/en/rollouts/tanglaw-bay/coordinator/', '/en/rollouts/tanglaw-bay/poster/']) expect(isKeptPage('/', path), path).toBe(false);
  });
});

describe('withSlash', () => {
  it('completes a folder and leaves a file', () => {
    expect(withSlash('/en/hotel')).toBe('/en/hotel/');
    expect(withSlash('/en/hotel/')).toBe('/en/hotel/');
    expect(withSlash('/')).toBe('/');
    expect(withSlash('/icon.svg')).toBe('/icon.svg');
  });
});

describe('localeOfPath', () => {
  it('takes the language from the address, or the one given', () => {
    expect(localeOfPath('/', '/es/hotel/', ['en', 'es'], 'en')).toBe('es');
    expect(localeOfPath('/', '/xx/hotel/', ['en', 'es'], 'en')).toBe('en');
    expect(localeOfPath('/training/', '/training/', ['en', 'es'], 'en')).toBe('en');
  });
});
