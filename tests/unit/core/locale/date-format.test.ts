import { describe, expect, it } from 'vitest';
import { dateFormat, worldYear } from '../../../../src/core/locale/date-format.ts';
import { allLocales } from '../../../../src/core/locale/locales.ts';

const day = Date.UTC(2026, 10, 22);
const long = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;

describe('dateFormat', () => {
  it.each([
    ['en', 'November 22, 2026'],
    ['es', '22 de noviembre de 2026'],
    ['pt-BR', '22 de novembro de 2026'],
    ['id', '22 November 2026'],
    ['th', '22 พฤศจิกายน พ.ศ. 2569'],
    ['hi', '22 नवंबर 2026'],
    ['bn', '২২ নভেম্বর, ২০২৬'],
  ])('writes a long date in %s', (locale, text) => {
    expect(dateFormat(locale, long).format(day)).toBe(text);
  });

  it.each([
    [{ day: 'numeric', month: 'short' }, '22 พ.ย. พ.ศ. 2569'],
    [{ month: 'long' }, 'พฤศจิกายน พ.ศ. 2569'],
    [{}, 'พ.ศ. 2569'],
  ] as const)('names the era of a Thai year, however much of the date is known: %j', (options, text) => {
    expect(dateFormat('th', { ...options, timeZone: 'UTC' }).format(day)).toBe(text);
  });

  it('names an era only where the calendar counts other years', () => {
    const named = allLocales.filter(({ tag }) => dateFormat(tag, long).formatToParts(day).some(({ type }) => type === 'era'));
    expect(named.map(({ tag }) => tag)).toEqual(allLocales.filter(({ tag }) => !dateFormat(tag, long).format(day).includes('2026')).map(({ tag }) => tag));
  });
});

describe('worldYear', () => {
  it('names the era of the world’s calendar where readers count by another', () => {
    expect(worldYear('th', '1990/2009')).toBe('ค.ศ. 1990/2009');
    expect(worldYear('th', '≤ 2022')).toBe('ค.ศ. ≤ 2022');
  });

  it('leaves a year alone everywhere else', () => {
    expect(worldYear('pt-BR', '1990/2009')).toBe('1990/2009');
  });
});
