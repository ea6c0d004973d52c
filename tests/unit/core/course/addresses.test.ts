import { describe, expect, it } from 'vitest';
import { address, basePath } from '../../../../src/core/course/addresses.ts';

describe('basePath', () => {
  it('takes a path as operators write it', () => {
    for (const given of ['training', '/training', 'training/', '/training/', '//training//']) expect(basePath(given), given).toBe('/training/');
    expect(basePath('staff/training')).toBe('/staff/training/');
  });

  it('is the top of the host where nothing is said', () => {
    for (const given of [undefined, '', '/', '//']) expect(basePath(given)).toBe('/');
  });

  it('fits what addresses are built from', () => {
    expect(address(basePath('training'), 'en', 'hotel', 'quiz')).toBe('/training/en/hotel/quiz/');
  });
});
