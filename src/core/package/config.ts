/**
 * What a package knows about itself. The exporter writes it into each document of a package as
 * `<script type="application/json" id="farol-package">…</script>`: a data block, which a strict Content-Security-Policy lets through.
 * The package's script reads it with `readPackageConfig`; without the block, the document is the site's embed.
 */
import { isRecord } from '../progress/event-shape.ts';
import { isTerms, type Terms } from '../rollout/terms.ts';

export const packageFormats = ['scorm12', 'scorm2004', 'cmi5', 'xapi', 'html', 'web'] as const;
export type PackageFormat = (typeof packageFormats)[number];

export interface Brand {
  /** Plain text, at most 60 characters; empty where only colours or a logo were given. */
  name: string;
  /** For the `src` of an image: a file of the package, or a `data:` address in a single file. An SVG has passed the allow-list of svg.ts. */
  logo?: string;
  /** `#rrggbb`, for `--accent`; text on it and it on the page have a contrast of 4.5:1 (contrast.ts). */
  colour?: string;
  /** The same for the dark look. */
  colourDark?: string;
}

/** Whom the partner's own staff turn to, beside the country's lines. Plain text, in the language of the document. */
export interface Contact {
  name: string;
  /** As it is dialled inside the company: digits, spaces and `+ - ( ) # *`. */
  phone?: string;
  email?: string;
  /** What to do, in short paragraphs separated by an empty line. */
  text: string;
}

/** A page of the partner's, shown before the final quiz. Plain text, in the language of the document. */
export interface OwnPage { title: string; text: readonly string[] }

export interface PackageConfig {
  format: PackageFormat;
  /** Course id. */
  course: string;
  /** Module ids, in the order they are taken: all of the course, or a selection. */
  modules: string[];
  /** BCP 47 tags. The first is in `index.html`, each other in `<tag>.html` beside it; `html` has one. */
  locales: string[];
  /** ISO 3166-1 alpha-2. Absent: the learner chooses. */
  country?: string;
  brand?: Brand;
  /** Percent, 1 to 100; absent: the course's own. What an LMS says at run time goes before it. */
  passMark?: number;
  /** Id of a preset in content/lms-presets. */
  preset?: string;
  contact?: Contact;
  /** Whether the certificate is offered: never for a selection of modules. Without it, the document has no view `certificate`. */
  certificate: boolean;
  /** Whether the language picker is shown; never with one language. */
  picker: boolean;
  /** Ids that go into the context of every event. */
  rollout?: string;
  phase?: string;
  /** What the rollout asks before a certificate. Its pass mark is the package's. */
  terms?: Terms;
  ownPage?: OwnPage;
  /** xAPI id (IRI) of the course as an activity (activity.ts); the same in `cmi5.xml` and `tincan.xml`, and in every later export. */
  activity: string;
  /** Version of the course, as in certificates. */
  version: number;
  /** 16 hex digits over everything in the package that came from the site: tells two builds apart. */
  contentHash: string;
  /** Day of the export, `2026-11-22`. */
  date: string;
}

/** The id of the data block in a document. */
export const configElement = 'farol-package';

/**
 * The configuration in the text of the data block.
 * @returns null for anything else: the caller goes on as a plain course, and says that results are not sent
 */
export function readPackageConfig(text: string): PackageConfig | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return isRecord(value) && fits(value, required) && fits(value, optional, true) ? (value as unknown as PackageConfig) : null;
}

/** JSON that may stand in an HTML `<script>`: nothing in it can end the element or open a comment. */
export function writePackageConfig(config: PackageConfig): string {
  return JSON.stringify(config).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

type Check = (value: unknown) => boolean;
const isText: Check = (value) => typeof value === 'string' && value !== '';
const isTexts: Check = (value) => Array.isArray(value) && value.length > 0 && value.every(isText);
const isFlag: Check = (value) => typeof value === 'boolean';
const isShape = (must: Record<string, Check>, may: Record<string, Check>): Check => (value) => isRecord(value) && fits(value, must) && fits(value, may, true);

function fits(value: Record<string, unknown>, checks: Record<string, Check>, mayBeAbsent = false): boolean {
  return Object.entries(checks).every(([field, check]) => (mayBeAbsent && value[field] === undefined) || check(value[field]));
}

const required: Record<string, Check> = {
  format: (value) => packageFormats.includes(value as PackageFormat),
  course: isText,
  modules: isTexts,
  locales: isTexts,
  certificate: isFlag,
  picker: isFlag,
  activity: isText,
  version: Number.isSafeInteger,
  contentHash: isText,
  date: isText,
};
const optional: Record<string, Check> = {
  country: isText,
  brand: isShape({ name: (value) => typeof value === 'string' }, { logo: isText, colour: isText, colourDark: isText }),
  passMark: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 100,
  preset: isText,
  contact: isShape({ name: isText, text: isText }, { phone: isText, email: isText }),
  rollout: isText,
  phase: isText,
  terms: isTerms,
  ownPage: isShape({ title: isText, text: isTexts }, {}),
};
