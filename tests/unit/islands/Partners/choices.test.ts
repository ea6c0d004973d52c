import { describe, expect, it } from 'vitest';
import { checkOptions } from '../../../../src/core/package/options.ts';
import type { RolloutFile } from '../../../../src/core/rollout/package-options.ts';
import { choicesOf, courseOf, firstChoices, optionsOf } from '../../../../src/islands/Partners/choices.ts';
import { catalog, catalogs } from '../../core/package/small-site.ts';

const terms = { rollout: 'bay', partner: 'Bay', courses: ['driver'], passMark: 85, validMonths: 12, attestation: { en: 'I did it.' } };
const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>';
const options = { course: 'driver', locales: ['en', 'th'], country: 'BR', brandName: 'Bay', colour: '#7a3b0e', colourDark: '#f0b47e', passMark: 85, contact: { name: 'Desk', text: { en: 'Call.', th: 'โทร' } }, rollout: 'bay', terms };
const rollout: RolloutFile = { rollout: 'bay', phases: [], packages: [options], logo };
const here = catalog('en');

describe('choicesOf', () => {
  it('makes the package that the command makes from the same rollout', () => {
    const choices = choicesOf(rollout, firstChoices(here, ['en', 'th']), here);
    const asForm = checkOptions(optionsOf(choices, here, rollout, 'pilot'), catalogs);
    const asCommand = checkOptions({ ...options, logo: new TextEncoder().encode(logo), format: 'scorm12', phase: 'pilot' }, catalogs);
    expect(asForm).toEqual(asCommand);
    expect(asForm).toMatchObject({ ok: true, options: { rollout: 'bay', phase: 'pilot', terms } });
  });

  it('keeps what is entered after it', () => {
    const choices = { ...choicesOf(rollout, firstChoices(here, ['en']), here), brandName: 'House', passMark: '95' };
    expect(checkOptions(optionsOf(choices, here, rollout, ''), catalogs)).toMatchObject({ ok: true, options: { brand: { name: 'House' }, passMark: 95, terms: { passMark: 95 } } });
  });

  it('asks for nothing in a course that is no part of the rollout', () => {
    const elsewhere = { ...rollout, packages: [{ ...options, course: 'hotel' }] };
    expect(optionsOf(firstChoices(here, ['en']), here, elsewhere, '').terms).toBeUndefined();
  });
});

describe('courseOf', () => {
  it('leaves out the modules that the rollout leaves out', () => {
    expect(courseOf('driver', { ...rollout, packages: [{ ...options, modules: ['signs'] }] }, here)).toEqual({ course: 'driver', without: ['report'] });
    expect(courseOf('driver', null, here)).toEqual({ course: 'driver', without: [] });
  });
});
