import { describe, expect, it } from 'vitest';
import { asSent, contractVersion, longestState, readFromCourse, readFromHost, type FromCourse, type FromHost } from '../../../../src/core/embed/messages.ts';

const record = { id: '3c0f1b5e-0b5e-4b5e-8b5e-3c0f1b5e0b5e', actor: {}, verb: { id: 'urn:a' }, object: { id: 'urn:b' }, timestamp: '2026-11-22T08:00:00.000Z' };
const fromCourse: FromCourse[] = [
  { type: 'ready', course: 'hotel', module: '', title: 'Hotel', locale: 'en' },
  { type: 'size', height: 1200 },
  { type: 'view', view: 'quiz', title: 'Quiz', locale: 'pt-BR' },
  { type: 'progress', done: 1, total: 6 },
  { type: 'answered', record },
  { type: 'completed', record },
  { type: 'failed', record },
  { type: 'save', state: 'text' },
  { type: 'exit' },
];
const fromHost: FromHost[] = [
  { type: 'init', saves: true, sizes: true, exits: false, state: null },
  { type: 'init', saves: false, sizes: false, exits: true, state: 'kept' },
  { type: 'restore', state: 'kept' },
  { type: 'saved', ok: false },
  { type: 'focus' },
];

describe('the contract', () => {
  it('reads every message as it was sent', () => {
    for (const message of fromCourse) expect(readFromCourse(asSent(message)), message.type).toEqual(message);
    for (const message of fromHost) expect(readFromHost(asSent(message)), message.type).toEqual(message);
  });

  it('survives the way through postMessage', () => {
    for (const message of fromCourse) expect(readFromCourse(structuredClone(asSent(message)))).toEqual(message);
  });

  it('keeps the two directions apart', () => {
    for (const message of fromCourse) expect(readFromHost(asSent(message)), message.type).toBeNull();
    for (const message of fromHost) expect(readFromCourse(asSent(message)), message.type).toBeNull();
  });

  it('takes nothing but objects of its version and its types', () => {
    const odd: unknown[] = [
      null, undefined, '', 'init', 1, true, [], {}, [{ farol: 1, type: 'focus' }], { type: 'focus' }, { farol: 1 }, { farol: '1', type: 'focus' }, { farol: 2, type: 'focus' }, { farol: 1, type: 'toString' },
      { farol: 1, type: '__proto__' }, { farol: 1, type: ['focus'] }, { farol: 1, type: 'open' }, JSON.stringify(asSent({ type: 'focus' })), () => {},
    ];
    for (const data of odd) {
      expect(readFromHost(data), JSON.stringify(data)).toBeNull();
      expect(readFromCourse(data), JSON.stringify(data)).toBeNull();
    }
  });

  it('asks for every field, and for no other', () => {
    for (const message of [...fromCourse, ...fromHost]) {
      const read = (data: unknown) => readFromCourse(data) ?? readFromHost(data);
      expect(read({ ...asSent(message), more: 1 }), `${message.type} and more`).toBeNull();
      for (const field of Object.keys(message)) {
        const { [field]: _, ...less } = asSent(message) as Record<string, unknown>;
        expect(read(less), `${message.type} without ${field}`).toBeNull();
        for (const wrong of [undefined, {}, [], Symbol.iterator, NaN]) expect(read({ ...asSent(message), [field]: wrong }), `${message.type} with another ${field}`).toBeNull();
      }
    }
  });

  it('takes no field from a prototype', () => {
    const inherited = Object.assign(Object.create({ height: 5 }) as object, { farol: contractVersion, type: 'size', extra: 1 });
    expect(readFromCourse(inherited)).toBeNull();
  });

  it('refuses sizes that are none, and texts beyond all bounds', () => {
    for (const height of [-1, 1.5, Infinity, 1e9, '5']) expect(readFromCourse({ farol: 1, type: 'size', height }), String(height)).toBeNull();
    expect(readFromCourse({ farol: 1, type: 'view', view: 'x'.repeat(301), title: '', locale: '' })).toBeNull();
    expect(readFromHost({ farol: 1, type: 'restore', state: 'x'.repeat(longestState + 1) })).toBeNull();
    expect(readFromHost({ farol: 1, type: 'restore', state: 'x'.repeat(longestState) })).not.toBeNull();
  });

  it('refuses a record that is no statement', () => {
    for (const wrong of [{}, { ...record, verb: 'answered' }, { ...record, object: {} }, { ...record, actor: null }, { ...record, id: 5 }, [record]]) expect(readFromCourse({ farol: 1, type: 'answered', record: wrong })).toBeNull();
  });
});
