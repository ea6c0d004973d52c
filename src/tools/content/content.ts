/** All of content/ as the tools see it: checked values where a file is sound, and the positions of everything for those who report. */
import type { CourseKey, CourseWords } from '../../core/course/course.schema.ts';
import type { Glossary } from '../../core/course/glossary.schema.ts';
import type { Partners } from '../../core/embed/partners.schema.ts';
import type { ModuleKey, ModuleWords } from '../../core/course/module.schema.ts';
import type { CountryKey, CountryWords } from '../../core/country/country.schema.ts';
import type { SearchWords } from '../../core/search/search-words.schema.ts';
import type { RolloutKey, RolloutWords } from '../../core/rollout/rollout.schema.ts';
import type { Lesson } from './lesson.ts';
import type { Stamp } from '../../core/translation/status.ts';
import type { Problem } from './problem.ts';
import type { UiWords } from './ui.schema.ts';
import type { YamlFile } from './yaml-file.ts';

/** By locale tag; the source language is always meant to be there, others as far as they are translated. */
export type ByLocale<T> = Map<string, T>;

export interface Content {
  /** Every file as it is on the disk, by its path inside the folder. */
  files: ReadonlyMap<string, string>;
  courses: Course[];
  modules: Module[];
  countries: Country[];
  rollouts: Rollout[];
  glossaries: ByLocale<YamlFile<Glossary>>;
  searchWords: ByLocale<YamlFile<SearchWords>>;
  ui: ByLocale<YamlFile<UiWords>>;
  illustrations: Map<string, Drawing>;
  scenes: Map<string, Drawing>;
  /** Who may frame the pages below `embed/`; nobody but the site itself where the file is missing. */
  partners?: YamlFile<Partners>;
  /** Everything that could not be read. Rules find the rest. */
  problems: Problem[];
}

export interface Course {
  id: string;
  folder: string;
  key: YamlFile<CourseKey> | undefined;
  words: ByLocale<YamlFile<CourseWords>>;
}

export interface Module {
  id: string;
  folder: string;
  key: YamlFile<ModuleKey> | undefined;
  words: ByLocale<YamlFile<ModuleWords>>;
  lessons: ByLocale<Lesson>;
  notes: ByLocale<Notes>;
}

export interface Country {
  id: string;
  folder: string;
  key: YamlFile<CountryKey> | undefined;
  words: ByLocale<YamlFile<CountryWords>>;
}

export interface Rollout {
  id: string;
  folder: string;
  key: YamlFile<RolloutKey> | undefined;
  words: ByLocale<YamlFile<RolloutWords>>;
  /** logo.svg, as it is on the disk. */
  logo: { file: string; text: string } | undefined;
}

/** Notes for the person who runs a module in a room. They never reach a learner. */
export interface Notes {
  file: string;
  /** Front matter blanked out; line numbers are those of the file. */
  text: string;
  /** What a translation says about itself; undefined in the source language. */
  stamp?: Stamp;
}

export interface Drawing {
  id: string;
  file: string;
  text: string;
  /** The `data-spot` names in it, in drawing order; the options of a `spot` question. */
  spots: string[];
}
