/** README.txt: what the package is, and what to click where it is uploaded. In the first language of the package. */
import { findLocale } from '../locale/locales.ts';
import { fill, type MessageKey, type Values } from '../locale/messages.ts';
import type { Catalog } from './catalog.ts';
import type { PackageConfig } from './config.ts';

/** The texts that a catalog carries for the exporter. */
export const readmeTexts = [
  'package.readme.what', 'package.readme.languages', 'package.readme.country', 'package.readme.anyCountry', 'package.readme.modules', 'package.readme.passMark', 'package.readme.made', 'package.readme.do',
  'package.readme.doIn', 'package.readme.mind', 'package.readme.quiet', 'package.readme.update', 'package.do.scorm12', 'package.do.scorm2004', 'package.do.cmi5', 'package.do.xapi', 'package.do.web',
  'package.file.noScript',
] as const satisfies readonly MessageKey[];

export interface ReadmeFacts {
  config: PackageConfig;
  /** In the first language. */
  title: string;
  catalog: Catalog;
  passMark: number;
}

/** Plain text, lines ended by line feeds. */
export function readme({ config, title, catalog, passMark }: ReadmeFacts): string {
  const t = (key: (typeof readmeTexts)[number], values?: Values): string => fill(catalog.texts[key] ?? key, values);
  const preset = catalog.presets.find(({ id }) => id === config.preset);
  const modules = catalog.courses.find(({ id }) => id === config.course)?.modules ?? [];
  const country = catalog.countries.find(({ code }) => code === config.country)?.name;
  const languages = config.locales.map((tag) => findLocale(tag)?.name ?? tag).join(', ');
  const steps = preset?.steps ?? (config.format === 'html' ? [] : [t(`package.do.${config.format}`)]);
  return [
    `${title}\n${'='.repeat([...title].length)}`,
    [
      t('package.readme.what'),
      t('package.readme.languages', { languages }),
      country ? t('package.readme.country', { country }) : t('package.readme.anyCountry'),
      t('package.readme.modules', { modules: modules.filter(({ id }) => config.modules.includes(id)).map((module) => module.title).join(' · ') }),
      t('package.readme.passMark', { mark: passMark }),
      t('package.readme.made', { date: config.date, version: config.version, hash: config.contentHash }),
    ].join('\n'),
    `${preset ? t('package.readme.doIn', { name: preset.name }) : t('package.readme.do')}\n${steps.map((step, index) => `${index + 1}. ${step}`).join('\n')}`,
    `${t('package.readme.mind')}\n${[...(preset?.mind ?? []), t('package.readme.quiet'), t('package.readme.update')].map((line) => `- ${line}`).join('\n')}`,
    '',
  ].join('\n\n');
}
