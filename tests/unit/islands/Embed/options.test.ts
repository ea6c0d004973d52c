import { describe, expect, it } from 'vitest';
import type { RolloutFile } from '../../../../src/core/rollout/package-options.ts';
import { optionsIn, withRollout } from '../../../../src/islands/Embed/options.ts';

const terms = { rollout: 'bay', partner: 'Bay', courses: ['hotel'], passMark: 90, validMonths: 12, activeMinutes: 20 };
const file: RolloutFile = {
  rollout: 'bay',
  phases: [],
  packages: [
    {
      course: 'hotel', locales: ['en', 'th'], country: 'PH', brandName: 'Bay', colour: '#7a3b0e', colourDark: '#f0b47e', passMark: 90, rollout: 'bay', terms,
      contact: { name: 'Desk', phone: '12', text: { en: 'Call.', th: 'โทร' } },
      ownPage: { en: { title: 'Ours', text: ['One.'] } },
    },
  ],
  logo: '<svg/>',
};

describe('withRollout', () => {
  it('takes everything from the rollout that the address does not say', () => {
    expect(withRollout(optionsIn('?rollout=bay&phase=pilot'), file, 'hotel', 'th')).toEqual({
      rollout: 'bay', phase: 'pilot', country: 'PH', passMark: 90, terms, certificate: true, picker: true,
      contact: { name: 'Desk', phone: '12', text: 'โทร' },
      ownPage: { title: 'Ours', text: ['One.'] },
      brand: { name: 'Bay', logo: 'data:image/svg+xml,%3Csvg%2F%3E', colour: '#7a3b0e', colourDark: '#f0b47e' },
    });
  });

  it('lets the address say otherwise', () => {
    const options = withRollout(optionsIn('?rollout=bay&country=br&brand=House&colour=%231d4f8c&certificate=no'), file, 'hotel', 'en');
    expect(options).toMatchObject({ country: 'BR', certificate: false, brand: { name: 'House', colour: '#1d4f8c', colourDark: '#f0b47e' } });
  });

  it('leaves a course alone that is no part of the rollout', () => {
    const options = optionsIn('?rollout=bay');
    expect(withRollout(options, file, 'driver', 'en')).toBe(options);
  });
});
