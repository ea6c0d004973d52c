import { describe, expect, it } from 'vitest';
import { sourceHash } from '../../../../src/core/translation/source-hash.ts';

describe('sourceHash', () => {
  it.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
  ])('is FNV-1a of the standard’s own example "%s"', (text, hash) => {
    expect(sourceHash(text)).toBe(hash);
  });

  it('tells texts of any script apart', () => {
    expect(sourceHash('เด็ก')).not.toBe(sourceHash('เด็ด'));
    expect(sourceHash('เด็ก')).toMatch(/^[0-9a-f]{16}$/);
  });
});
