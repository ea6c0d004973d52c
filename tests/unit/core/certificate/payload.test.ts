import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDays, daysOfDate } from '../../../../src/core/certificate/calendar-date.ts';
import { certificateId, certificateIdToBytes, readCertificateId } from '../../../../src/core/certificate/certificate-id.ts';
import { fitName, nameBytes } from '../../../../src/core/certificate/certificate-name.ts';
import { decodeCertificate, encodeCertificate, type Certificate } from '../../../../src/core/certificate/payload.ts';
import { crc32 } from '../../../../src/core/progress/crc32.ts';

const certificate: Certificate = {
  id: '7Q2M-0XKD-94TZ-BWN1',
  course: 'drivers',
  courseVersion: 3,
  percent: 87,
  minutes: 74,
  date: '2026-11-22',
  validUntil: '2028-11-22',
  locale: 'pt-BR',
  rollout: 'bangkok-taxis',
  phase: 'autumn',
  name: 'สมชาย ใจดี',
};
// Pinned: printed certificates carry this text for years. A change of the layout is a new version, which reads this one too.
const printed = 'F1.AT3FQHZtSTX18qEAA1cASgnVDLAHZHJpdmVycwVwdC1CUg1iYW5na29rLXRheGlzBmF1dHVtbhzguKrguKHguIrguLLguKIg4LmD4LiI4LiU4Li1AACf-PP0';

const id = fc.uint8Array({ minLength: 10, maxLength: 10 }).map((bytes) => certificateId(bytes));
const authored = fc.constantFrom('drivers', 'hotel-front-desk', 'online-moderators', 'm2');
const date = fc.integer({ min: 0, max: 65535 }).map((days) => dateOfDays(daysOfDate('2020-01-01') + days));
const name = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constantFrom('Ana', 'नेहा शर्मा', 'Nguyễn')).map(fitName);
const arbitrary: fc.Arbitrary<Certificate> = fc
  .record({
    id,
    course: authored,
    courseVersion: fc.integer({ min: 0, max: 65535 }),
    percent: fc.integer({ min: 0, max: 100 }),
    minutes: fc.integer({ min: 0, max: 65535 }),
    date,
    validUntil: date,
    locale: fc.constantFrom('en', 'pt-BR', 'fil', 'th'),
    rollout: fc.oneof(fc.constant(''), authored),
    phase: fc.oneof(fc.constant(''), authored),
    name,
    signature: fc.option(fc.record({ key: fc.constantFrom('key-2026', 'k'), value: fc.constantFrom('AAEC', 'c2lnbmF0dXJl', 'A'.repeat(86)) }), { nil: undefined }),
  })
  .map(({ signature, ...rest }) => ({ ...rest, ...(signature && { signature }) }));

