import { describe, expect, it } from 'vitest';
import { acceptedStamp, fileStatus, percent, summary } from '../../../../src/core/translation/status.ts';

describe('fileStatus', () => {
  it('is fresh for the source of today, stale for another or none, missing without a file', () => {
    const freshness = (stamp: { source?: string } | undefined) => fileStatus('f', 'ui', 'now', stamp).freshness;
    expect([freshness({ source: 'now' }), freshness({ source: 'then' }), freshness({}), freshness(undefined)]).toEqual(['fresh', 'stale', 'stale', 'missing']);
  });

  it('counts a review only for the source that was reviewed', () => {
    expect(fileStatus('f', 'ui', 'now', { source: 'now', state: 'reviewed', reviewedBy: 'Ana' })).toEqual({ file: 'f', group: 'ui', freshness: 'fresh', reviewed: true, reviewedBy: 'Ana' });
    expect(fileStatus('f', 'ui', 'now', { source: 'then', state: 'reviewed', reviewedBy: 'Ana' })).toEqual({ file: 'f', group: 'ui', freshness: 'stale', reviewed: false });
  });
});

describe('summary', () => {
  it('counts by group, and all at the end', () => {
    const files = [fileStatus('a', 'ui', 'x', { source: 'x' }), fileStatus('b', 'modules', 'x', {}), fileStatus('c', 'modules', 'x', undefined)];
    expect(summary(files)).toEqual([
      { group: 'modules', files: 2, fresh: 0, stale: 1, missing: 1, reviewed: 0 },
      { group: 'ui', files: 1, fresh: 1, stale: 0, missing: 0, reviewed: 0 },
      { group: 'all', files: 3, fresh: 1, stale: 1, missing: 1, reviewed: 0 },
    ]);
  });
});

describe('percent', () => {
  it.each([[0, 0, 0], [0, 9, 0], [1, 1000, 1], [999, 1000, 99], [1, 3, 33], [5, 5, 100]])('%i of %i is %i', (part, whole, expected) => {
    expect(percent(part, whole)).toBe(expected);
  });
});

describe('acceptedStamp', () => {
  it('keeps a review while the source is the same', () => {
    const reviewed = { source: 'now', state: 'reviewed', reviewedBy: 'Ana' } as const;
    expect(acceptedStamp('now', reviewed)).toEqual(reviewed);
    expect(acceptedStamp('later', reviewed)).toEqual({ source: 'later', state: 'draft' });
    expect(acceptedStamp('now', undefined)).toEqual({ source: 'now', state: 'draft' });
  });
});
