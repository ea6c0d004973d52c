/** What the packages and embeds of a rollout are to hold, for whoever makes them: the page for partners, the command line, the embed of the site. */
import type { PackageOptions } from '../package/options.ts';
import { isRecord } from '../progress/event-shape.ts';
import type { RolloutKey, RolloutWords } from './rollout.schema.ts';
import { termsOf } from './terms.ts';

/** Options of one package; its format, and the phase it is for, are the coordinator's choice. */
export type RolloutPackage = Omit<PackageOptions, 'format' | 'logo' | 'phase'>;

/** `rollouts/<id>.json` of the built site. */
export interface RolloutFile {
  rollout: string;
  /** `name` by language. */
  phases: { id: string; from: string; until?: string | undefined; name: Record<string, string> }[];
  /** One for each course. */
  packages: RolloutPackage[];
  /** SVG. */
  logo: string;
}

/** The address of a rollout's file under the base path. */
export const rolloutUrl = (rollout: string): string => `rollouts/${rollout}.json`;

/** @returns null for any other text: a server may answer with a page where there is no such file */
export function readRolloutFile(text: string): RolloutFile | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) && Array.isArray(value['packages']) && Array.isArray(value['phases']) ? (value as unknown as RolloutFile) : null;
  } catch {
    return null;
  }
}

/** The options for a course; undefined where the rollout has no such course. Without a course: those of its only one. */
export function packageFor({ packages }: RolloutFile, course: string | undefined): RolloutPackage | undefined {
  return course === undefined && packages.length === 1 ? packages[0] : packages.find((options) => options.course === course);
}

/** One entry for each course of the rollout. `words` by language, as for `termsOf`. */
export function packagesOf(key: RolloutKey, words: ReadonlyMap<string, RolloutWords>): RolloutPackage[] {
  const [first] = words.values();
  const contact = key.contact && {
    name: first?.contact?.name,
    ...key.contact,
    text: Object.fromEntries([...words].map(([locale, of]) => [locale, of.contact?.text ?? ''])),
  };
  const ownPage = key.ownPage && Object.fromEntries([...words].flatMap(([locale, of]) => (of.ownPage ? [[locale, of.ownPage]] : [])));
  // Outside of the site, the partner's own page stands before the quiz, where nothing records that it was read; the contact has its own option.
  const { ownPage: _page, contact: _contact, ...terms } = termsOf(key, words);
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
    ...(ownPage && { ownPage }),
    rollout: key.id,
    terms,
  }));
}