describe('decodeCertificate', () => {
  it('gives back every certificate that was encoded', () => {
    fc.assert(
      fc.property(arbitrary, (any) => {
        expect(decodeCertificate(encodeCertificate(any))).toEqual({ ok: true, certificate: any });
      }),
    );
  });

  it('reads a certificate that was printed by the first version', () => {
    expect(encodeCertificate(certificate)).toBe(printed);
    expect(decodeCertificate(printed)).toEqual({ ok: true, certificate });
  });

  it('finds the text in a link, in a message, and across broken lines', () => {
    const text = encodeCertificate(certificate);
    const inputs = [
      `https://farol.example/en/certificates/#${text}`,
      `Dear Ana, my certificate: ${text}. Thanks!`,
      `  ${text}\n`,
      text.replace(/.{40}/g, '$&\r\n  '),
      `${text.replace(/.{40}/g, '$&\n')}\nregards Ana`,
      text.replace(/.{10}/g, '$&\u00ad'),
    ];
    for (const input of inputs) expect(decodeCertificate(input)).toEqual({ ok: true, certificate });
  });

  it('notices every single changed, lost or added letter', () => {
    // Three lengths, since base64 leaves two, four or no spare bits at the end.
    for (const text of ['A', 'An', 'Ana'].map((name) => encodeCertificate({ ...certificate, name }))) {
      for (let at = 3; at < text.length; at++) {
        const other = String.fromCharCode(text.charCodeAt(at) + (/[9Zz_-]/.test(text[at]!) ? -1 : 1)).replace(/[^\w-]/, 'x');
        expect(decodeCertificate(text.slice(0, at) + other + text.slice(at + 1))).toEqual({ ok: false, reason: 'damaged' });
        expect(decodeCertificate(text.slice(0, at) + text.slice(at + 1))).toEqual({ ok: false, reason: 'damaged' });
        expect(decodeCertificate(text.slice(0, at) + other + text.slice(at))).toEqual({ ok: false, reason: 'damaged' });
      }
    }
  });

  it('never takes random bytes for a certificate, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => !decodeCertificate(`F1.${Buffer.from(bytes).toString('base64url')}`).ok),
      { numRuns: 1000 },
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !decodeCertificate(text).ok && !decodeCertificate(`F1.${text}`).ok));
  });

  it('tells apart what it was given', () => {
    const reason = (input: string) => {
      const decoded = decodeCertificate(input);
      return decoded.ok ? 'ok' : decoded.reason;
    };
    for (const other of ['', 'hello', 'https://farol.example/', 'F1', 'F1.', 'f1.abc', 'xF1.abc', 'a lens of F2.8', '7Q2M-0XKD-94TZ-BWN1']) expect(reason(other)).toBe('not-a-certificate');
    expect(reason(`F2.${'A'.repeat(100)}`)).toBe('newer-format');
    expect(reason(`F1.${'A'.repeat(100)}`)).toBe('damaged');
    expect(reason('F1.abc')).toBe('damaged');
    expect(reason(`F1.${'A'.repeat(1001)}`)).toBe('too-long');
    expect(reason('x'.repeat(100_000))).toBe('not-a-certificate');
  });

  it('refuses fields that no certificate has, though the checksum is right', () => {
    for (const odd of [{ course: 'Not An Id' }, { course: '' }, { locale: 'javascript:' }, { rollout: '../x' }, { phase: 'a b' }]) {
      expect(decodeCertificate(encodeCertificate({ ...certificate, ...odd }))).toEqual({ ok: false, reason: 'damaged' });
    }
    const body = [...Buffer.from(printed.slice(3), 'base64url').subarray(0, -4)];
    const sealed = (bytes: readonly number[]) => {
      const checksum = Buffer.alloc(4);
      checksum.writeUInt32BE(crc32(bytes));
      return decodeCertificate(`F1.${Buffer.concat([Buffer.from(bytes), checksum]).toString('base64url')}`);
    };
    const noName = body.slice(0, -3 - Buffer.byteLength(certificate.name));
    expect(sealed(body)).toEqual({ ok: true, certificate });
    expect(sealed([...body, 0])).toEqual({ ok: false, reason: 'damaged' });
    expect(sealed(body.slice(0, -1))).toEqual({ ok: false, reason: 'damaged' });
    expect(sealed([2, ...body.slice(1)])).toEqual({ ok: false, reason: 'damaged' });
    for (const name of [' Ana', 'Ana\u202e', 'x'.repeat(121)]) {
      expect(sealed([...noName, Buffer.byteLength(name), ...Buffer.from(name), 0, 0])).toEqual({ ok: false, reason: 'damaged' });
    }
    expect(sealed([...noName, 1, 0xff, 0, 0])).toEqual({ ok: false, reason: 'damaged' });
    expect(sealed([...noName, 3, 65, 110, 97, 0, 0])).toEqual({ ok: true, certificate: { ...certificate, name: 'Ana' } });
  });
});

