/** What a partner asks for, checked against what the site has. */
import type { Terms } from '../rollout/terms.ts';
import type { Catalog, CatalogCourse } from './catalog.ts';
import { packageFormats, type OwnPage, type PackageFormat } from './config.ts';
import { checkBrandColour } from './contrast.ts';
import { checkLogo, type Logo } from './logo.ts';

/** As it comes from a form, from the command line or from a rollout's file: texts may be empty, nothing is checked. */
export interface PackageOptions {
  course: string;
  /** Empty or absent: all. */
  modules?: readonly string[] | undefined;
  /** The first is the one that opens. */
  locales: readonly string[];
  country?: string | undefined;
  format: string;
  brandName?: string | undefined;
  colour?: string | undefined;
  colourDark?: string | undefined;
  /** The bytes of a file. */
  logo?: Uint8Array | undefined;
  /** Percent. */
  passMark?: number | undefined;
  preset?: string | undefined;
  contact?: ContactOptions | undefined;
  /** Absent: with a certificate, if the course is whole. */
  certificate?: boolean | undefined;
  rollout?: string | undefined;
  phase?: string | undefined;
  /** What the rollout asks; not for a form. */
  terms?: Terms | undefined;
  /** A page of the partner's, by language. */
  ownPage?: Readonly<Record<string, OwnPage>> | undefined;
}

export interface ContactOptions {
  name?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  /** One text, or one for each language. */
  text?: string | Readonly<Record<string, string>> | undefined;
}

export interface CheckedContact { name: string; phone?: string; email?: string; text: Record<string, string> }

export interface CheckedOptions {
  course: CatalogCourse;
  modules: string[];
  locales: string[];
  country?: string;
  format: PackageFormat;
  brand?: { name: string; colour?: string; colourDark?: string; logo?: Logo };
  passMark?: number;
  preset?: string;
  contact?: CheckedContact;
  certificate: boolean;
  rollout?: string;
  phase?: string;
  terms?: Terms;
  /** Of the languages that have one. */
  ownPage?: Readonly<Record<string, OwnPage>>;
}

/** Room for the name of a brand, in characters: it stands in the head of a phone's screen. */
export const longestBrandName = 60;
export const longestContactName = 80;
export const longestContactText = 1500;

/**
 * | reason                | values            | what is wrong                                                          |
 * |-----------------------|-------------------|------------------------------------------------------------------------|
 * | unknown-course, …     | given, known      | there is none of this name                                             |
 * | no-locale             |                   | no language was chosen                                                 |
 * | one-language          |                   | `html` is one file in one language                                     |
 * | preset-format         | name, formats     | this system does not play this format                                  |
 * | colour-shape          | given             | no hex colour                                                          |
 * | colour-contrast       | pair, ratio, proposed | cannot be read; see contrast.ts                                     |
 * | logo-…                | largest, widest   | see logo.ts                                                            |
 * | brand-name            | most              | too long                                                               |
 * | contact-incomplete    |                   | a contact has at least a name and a text, in each language              |
 * | contact-long          | most              | name or text is too long                                               |
 * | contact-markup        |                   | the text has tags; it is shown as plain text                           |
 * | contact-phone, -email | given             | cannot be dialled, cannot be written to                                |
 * | pass-mark             | given             | not a whole number from 1 to 100                                       |
 * | certificate-part      |                   | a certificate is for the whole course                                  |
 * | rollout-id            | given             | ids of rollouts and phases are kebab-case                              |
 */
export const problemReasons = [
  'unknown-course', 'unknown-module', 'unknown-locale', 'unknown-country', 'unknown-format', 'unknown-preset', 'no-locale', 'one-language', 'preset-format', 'colour-shape', 'colour-contrast',
  'logo-too-large', 'logo-too-wide', 'logo-kind', 'logo-unsafe', 'brand-name', 'contact-incomplete', 'contact-long', 'contact-markup', 'contact-phone', 'contact-email', 'pass-mark', 'certificate-part', 'rollout-id',
] as const;
export type ProblemReason = (typeof problemReasons)[number];

export interface OptionProblem {
  reason: ProblemReason;
  /** The option it is about, as in `PackageOptions`; fields of the contact as `contact.phone`. */
  field: string;
  values: Record<string, string | number>;
}

export type CheckResult = { ok: true; options: CheckedOptions } | { ok: false; problems: OptionProblem[] };

/**
 * Checks everything, so that all that is wrong can be said at once.
 * @param catalogs by locale; those of all published languages, or at least of the ones asked for
 */
