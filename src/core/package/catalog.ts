/**
 * What the exporter knows of a built site, in one language: `packages/<locale>.json`, made by the site's build (components/package-catalog.ts).
 * The command and the page of partners read the same files.
 */
import type { Messages } from '../locale/messages.ts';
import type { PackageFormat } from './config.ts';

export interface CatalogModule { id: string; title: string; minutes: number }

export interface CatalogCourse {
  id: string;
  version: number;
  /** Percent. */
  passMark: number;
  title: string;
  summary: string;
  /** In the order they are taken. */
  modules: CatalogModule[];
}

/** What one learning management system needs; content/lms-presets. */
export interface Preset {
  id: string;
  name: string;
  /** Formats that it plays, the best first. */
  formats: PackageFormat[];
  /** What its administrator does, in order. */
  steps: string[];
  /** What goes wrong otherwise. */
  mind: string[];
}

export interface Catalog {
  locale: string;
  courses: CatalogCourse[];
  countries: { code: string; name: string }[];
  presets: Preset[];
  /** Files in `assets/`, in the order in which a document of a package loads them: the texts, then the script. */
  scripts: string[];
  /** The file in `assets/` that unfolds a single file whose content is compressed. */
  unfold: string;
  /** Of a folder on a web server: the script in `assets/` that has it kept for offline use, and the text of the service worker that does it. */
  folder: { keep: string; worker: string };
  /** The texts of README.txt, by key. */
  texts: Messages;
}

/** The address of a catalog under the base path. */
export const catalogUrl = (locale: string): string => `packages/${locale}.json`;

/** The address of the document that packages of a course are made from, under the base path. */
export const documentUrl = (locale: string, course: string): string => `embed/${locale}/${course}/`;
