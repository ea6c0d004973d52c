import { describe, expect, it } from 'vitest';
import { problemsWithin } from '../../../../src/tools/check/within.ts';
import { runCheck } from '../../../../src/tools/check/run.ts';
import { contentOf } from '../../../../src/tools/content/load-content.ts';
import { broken, today } from './fixtures.ts';

const content = contentOf(broken('low-confidence').files);
const problems = runCheck(content, { today });
const filesWithin = (...names: string[]): string[] => {
  const narrowed = problemsWithin(content, problems, names);
  return narrowed.ok ? narrowed.problems.map((problem) => problem.file) : [narrowed.wrong];
};

describe('problemsWithin', () => {
  it('gives everything when nothing is named', () => {
    expect(filesWithin()).toHaveLength(3);
  });

  it.each(['found-item', 'modules/found-item', 'content/modules/found-item/', './content/modules/found-item'])('takes %s for the module', (name) => {
    expect(filesWithin(name)).toEqual(['modules/found-item/module.yaml']);
  });

  it('takes a country and a whole folder together', () => {
    expect(filesWithin('AQ', 'modules')).toHaveLength(3);
  });

  it('gives nothing for a sound module', () => {
    expect(filesWithin('hand-over')).toEqual([]);
  });

  it('names the nearest module for an unknown one', () => {
    expect(problemsWithin(content, problems, ['found-itme'])).toEqual({ ok: false, wrong: 'found-itme', write: '"found-item"' });
  });
});
