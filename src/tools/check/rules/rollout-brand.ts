import { checkBrandColour } from '../../../core/package/contrast.ts';
import { checkLogo } from '../../../core/package/logo.ts';
import { encodeUtf8 } from '../../../core/progress/utf8.ts';
import type { Rule } from '../rule.ts';

const logoWords = {
  'logo-too-large': 'the logo is too large',
  'logo-too-wide': 'the logo is too large',
  'logo-kind': 'the logo is no SVG',
  'logo-unsafe': 'the logo cannot be read as a drawing',
};

/** The colours of a partner can be read by day and by night, and its logo is a drawing: no program, nothing fetched from elsewhere, small enough for a phone. */
export const rolloutBrand: Rule = {
  name: 'rollout-brand',
  *check({ rollouts }) {
    for (const { key, logo } of rollouts) {
      for (const [name, look] of [['colour', 'light'], ['colourDark', 'dark']] as const) {
        const checked = key?.value && checkBrandColour(key.value.brand[name], look);
        if (!checked || checked.ok || checked.reason === 'colour-shape') continue;
        const where = checked.pair === 'text-on-colour' ? 'text on it' : 'it on the page';
        yield { file: key.file, line: key.lineOf(['brand', name]), what: `${name} is ${key.value!.brand[name]}: ${where} has a contrast of ${checked.ratio}:1, 4.5:1 is needed`, write: `${name}: "${checked.proposed}"` };
      }
      if (!logo) continue;
      const at = { file: logo.file, line: 1 };
      const checked = checkLogo(Uint8Array.from(encodeUtf8(logo.text)));
      if (!checked.ok) yield { ...at, what: logoWords[checked.reason], write: 'a plain SVG of at most 40 kB' };
      // A package cleans what a partner brings; what stands in the content is clean, so that every use of it is.
      else if (/<script|<foreignObject|<style|\son\w+\s*=|javascript:|(?:href|src)\s*=\s*["'](?!#)|url\((?!#)/i.test(logo.text)) yield { ...at, what: 'the logo holds a program, a style sheet or something from elsewhere', write: 'shapes and colours only' };
    }
  },
};
