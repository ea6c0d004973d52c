import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeLock, opensLock, readLockCode } from '../../../../src/core/progress/lock.ts';

describe('readLockCode', () => {
  it('takes four digits, of any keyboard of our languages', () => {
    for (const typed of ['1947', ' 1947 ', '१९४७', '১৯৪৭', '๑๙๔๗', '١٩٤٧', '1९4৭']) expect(readLockCode(typed)).toBe('1947');
  });

  it('takes nothing else', () => {
    for (const typed of ['', '194', '19477', '19 47', 'abcd', '19４7', '-194']) expect(readLockCode(typed)).toBeNull();
  });
});

describe('opensLock', () => {
  it('opens with its code, and with no other', () => {
    const lock = makeLock('1947', 'salt');
    expect(opensLock(lock, '1947')).toBe(true);
    expect(opensLock(lock, '๑๙๔๗')).toBe(true);
    for (const other of ['1946', '7491', '0000', '', '19477']) expect(opensLock(lock, other)).toBe(false);
  });

  it('gives equal codes unequal locks, and no two codes the same lock', () => {
    expect(makeLock('1947', 'a').hash).not.toBe(makeLock('1947', 'b').hash);
    const hashes = Array.from({ length: 300 }, (_, code) => makeLock(String(code * 33).padStart(4, '0'), 'salt').hash);
    expect(new Set(hashes).size).toBe(300);
  });

  it('does not hold the code in readable form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (number) => {
        const code = String(number).padStart(4, '0');
        const { hash } = makeLock(code, 'x');
        expect(hash).toMatch(/^[0-9a-f]{16}$/);
        expect(opensLock(makeLock(code, 'x'), code)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
