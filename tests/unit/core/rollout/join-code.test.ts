import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinCode, readJoinCode } from '../../../../src/core/rollout/join-code.ts';

describe('joinCode', () => {
  it('never changes: it is printed on walls', () => {
    expect([joinCode('carona-clara', 'pilot'), joinCode('carona-clara', 'national'), joinCode('tanglaw-bay', 'whole-town')]).toMatchInlineSnapshot(`
      [
        "YNF-HMR",
        "711-JJ7",
        "0NF-7XR",
      ]
    `);
  });

  it('is read back however it was typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (rollout, phase) => {
        const code = joinCode(rollout, phase);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}$/);
        for (const typed of [code, code.toLowerCase(), code.replace('-', ''), code.replace('-', ' – '), code.replaceAll('0', 'o').replaceAll('1', 'l')]) expect(readJoinCode(typed)).toBe(code);
      }),
    );
  });
});

describe('readJoinCode', () => {
  it.each(['', 'ABC', 'ABC-DEFG', 'ABC-DEU', 'ÄBC-DEF', 'https://farol.example/'])('gives null for "%s"', (typed) => {
    expect(readJoinCode(typed)).toBeNull();
  });
});
