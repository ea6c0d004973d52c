import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { largestLogo } from '../../../../src/core/package/logo.ts';
import { checkOptions, problemReasons, type PackageOptions } from '../../../../src/core/package/options.ts';
import { problemText, problemTexts } from '../../../../src/core/package/problem-text.ts';
import en from '../../../../content/ui/en.json' with { type: 'json' };
import { asked, catalogs, sound } from './small-site.ts';

const problems = (changes: Partial<PackageOptions>) => {
  const checked = checkOptions({ ...asked, ...changes }, catalogs);
  return checked.ok ? [] : checked.problems;
};
const svg = (inside: string) => strToU8(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`);
const png = (bytes: number, side = 64) => {
  const file = new Uint8Array(bytes);
  file.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, side >> 8, side & 255, 0, 0, side >> 8, side & 255]);
  return file;
};

describe('checkOptions', () => {
  it('takes the least that a package needs, and fills in the rest from the course', () => {
    expect(sound()).toEqual({ course: expect.objectContaining({ id: 'driver' }), modules: ['signs', 'report'], locales: ['en'], format: 'scorm12', certificate: true });
  });

  it('puts modules into the order of the course, and leaves the certificate out of a selection', () => {
    expect(sound({ modules: ['report', 'signs'] })).toMatchObject({ modules: ['signs', 'report'], certificate: true });
    expect(sound({ modules: ['report'] })).toMatchObject({ modules: ['report'], certificate: false });
  });

  const wrong: [what: string, Partial<PackageOptions>, reason: string, field: string][] = [
    ['an unknown course', { course: 'pilot' }, 'unknown-course', 'course'],
    ['a course named like a part of every object', { course: 'constructor' }, 'unknown-course', 'course'],
    ['an unknown module', { modules: ['signs', 'nothing'] }, 'unknown-module', 'modules'],
    ['an unknown language', { locales: ['xx'] }, 'unknown-locale', 'locales'],
    ['no language', { locales: [] }, 'no-locale', 'locales'],
    ['an unknown country', { country: 'XX' }, 'unknown-country', 'country'],
    ['an unknown format', { format: 'aicc' }, 'unknown-format', 'format'],
    ['an unknown preset', { preset: 'nowhere' }, 'unknown-preset', 'preset'],
    ['a format that the system does not play', { preset: 'moodle', format: 'cmi5' }, 'preset-format', 'format'],
    ['several languages in one file', { format: 'html', locales: ['en', 'th'] }, 'one-language', 'locales'],
    ['a pass mark of 0', { passMark: 0 }, 'pass-mark', 'passMark'],
    ['a pass mark of 101', { passMark: 101 }, 'pass-mark', 'passMark'],
    ['a pass mark that is no number', { passMark: Number('many') }, 'pass-mark', 'passMark'],
    ['half a percent', { passMark: 80.5 }, 'pass-mark', 'passMark'],
    ['a word for a colour', { colour: 'navy' }, 'colour-shape', 'colour'],
    ['a pale colour by day', { colour: '#ffd54f' }, 'colour-contrast', 'colour'],
    ['a deep colour by dark', { colourDark: '#12294a' }, 'colour-contrast', 'colourDark'],
    ['a brand name like a sentence', { brandName: 'x'.repeat(61) }, 'brand-name', 'brandName'],
    ['a logo that is neither PNG nor SVG', { logo: strToU8('GIF89a…………………………') }, 'logo-kind', 'logo'],
    ['a web page for a logo', { logo: strToU8('<!DOCTYPE html><html><script>1</script></html>') }, 'logo-kind', 'logo'],
    ['a large PNG', { logo: png(largestLogo + 1) }, 'logo-too-large', 'logo'],
    ['a wide PNG', { logo: png(200, 2000) }, 'logo-too-wide', 'logo'],
    ['a huge SVG', { logo: svg(`<path d="${'M0 0'.repeat(60_000)}"/>`) }, 'logo-too-large', 'logo'],
    ['an SVG with nothing but a script in it', { logo: svg('<script>alert(1)</script>') }, 'logo-unsafe', 'logo'],
    ['a contact without a text', { contact: { name: 'Ana' } }, 'contact-incomplete', 'contact.text'],
    ['a contact without a name', { contact: { text: 'Tell Ana.' } }, 'contact-incomplete', 'contact.name'],
    ['a contact with a text in one of two languages', { locales: ['en', 'th'], contact: { name: 'Ana', text: { en: 'Tell Ana.' } } }, 'contact-incomplete', 'contact.text'],
    ['a contact text like a handbook', { contact: { name: 'Ana', text: 'x'.repeat(1501) } }, 'contact-long', 'contact.text'],
    ['a contact text with tags', { contact: { name: 'Ana', text: 'Tell <b>Ana</b>' } }, 'contact-markup', 'contact.text'],
    ['a phone number with words', { contact: { name: 'Ana', text: 'Tell her.', phone: 'ask inside' } }, 'contact-phone', 'contact.phone'],
    ['an email without a host', { contact: { name: 'Ana', text: 'Tell her.', email: 'ana@' } }, 'contact-email', 'contact.email'],
    ['a certificate for a part of a course', { modules: ['report'], certificate: true }, 'certificate-part', 'certificate'],
    ['a rollout with spaces', { rollout: 'Pilot 1' }, 'rollout-id', 'rollout'],
  ];
  it.each(wrong)('refuses %s', (_, changes, reason, field) => {
    expect(problems(changes)).toEqual([expect.objectContaining({ reason, field })]);
  });

  it('has a test for every reason', () => {
    expect([...new Set(wrong.map(([, , reason]) => reason))].sort()).toEqual([...problemReasons].sort());
  });

  it('says all that is wrong at once', () => {
    expect(problems({ course: 'pilot', country: 'XX', passMark: 0, colour: 'x' }).map(({ field }) => field)).toEqual(['course', 'country', 'passMark', 'colour']);
  });

  it('has a sentence for every reason, and fills all of it', () => {
    expect(problemTexts.filter((key) => !(key in en))).toEqual([]);
    for (const [, changes] of wrong) {
      for (const problem of problems(changes)) {
        const { key, values } = problemText(problem);
        const open = [...en[key].text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).filter((name) => !(name! in values));
        expect(open, key).toEqual([]);
      }
    }
  });

  it('gives every language the one text of a contact, and forgets an empty form', () => {
    expect(sound({ locales: ['en', 'th'], contact: { name: ' Ana ', phone: '', text: 'Tell Ana.\r\n\r\nThen write.' } }).contact).toEqual({ name: 'Ana', text: { en: 'Tell Ana.\n\nThen write.', th: 'Tell Ana.\n\nThen write.' } });
    expect(sound({ contact: { name: ' ', phone: '', email: '', text: '' } }).contact).toBeUndefined();
  });

  it('takes colours in the short form and without their sign', () => {
    expect(sound({ colour: '046' }).brand).toEqual({ name: '', colour: '#004466' });
  });
});
