/** `npm run package -- …`: makes a package from the built site. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fill } from '../../core/locale/messages.ts';
import { buildPackage } from '../../core/package/build-package.ts';
import { checkOptions, type ContactOptions, type PackageOptions } from '../../core/package/options.ts';
import { problemText } from '../../core/package/problem-text.ts';
import { packageFor, readRolloutFile, rolloutUrl } from '../../core/rollout/package-options.ts';
import { readCatalogs, readSiteFiles } from '../package/built-site.ts';
import { readContact } from '../package/contact-file.ts';

const usage = `npm run package -- --course driver --locale pt-BR --format scorm12

  --course driver --locale pt-BR [--locale en …]     the first language opens
  --format scorm12|scorm2004|cmi5|xapi|html|web
  [--modules driver-signs,report] [--country BR] [--no-certificate] [--pass-mark 80] [--preset moodle]
  [--brand-name "Name"] [--logo file.svg] [--colour 1d4f8c] [--colour-dark a9cdf5] [--contact file.yaml]
  [--rollout id] [--phase id]     whatever is not said otherwise is as in the rollout
  [--date 2026-11-22] [--out folder] [--dist folder]`;

const { values } = readArguments();
if (values.help) {
  console.log(usage);
  process.exit();
}
const dist = resolve(values.dist ?? 'dist');
const catalogs = readCatalogs(dist);
if (catalogs.size === 0) stop(`There is no built site in ${dist}. Run "npm run build" first.`);
const date = values.date ?? new Date().toISOString().slice(0, 10);
if (!/^\d{4}-\d\d-\d\d$/.test(date)) stop(`"${date}" is no date. Write it like 2026-11-22.`);

const said = {
  course: values.course,
  locales: values.locale,
  modules: values.modules?.split(',').map((module) => module.trim()),
  country: values.country,
  preset: values.preset,
  passMark: values['pass-mark'] === undefined ? undefined : Number(values['pass-mark']),
  brandName: values['brand-name'],
  colour: values.colour,
  colourDark: values['colour-dark'],
  logo: values.logo === undefined ? undefined : new Uint8Array(bytesOf(values.logo)),
  contact: contactOf(values.contact),
  certificate: values['no-certificate'] ? false : undefined,
  phase: values.phase,
};
const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<PackageOptions>;
const checked = checkOptions({ course: '', locales: [], format: values.format ?? '', ...(values.rollout !== undefined && rolloutOptions(values.rollout)), ...given }, catalogs);
if (!checked.ok) {
  const texts = JSON.parse(readFileSync(join(import.meta.dirname, '../../../content/ui/en.json'), 'utf8')) as Record<string, { text: string }>;
  for (const problem of checked.problems) {
    const { key, values: parts } = problemText(problem);
    console.error(`--${flagOf(problem.field)}: ${fill(texts[key]?.text ?? key, parts)}`);
  }
  stop('Nothing was written.');
}

const made = buildPackage(checked.options, readSiteFiles(dist, checked.options, catalogs), date);
const out = resolve(values.out ?? '.');
mkdirSync(out, { recursive: true });
writeFileSync(join(out, made.name), made.bytes);
console.log(`${join(out, made.name)}  ${Math.ceil(made.bytes.length / 1000)} kB, content ${made.config.contentHash}`);

function readArguments() {
  try {
    return parseArgs({
      options: {
        course: { type: 'string' }, locale: { type: 'string', multiple: true }, format: { type: 'string' }, modules: { type: 'string' }, country: { type: 'string' }, preset: { type: 'string' },
        'pass-mark': { type: 'string' }, 'brand-name': { type: 'string' }, logo: { type: 'string' }, colour: { type: 'string' }, 'colour-dark': { type: 'string' }, contact: { type: 'string' },
        'no-certificate': { type: 'boolean' }, rollout: { type: 'string' }, phase: { type: 'string' }, date: { type: 'string' }, out: { type: 'string' }, dist: { type: 'string' }, help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return stop(`${(error as Error).message} Nothing was written. "npm run package -- --help" lists the options.`);
  }
}

function bytesOf(file: string): Buffer {
  return existsSync(file) ? readFileSync(file) : stop(`There is no file ${file}. Nothing was written.`);
}

function contactOf(file: string | undefined): ContactOptions | undefined {
  if (file === undefined) return undefined;
  const read = readContact(bytesOf(file).toString('utf8'));
  return read.ok ? read.contact : stop(`${file} is no contact: ${read.what}. Write name and text, and if there are, phone and email. Nothing was written.`);
}

/** What the rollout says for this course; a word that is not known there stops everything. */
function rolloutOptions(id: string): Partial<PackageOptions> {
  const file = join(dist, rolloutUrl(id));
  const rollout = /^[a-z0-9-]+$/.test(id) && existsSync(file) ? readRolloutFile(readFileSync(file, 'utf8')) : null;
  if (!rollout) return stop(`There is no rollout "${id}" in ${dist}. ${listed(knownRollouts())} Nothing was written.`);
  const { phase, course } = values;
  const phases = rollout.phases.map((each) => each.id);
  if (phase !== undefined && !phases.includes(phase)) stop(`--phase: the rollout "${id}" has no phase "${phase}". ${listed(phases)} Nothing was written.`);
  const options = packageFor(rollout, course);
  const courses = rollout.packages.map((each) => each.course);
  if (!options) return stop(`--course: ${course === undefined ? `say which course of the rollout "${id}"` : `the rollout "${id}" has no course "${course}"`}. ${listed(courses)} Nothing was written.`);
  return { ...options, logo: new TextEncoder().encode(rollout.logo) };
}

function knownRollouts(): string[] {
  const folder = join(dist, rolloutUrl('x'), '..');
  return (existsSync(folder) ? readdirSync(folder) : []).filter((file) => readRolloutFile(readFileSync(join(folder, file), 'utf8'))).map((file) => file.slice(0, -'.json'.length));
}

function listed(known: readonly string[]): string {
  return known.length > 0 ? `There is: ${known.join(', ')}.` : 'There is none.';
}

/** `brandName` → `brand-name`; fields of the contact stand in its file. */
function flagOf(field: string): string {
  const [name = ''] = field.split('.');
  return ({ locales: 'locale', certificate: 'modules' })[name] ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
