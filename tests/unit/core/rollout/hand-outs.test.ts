import { describe, expect, it } from 'vitest';
import { elementLine, frameLine, packageCommand } from '../../../../src/core/rollout/hand-outs.ts';
import { packagesOf } from '../../../../src/core/rollout/package-options.ts';
import { rolloutKey, rolloutWords } from '../../../../src/core/rollout/rollout.schema.ts';

const key = rolloutKey.parse({
  id: 'carona-clara',
  country: 'BR',
  languages: ['pt-BR', 'en'],
  courses: [{ id: 'driver' }, { id: 'manager', modules: ['manager-case', 'report'] }],
  brand: { colour: '#0b6e5f', colourDark: '#6fd3c0' },
  contact: { phone: '+55 11 5550 0100' },
  passMark: 80,
  validMonths: 12,
  phases: [{ id: 'pilot', from: '2027-02-01', places: ['coast'], learners: { count: 10, source: 'plan', date: '2026' } }],
  sources: [{ id: 'plan', title: 'Plan', by: 'Carona', date: '2026', confidence: 'high' }],
});
const words = (text: string) => rolloutWords.parse({ partner: 'Carona Clara', title: 'T', welcome: 'W', phases: { pilot: 'P' }, places: { coast: 'C' }, contact: { name: 'Central', text } });
const [driver, manager] = packagesOf(key, new Map([['pt-BR', words('Ligue.')], ['en', words('Call.')]]));

describe('packagesOf', () => {
  it('gives the options of a package for each course, with the contact in every language', () => {
    expect(driver).toEqual({
      course: 'driver', locales: ['pt-BR', 'en'], country: 'BR', brandName: 'Carona Clara', colour: '#0b6e5f', colourDark: '#6fd3c0', passMark: 80, rollout: 'carona-clara',
      contact: { name: 'Central', phone: '+55 11 5550 0100', text: { 'pt-BR': 'Ligue.', en: 'Call.' } },
      terms: { rollout: 'carona-clara', partner: 'Carona Clara', courses: ['driver', 'manager'], passMark: 80, validMonths: 12 },
    });
    expect(manager).toMatchObject({ course: 'manager', modules: ['manager-case', 'report'] });
  });
});

describe('packageCommand', () => {
  it('names the rollout, which knows the rest', () => {
    expect(packageCommand('carona-clara', 'pilot', 'manager', 'scorm12')).toBe('npm run package -- --course manager --format scorm12 --rollout carona-clara --phase pilot');
  });
});

describe('frameLine', () => {
  it('holds any address and title as attributes', () => {
    expect(frameLine('https://farol.example/embed/en/driver/?country=BR&phase=pilot', 'Drivers & "transport"')).toBe(
      '<iframe src="https://farol.example/embed/en/driver/?country=BR&amp;phase=pilot" title="Drivers &amp; &quot;transport&quot;" width="100%" height="720" allow="clipboard-write; web-share; fullscreen"></iframe>',
    );
  });
});

describe('elementLine', () => {
  it('is the script of the site and the element with its options', () => {
    expect(elementLine('https://farol.example/', { course: 'driver', locale: 'en', brand: 'A & "B"' })).toBe(
      '<script src="https://farol.example/farol-course.js"></script>\n<farol-course course="driver" locale="en" brand="A &amp; &quot;B&quot;"></farol-course>',
    );
  });
});