describe('encodeCertificate', () => {
  it('fits into 250 characters with a name of 60 bytes and long ids', () => {
    const long = { ...certificate, course: 'online-moderators', rollout: 'hotel-chain-brazil-north', phase: 'second-half', name: 'न'.repeat(20) };
    expect(encodeCertificate(long).length).toBeLessThanOrEqual(250);
    expect(encodeCertificate(certificate)).toMatch(/^F1\.[A-Za-z0-9_-]+$/);
  });

  it('says what cannot be encoded', () => {
    expect(() => encodeCertificate({ ...certificate, id: 'nonsense' })).toThrow('"nonsense" is no certificate id.');
    expect(() => encodeCertificate({ ...certificate, date: '1999-01-01' })).toThrow('The date of a certificate does not fit');
    expect(() => encodeCertificate({ ...certificate, course: 'x'.repeat(65) })).toThrow('65 bytes long; 64 fit');
  });

  it('brings percent and minutes into their range', () => {
    const decoded = decodeCertificate(encodeCertificate({ ...certificate, percent: 87.9, minutes: 1e9 }));
    expect(decoded).toMatchObject({ ok: true, certificate: { percent: 87, minutes: 65535 } });
  });
});

describe('certificateId', () => {
  it('prints ten bytes as four groups, and reads them back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        const printedId = certificateId(bytes);
        expect(printedId).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
        expect(certificateIdToBytes(printedId)).toEqual([...bytes]);
      }),
    );
    expect(() => certificateId([1, 2])).toThrow('made of 10 bytes, not of 2');
  });

  it('is read from what people type', () => {
    for (const typed of ['7Q2M-0XKD-94TZ-BWN1', '7q2m oxkd 94tz bwnl', ' 7Q2M–0XKD–94TZ–BWNi', '7q2m0xkd94tzbwn1']) expect(readCertificateId(typed)).toBe('7Q2M-0XKD-94TZ-BWN1');
    for (const typed of ['', '7Q2M-0XKD-94TZ', '7Q2M-0XKD-94TZ-BWNU', '7Q2M-0XKD-94TZ-BWN1-2']) expect(readCertificateId(typed)).toBeNull();
  });
});

describe('fitName', () => {
  it('leaves a name that fits as it was typed, but for surplus spaces', () => {
    for (const typed of ['Ana Souza', 'สมชาย ใจดี', 'क्षितिज', "O'Neill-Peña", 'ක්‍රිස්']) expect(fitName(`  ${typed.replace(' ', '   ')} `)).toBe(typed.normalize('NFC'));
  });

  it('cuts a long name between letters, never inside one', () => {
    expect(fitName('น้ำ'.repeat(30))).toBe('น้ำ'.repeat(13));
    expect(fitName('👩‍👩‍👧‍👦'.repeat(9))).toBe('👩‍👩‍👧‍👦'.repeat(4));
  });

  it('keeps within its bytes, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 })), (typed) => {
        const fitted = fitName(typed);
        expect(new TextEncoder().encode(fitted).length).toBeLessThanOrEqual(nameBytes);
        expect(fitName(fitted)).toBe(fitted);
      }),
    );
  });

  it('leaves out characters that could turn the text around it', () => {
    expect(fitName('Ana\u202e\u2066\u0007\nSouza\u0000')).toBe('Ana Souza');
  });

  it('cuts between letters also where the browser cannot tell letters', () => {
    const { Segmenter } = Intl;
    try {
      Object.defineProperty(Intl, 'Segmenter', { value: undefined, configurable: true, writable: true });
      expect(fitName('น้ำ'.repeat(30))).toBe('น้ำ'.repeat(13));
      expect(fitName('ง่'.repeat(21))).toBe('ง่'.repeat(20));
      expect(fitName('Ana')).toBe('Ana');
    } finally {
      Object.defineProperty(Intl, 'Segmenter', { value: Segmenter, configurable: true, writable: true });
    }
  });
});
