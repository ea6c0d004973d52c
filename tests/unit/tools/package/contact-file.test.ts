import { describe, expect, it } from 'vitest';
import { readContact } from '../../../../src/tools/package/contact-file.ts';

describe('readContact', () => {
  it('reads one text for all languages, or one for each', () => {
    expect(readContact('name: Ana\nphone: "12 34"\ntext: Tell her.\n')).toEqual({ ok: true, contact: { name: 'Ana', phone: '12 34', text: 'Tell her.' } });
    expect(readContact('name: Ana\ntext:\n  en: Tell her.\n  th: บอกเธอ\n')).toEqual({ ok: true, contact: { name: 'Ana', text: { en: 'Tell her.', th: 'บอกเธอ' } } });
  });

  it.each([
    ['a list', '- Ana', /the file/],
    ['nothing', '', /the file/],
    ['a phone number without quotes', 'name: Ana\ntext: Tell her.\nphone: 1234', /^phone: /],
    ['a field that nobody reads', 'name: Ana\ntext: Tell her.\nfax: "1"', /fax/],
    ['what is no YAML', 'name: [Ana', /./],
  ])('says what is wrong with %s', (_, text, what) => {
    expect(readContact(text)).toEqual({ ok: false, what: expect.stringMatching(what) });
  });
});
