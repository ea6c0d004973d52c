/** What whoever embeds a course may choose: in the address of the site's embed, in the configuration of a package. */
import { checkBrandColour } from '../../core/package/contrast.ts';
import type { PackageConfig } from '../../core/package/config.ts';

export interface Options extends Partial<Pick<PackageConfig, 'country' | 'brand' | 'passMark' | 'contact' | 'rollout' | 'phase'>>, Pick<PackageConfig, 'certificate' | 'picker'> {
  /** Id of the view that opens first. */
  start?: string;
}

const isId = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
const longestName = 60;

/** What is missing or makes no sense is as if it were not there: a learner must not pay for a slip in an address. */
export function optionsIn(search: string): Options {
  const asked = new URLSearchParams(search);
  const text = (name: string): string => asked.get(name)?.trim() ?? '';
  const id = (name: string): object => (isId(text(name)) ? { [name]: text(name) } : {});
  const country = text('country').toUpperCase();
  const colour = checkBrandColour(text('colour'), 'light');
  const colourDark = checkBrandColour(text('colour-dark'), 'dark');
  return {
    ...(/^[A-Z]{2}$/.test(country) && { country }),
    ...id('start'),
    ...id('rollout'),
    ...id('phase'),
    brand: { name: text('brand').slice(0, longestName), ...(colour.ok && { colour: colour.colour }), ...(colourDark.ok && { colourDark: colourDark.colour }) },
    certificate: text('certificate') !== 'no',
    picker: text('picker') !== 'no',
  };
}
