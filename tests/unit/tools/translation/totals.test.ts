import { describe, expect, it } from 'vitest';
import { allLocales } from '../../../../src/core/locale/locales.ts';
import { contentOf } from '../../../../src/tools/content/load-content.ts';
import { translationTotals } from '../../../../src/tools/translation/totals.ts';
import { translatedFiles } from '../../../../src/tools/translation/translated-files.ts';
import { minimal, withFiles } from '../check/fixtures.ts';

describe('translationTotals', () => {
  it('counts every language but the source, and names what nobody has reviewed', () => {
    const { hash } = translatedFiles(contentOf(minimal()), 'es').find(({ source }) => source.kind === 'ui')!.source;
    const files = withFiles([['ui/es.json', `{ "@translation": { "source": "${hash}", "state": "reviewed", "reviewedBy": "Ana" }, "lesson.posts": { "text": "Abra." } }`]]);
    const totals = translationTotals(contentOf(files));
    expect(Object.keys(totals)).toEqual(allLocales.slice(1).map(({ tag }) => tag));
    expect(totals['es']!.totals.at(-1)).toEqual({ group: 'all', files: 10, fresh: 1, stale: 0, missing: 9, reviewed: 1 });
    expect(totals['es']!.unreviewed).toHaveLength(9);
    expect(totals['es']!.unreviewed).not.toContain('ui/es.json');
  });
});
