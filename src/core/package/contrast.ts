/** Colours of a brand: whether text can be read on them, and which near colour would do. WCAG 2.2, 1.4.3: 4.5:1. */

export interface ColourPair {
  id: 'text-on-colour' | 'colour-on-page';
  /** The colour of the site that the brand's meets: text of a button, ground of a page (styles/tokens.css). */
  other: string;
}

const leastContrast = 4.5;

/** What a brand colour meets: `--on-accent` upon it, and `--paper` below it, in the light and in the dark look. */
export const brandPairs: Record<'light' | 'dark', readonly ColourPair[]> = {
  light: [{ id: 'text-on-colour', other: '#fffaf0' }, { id: 'colour-on-page', other: '#fbf7ef' }],
  dark: [{ id: 'text-on-colour', other: '#14233b' }, { id: 'colour-on-page', other: '#0c1a30' }],
};

export type BrandColour =
  | { ok: true; /** `#rrggbb`, lower case. */ colour: string }
  | { ok: false; reason: 'colour-shape' }
  /** `ratio` is that of the worst pair; `proposed` is the nearest colour of the same tone with which all pairs can be read. */
  | { ok: false; reason: 'colour-contrast'; pair: ColourPair['id']; ratio: number; proposed: string };

/** @param text `#rgb` or `#rrggbb`, the sign may be missing */
export function checkBrandColour(text: string, look: 'light' | 'dark'): BrandColour {
  const colour = parseHex(text);
  if (!colour) return { ok: false, reason: 'colour-shape' };
  const [worst] = brandPairs[look].map(({ id, other }) => ({ id, ratio: contrast(colour, other) })).sort((a, b) => a.ratio - b.ratio);
  if (worst!.ratio >= leastContrast) return { ok: true, colour };
  return { ok: false, reason: 'colour-contrast', pair: worst!.id, ratio: Math.floor(worst!.ratio * 10) / 10, proposed: nearestReadable(colour, look) };
}

/** Contrast of two `#rrggbb`, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Darker step by step for the light look, lighter for the dark one: the tone stays, and black or white always passes. */
function nearestReadable(colour: string, look: 'light' | 'dark'): string {
  const end = look === 'light' ? 0 : 255;
  for (let step = 1; step < 200; step++) {
    const nearer = hexOf(channels(colour).map((channel) => Math.round(channel + ((end - channel) * step) / 200)));
    if (brandPairs[look].every(({ other }) => contrast(nearer, other) >= leastContrast)) return nearer;
  }
  return hexOf([end, end, end]);
}

function parseHex(text: string): string | null {
  const [, hex = ''] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim()) ?? [];
  if (!hex) return null;
  return `#${hex.length === 3 ? hex.replace(/./g, '$&$&') : hex}`.toLowerCase();
}

const channels = (hex: string): number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const hexOf = (values: readonly number[]): string => `#${values.map((value) => value.toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map((channel) => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
