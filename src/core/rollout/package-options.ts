/** What the packages of a rollout are to hold, for whoever builds them: the page for partners, the command line, the coordinator's page. */
import type { PackageOptions } from '../package/options.ts';
import type { RolloutKey, RolloutWords } from './rollout.schema.ts';

/** Options of one package; its format, and the phase it is for, are the coordinator's choice. */
export type RolloutPackage = Omit<PackageOptions, 'format' | 'logo' | 'phase'>;

/** One entry for each course of the rollout. `words` by language, as for `termsOf`. */
export function packagesOf(key: RolloutKey, words: ReadonlyMap<string, RolloutWords>): RolloutPackage[] {
  const [first] = words.values();
  const contact = key.contact && {
    name: first?.contact?.name,
    ...key.contact,
    text: Object.fromEntries([...words].map(([locale, of]) => [locale, of.contact?.text ?? ''])),
  };
  return key.courses.map(({ id, modules }) => ({
    course: id,
    ...(modules && { modules }),
    locales: key.languages,
    country: key.country,
    brandName: first?.partner,
    colour: key.brand.colour,
    colourDark: key.brand.colourDark,
    passMark: key.passMark,
    ...(contact && { contact }),
    rollout: key.id,
  }));
}
