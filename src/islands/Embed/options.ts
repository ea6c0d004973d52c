/** What whoever embeds a course may choose: in the address of the site's embed, in the configuration of a package. */
import { checkBrandColour } from '../../core/package/contrast.ts';
import type { PackageConfig } from '../../core/package/config.ts';
import { packageFor, type RolloutFile } from '../../core/rollout/package-options.ts';
import { textIn } from '../../core/rollout/terms.ts';

export interface Options extends Partial<Pick<PackageConfig, 'country' | 'brand' | 'passMark' | 'contact' | 'rollout' | 'phase' | 'terms' | 'ownPage'>>, Pick<PackageConfig, 'certificate' | 'picker'> {
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

/** With what the rollout says and the address does not. A course that is no part of the rollout goes without. */
export function withRollout(options: Options, file: RolloutFile, course: string, locale: string): Options {
  const of = packageFor(file, course);
  if (!of) return options;
  const { name = '', ...colours } = options.brand ?? {};
  const { name: contact, phone, email, text = {} } = of.contact ?? {};
  const words = typeof text === 'string' ? text : textIn(text, locale)?.text;
  const ownPage = of.ownPage?.[locale] ?? Object.values(of.ownPage ?? {})[0];
  return {
    ...(of.country && { country: of.country }),
    ...(of.passMark !== undefined && { passMark: of.passMark }),
    ...(contact && words && { contact: { name: contact, text: words, ...(phone && { phone }), ...(email && { email }) } }),
    ...(of.terms && { terms: of.terms }),
    ...(ownPage && { ownPage }),
    ...options,
    brand: {
      name: name || (of.brandName ?? ''),
      ...(file.logo && { logo: `data:image/svg+xml,${encodeURIComponent(file.logo)}` }),
      ...(of.colour && { colour: of.colour }),
      ...(of.colourDark && { colourDark: of.colourDark }),
      ...colours,
    },
  };
}
