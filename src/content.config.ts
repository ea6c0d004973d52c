/** Wiring only: folders of content/ → schemas of core. Ids are `<folder>/<file>`, never slugs. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { courseKey, courseWords } from './core/course/course.schema.ts';
import { glossary } from './core/course/glossary.schema.ts';
import { moduleKey, moduleWords } from './core/course/module.schema.ts';
import { countryKey, countryWords } from './core/country/country.schema.ts';
import { lmsPreset } from './core/package/preset.schema.ts';
import { rolloutKey, rolloutWords } from './core/rollout/rollout.schema.ts';

const files = (base: string, pattern: string | string[]) =>
  glob({ base: `./content/${base}`, pattern, generateId: ({ entry }) => entry.replace(/\.(notes\.md|mdx|yaml|md)$/, '') });

export const collections = {
  courseKeys: defineCollection({ loader: files('courses', '*/course.yaml'), schema: courseKey }),
  courseWords: defineCollection({ loader: files('courses', ['*/*.yaml', '!*/course.yaml']), schema: courseWords }),
  moduleKeys: defineCollection({ loader: files('modules', '*/module.yaml'), schema: moduleKey }),
  moduleWords: defineCollection({ loader: files('modules', ['*/*.yaml', '!*/module.yaml']), schema: moduleWords }),
  moduleTexts: defineCollection({ loader: files('modules', '*/*.mdx') }),
  notes: defineCollection({ loader: files('modules', '*/*.notes.md') }),
  countryKeys: defineCollection({ loader: files('countries', '*/pack.yaml'), schema: countryKey }),
  countryWords: defineCollection({ loader: files('countries', ['*/*.yaml', '!*/pack.yaml']), schema: countryWords }),
  rolloutKeys: defineCollection({ loader: files('rollouts', '*/rollout.yaml'), schema: rolloutKey }),
  rolloutWords: defineCollection({ loader: files('rollouts', ['*/*.yaml', '!*/rollout.yaml']), schema: rolloutWords }),
  lmsPresets: defineCollection({ loader: files('lms-presets', '*.yaml'), schema: lmsPreset }),
  glossaries: defineCollection({ loader: files('glossary', '*.yaml'), schema: glossary }),
};
