import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idPattern, questionRef } from '../../../../src/core/course/ids.ts';

const ids = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5}){0,2}$/);

describe('idPattern', () => {
  it('takes kebab-case ASCII, and nothing else', () => {
    for (const id of ['a', 'signs', 'front-desk', 'm2', 'route-66-by-night']) expect(idPattern.test(id)).toBe(true);
    for (const id of ['', 'A', '2m', '-a', 'a-', 'a--b', 'a_b', 'a b', 'é', 'a/b', '__proto__', 'a\n']) expect(idPattern.test(id)).toBe(false);
  });
});

describe('questionRef', () => {
  it('joins two ids so that they can be told apart again', () => {
    fc.assert(
      fc.property(ids, ids, (module, question) => {
        expect(questionRef(module, question).split('/')).toEqual([module, question]);
      }),
    );
  });
});
