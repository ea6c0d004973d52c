import { describe, expect, it } from 'vitest';
import { oldestChecked } from '../../../../src/core/country/oldest-checked.ts';
import type { CountryKey } from '../../../../src/core/country/country.schema.ts';

const pack = (lines: string[], laws: string[]): Pick<CountryKey, 'lines' | 'laws'> => ({
  lines: lines.map((checked, index): CountryKey['lines'][number] => ({
    id: `line-${index}`, kind: 'child', name: 'L', messages: [], free: 'yes', languages: [], anonymous: 'yes', national: true, sources: [{ title: 'S', date: checked }], confidence: 'high', checked, expires: '2027-01-01',
  })),
  laws: laws.map((checked, index): CountryKey['laws'][number] => ({ id: `law-${index}`, name: 'N', year: '2000', binds: ['everyone'], sources: [{ title: 'S', date: checked }], confidence: 'high', checked })),
});

describe('oldestChecked', () => {
  it('is the oldest date of lines and laws', () => {
    expect(oldestChecked(pack(['2025-03-01', '2024-12'], ['2025']))).toBe('2024-12');
    expect(oldestChecked(pack(['2025-03-01'], ['2019-05-05']))).toBe('2019-05-05');
  });

  it('takes a bare year for older than a day in it', () => {
    expect(oldestChecked(pack(['2024-01-01', '2024'], []))).toBe('2024');
  });
});
