import { describe, expect, it } from 'vitest';
import { withStamp } from '../../../../src/tools/translation/stamp-file.ts';

const draft = { source: 'abc', state: 'draft' } as const;
const reviewed = { source: 'abc', state: 'reviewed', reviewedBy: 'Ana "Ani" Sá' } as const;

describe('withStamp', () => {
  it.each([
    ['words', 'title: T\n', 'source: "abc"\nstate: draft\ntitle: T\n'],
    ['glossary', 'terms:\n  - id: a\n    state: no key of the file\n', 'source: "abc"\nstate: draft\nterms:\n  - id: a\n    state: no key of the file\n'],
    ['lesson', '<Support />\n', '---\nsource: "abc"\nstate: draft\n---\n\n<Support />\n'],
    ['notes', '---\nsource: "x"\n---\n## A\n', '---\nsource: "abc"\nstate: draft\n---\n\n## A\n'],
    ['ui', '{\n  "a": { "text": "A" }\n}\n', '{\n  "@translation": { "source": "abc", "state": "draft" },\n  "a": { "text": "A" }\n}\n'],
    ['ui', '{}\n', '{\n  "@translation": { "source": "abc", "state": "draft" }\n}\n'],
  ] as const)('stamps %s without touching the rest', (kind, text, expected) => {
    expect(withStamp(kind, text, draft)).toBe(expected);
  });

  it.each([
    ['words', 'title: T\n'],
    ['lesson', 'Text.\n'],
    ['notes', '## A\n'],
    ['ui', '{\n  "a": { "text": "A" }\n}\n'],
  ] as const)('replaces an older stamp of %s', (kind, text) => {
    expect(withStamp(kind, withStamp(kind, text, reviewed), draft)).toBe(withStamp(kind, text, draft));
    expect(withStamp(kind, withStamp(kind, text, draft), draft)).toBe(withStamp(kind, text, draft));
  });

  it('writes names that need quotes', () => {
    expect(withStamp('words', 'title: T\n', reviewed)).toBe('source: "abc"\nstate: reviewed\nreviewedBy: "Ana \\"Ani\\" Sá"\ntitle: T\n');
  });
});
