/** What stands in the form, and what a package is asked for with it. */
import { keepChoices, lastChoices } from '../../browser/storage/package-choices.ts';
import type { Catalog } from '../../core/package/catalog.ts';
import type { PackageOptions } from '../../core/package/options.ts';
import { base64 } from '../../core/package/logo.ts';
import { packageFor, type RolloutFile } from '../../core/rollout/package-options.ts';

export interface Choices {
  course: string;
  /** Ids of the modules that are left out. */
  without: readonly string[];
  /** The first opens. */
  locales: readonly string[];
  country: string;
  format: string;
  preset: string;
  brandName: string;
  colour: string;
  colourDark: string;
  /** The file in base64; empty without one. */
  logo: string;
  passMark: string;
  certificate: boolean;
  contactName: string;
  contactPhone: string;
  contactEmail: string;
  /** By locale. */
  contactText: Readonly<Record<string, string>>;
}

/** The choices of last time, as far as the site still has them. */
export function firstChoices({ locale, courses, countries, presets }: Catalog, published: readonly string[]): Choices {
  const last = lastChoices();
  const text = (name: keyof Choices): string => (typeof last[name] === 'string' ? last[name] : '');
  const texts = (name: keyof Choices): string[] => (Array.isArray(last[name]) ? last[name].filter((item) => typeof item === 'string') : []);
  const among = (known: readonly string[], name: keyof Choices, otherwise: string): string => (known.includes(text(name)) ? text(name) : otherwise);
  const locales = texts('locales').filter((tag) => published.includes(tag));
  const contactText = Object.entries(typeof last['contactText'] === 'object' && last['contactText'] !== null ? last['contactText'] : {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return {
    course: among(courses.map(({ id }) => id), 'course', courses[0]?.id ?? ''),
    without: texts('without'),
    locales: locales.length ? locales : [locale],
    country: among(countries.map(({ code }) => code), 'country', ''),
    format: among(['scorm12', 'scorm2004', 'cmi5', 'xapi', 'html', 'web'], 'format', 'scorm12'),
    preset: among(presets.map(({ id }) => id), 'preset', ''),
    brandName: text('brandName'),
    colour: text('colour'),
    colourDark: text('colourDark'),
    logo: text('logo'),
    passMark: text('passMark'),
    certificate: last['certificate'] !== false,
    contactName: text('contactName'),
    contactPhone: text('contactPhone'),
    contactEmail: text('contactEmail'),
    contactText: Object.fromEntries(contactText),
  };
}

/** The course, and which of its modules are left out, as a rollout has it; all of a course that is no part of it. */
export function courseOf(course: string, rollout: RolloutFile | null, { courses }: Catalog): Pick<Choices, 'course' | 'without'> {
  const modules = rollout && packageFor(rollout, course)?.modules;
  const all = courses.find(({ id }) => id === course)?.modules.map(({ id }) => id) ?? [];
  return { course, without: modules ? all.filter((id) => !modules.includes(id)) : [] };
}

/** The choices of a rollout in place of one's own; the format and the system stay. */
export function choicesOf(rollout: RolloutFile, choices: Choices, catalog: Catalog): Choices {
  const options = packageFor(rollout, choices.course) ?? rollout.packages[0];
  if (!options) return choices;
  const { name, phone, email, text } = options.contact ?? {};
  return {
    ...choices,
    ...courseOf(options.course, rollout, catalog),
    locales: options.locales,
    country: options.country ?? '',
    brandName: options.brandName ?? '',
    colour: options.colour ?? '',
    colourDark: options.colourDark ?? '',
    logo: rollout.logo && logoOf(new TextEncoder().encode(rollout.logo)),
    passMark: options.passMark?.toString() ?? '',
    certificate: true,
    contactName: name ?? '',
    contactPhone: phone ?? '',
    contactEmail: email ?? '',
    contactText: typeof text === 'object' ? text : {},
  };
}

export const remember = (choices: Choices): void => keepChoices(choices);

export function optionsOf(choices: Choices, { courses }: Catalog, rollout: RolloutFile | null, phase: string): PackageOptions {
  const all = courses.find(({ id }) => id === choices.course)?.modules.map(({ id }) => id) ?? [];
  const modules = all.filter((id) => !choices.without.includes(id));
  const whole = modules.length === all.length;
  const { terms, ownPage } = (rollout && packageFor(rollout, choices.course)) ?? {};
  return {
    course: choices.course,
    modules,
    locales: choices.locales,
    country: choices.country,
    format: choices.format,
    preset: choices.preset,
    brandName: choices.brandName,
    colour: choices.colour,
    colourDark: choices.colourDark,
    logo: choices.logo ? bytesOf(choices.logo) : undefined,
    passMark: choices.passMark.trim() ? Number(choices.passMark) : undefined,
    certificate: whole && choices.certificate,
    contact: { name: choices.contactName, phone: choices.contactPhone, email: choices.contactEmail, text: choices.contactText },
    rollout: rollout?.rollout,
    phase,
    terms,
    ownPage,
  };
}

export const bytesOf = (logo: string): Uint8Array => Uint8Array.from(atob(logo), (sign) => sign.charCodeAt(0));
export const logoOf = (bytes: Uint8Array): string => base64(bytes);