export function checkOptions(asked: PackageOptions, catalogs: ReadonlyMap<string, Catalog>): CheckResult {
  const problems: OptionProblem[] = [];
  const wrong = (reason: ProblemReason, field: string, values: OptionProblem['values'] = {}): undefined => void problems.push({ reason, field, values });
  const listed = (known: readonly string[]): string => known.join(', ');

  const locales = [...new Set(asked.locales)];
  for (const locale of locales) if (!catalogs.has(locale)) wrong('unknown-locale', 'locales', { given: locale, known: listed([...catalogs.keys()]) });
  if (locales.length === 0) wrong('no-locale', 'locales');
  const catalog = catalogs.get(locales.find((locale) => catalogs.has(locale)) ?? '') ?? [...catalogs.values()][0];
  if (!catalog) return { ok: false, problems };

  const course = catalog.courses.find(({ id }) => id === asked.course);
  if (!course) wrong('unknown-course', 'course', { given: asked.course, known: listed(catalog.courses.map(({ id }) => id)) });
  const all = course?.modules.map(({ id }) => id) ?? [];
  const chosen = new Set(asked.modules ?? []);
  if (course) for (const module of chosen) if (!all.includes(module)) wrong('unknown-module', 'modules', { given: module, known: listed(all) });
  const modules = chosen.size > 0 ? all.filter((module) => chosen.has(module)) : all;

  const format = packageFormats.find((known) => known === asked.format);
  if (!format) wrong('unknown-format', 'format', { given: asked.format, known: listed(packageFormats) });
  if (format === 'html' && locales.length > 1) wrong('one-language', 'locales');
  const country = asked.country || undefined;
  if (country && !catalog.countries.some(({ code }) => code === country)) wrong('unknown-country', 'country', { given: country, known: listed(catalog.countries.map(({ code }) => code)) });
  const preset = asked.preset ? catalog.presets.find(({ id }) => id === asked.preset) : undefined;
  if (asked.preset && !preset) wrong('unknown-preset', 'preset', { given: asked.preset, known: listed(catalog.presets.map(({ id }) => id)) });
  if (preset && format && !preset.formats.includes(format)) wrong('preset-format', 'format', { name: preset.name, formats: listed(preset.formats) });

  const { passMark } = asked;
  if (passMark !== undefined && !(Number.isInteger(passMark) && passMark >= 1 && passMark <= 100)) wrong('pass-mark', 'passMark', { given: String(passMark) });
  const whole = modules.length === all.length;
  if (asked.certificate && !whole) wrong('certificate-part', 'certificate');
  for (const field of ['rollout', 'phase'] as const) {
    const given = asked[field];
    if (given && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(given)) wrong('rollout-id', field, { given });
  }

  const colourOf = (field: 'colour' | 'colourDark'): string | undefined => {
    const given = asked[field]?.trim();
    if (!given) return undefined;
    const checked = checkBrandColour(given, field === 'colour' ? 'light' : 'dark');
    if (checked.ok) return checked.colour;
    const { reason, ...values } = checked;
    return wrong(reason, field, 'pair' in values ? { given, pair: values.pair, ratio: values.ratio, proposed: values.proposed } : { given });
  };
  const brandName = asked.brandName?.replace(/\s+/g, ' ').trim() ?? '';
  if ([...brandName].length > longestBrandName) wrong('brand-name', 'brandName', { most: longestBrandName });
  const colour = colourOf('colour');
  const colourDark = colourOf('colourDark');
  const checkedLogo = asked.logo && checkLogo(asked.logo);
  if (checkedLogo && !checkedLogo.ok) wrong(checkedLogo.reason, 'logo');
  const logo = checkedLogo?.ok ? checkedLogo.logo : undefined;
  const contact = asked.contact && checkContact(asked.contact, locales, wrong);

  if (problems.length > 0 || !course || !format) return { ok: false, problems };
  return {
    ok: true,
    options: {
      course, modules, locales, format, certificate: asked.certificate ?? whole,
      ...(country && { country }),
      ...((brandName || colour || colourDark || logo) && { brand: { name: brandName, ...(colour && { colour }), ...(colourDark && { colourDark }), ...(logo && { logo }) } }),
      ...(passMark !== undefined && { passMark }),
      ...(preset && { preset: preset.id }),
      ...(contact && { contact }),
      ...(asked.rollout && { rollout: asked.rollout }),
      ...(asked.phase && { phase: asked.phase }),
      ...(asked.terms && { terms: { ...asked.terms, passMark: passMark ?? asked.terms.passMark } }),
      ...(asked.ownPage && { ownPage: asked.ownPage }),
    },
  };
}

/** Undefined where nothing at all was written. */
function checkContact(asked: ContactOptions, locales: readonly string[], wrong: (reason: ProblemReason, field: string, values?: OptionProblem['values']) => undefined): CheckedContact | undefined {
  const name = asked.name?.trim() ?? '';
  const phone = asked.phone?.trim() ?? '';
  const email = asked.email?.trim() ?? '';
  const given = asked.text ?? '';
  const text = Object.fromEntries(locales.map((locale) => [locale, (typeof given === 'string' ? given : (given[locale] ?? '')).replace(/\r\n?/g, '\n').trim()]));
  const texts = Object.values(text);
  if (![name, phone, email, ...texts].some(Boolean)) return undefined;
  if (!name) wrong('contact-incomplete', 'contact.name');
  if (texts.some((words) => !words)) wrong('contact-incomplete', 'contact.text');
  if ([...name].length > longestContactName) wrong('contact-long', 'contact.name', { most: longestContactName });
  if (texts.some((words) => [...words].length > longestContactText)) wrong('contact-long', 'contact.text', { most: longestContactText });
  for (const [field, words] of [['contact.name', [name]], ['contact.text', texts]] as const) if (words.some((line) => /<[a-z!/]/i.test(line))) wrong('contact-markup', field);
  if (phone && !(/^[\d\s()+*#.,-]{2,40}$/.test(phone) && /\d/.test(phone))) wrong('contact-phone', 'contact.phone', { given: phone });
  if (email && !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(email)) wrong('contact-email', 'contact.email', { given: email });
  return { name, text, ...(phone && { phone }), ...(email && { email }) };
}
