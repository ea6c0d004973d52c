import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { brandPairs, checkBrandColour, contrast } from '../../../../src/core/package/contrast.ts';

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});

describe('checkBrandColour', () => {
  it('names the worst pair and proposes a colour of the same tone', () => {
    expect(checkBrandColour('#ff8800', 'light')).toEqual({ ok: false, reason: 'colour-contrast', pair: 'colour-on-page', ratio: 2.2, proposed: expect.stringMatching(/^#[0-9a-f]{6}$/) });
  });

  it('always proposes a colour that passes, for either look', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), fc.constantFrom('light' as const, 'dark' as const), (value, look) => {
        const checked = checkBrandColour(`#${value.toString(16).padStart(6, '0')}`, look);
        return checked.ok || (checked.reason === 'colour-contrast' && checkBrandColour(checked.proposed, look).ok);
      }),
    );
  });

  it('knows the colours of the site', () => {
    const tokens = readFileSync('src/styles/tokens.css', 'utf8');
    const [light = '', dark = ''] = tokens.split('@media (prefers-color-scheme: dark)');
    for (const [look, css] of [['light', light], ['dark', dark]] as const) {
      const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(css)?.[1];
      expect(brandPairs[look].map(({ other }) => other), look).toEqual([token('on-accent'), token('paper')]);
    }
  });
});
