/// <reference types="astro/client" />
/** Built by src/tools/build/scripts.ts: script name → its file and what it imports. */
declare const __FAROL_SCRIPTS__: Record<string, { file: string; imports: string[] }>;

/** Script name → locale → file of its texts; a script without texts is absent. */
declare const __FAROL_TEXTS__: Record<string, Record<string, string>>;

/** Style sheets that are files of their own: name → file. */
declare const __FAROL_STYLES__: Record<'country' | 'drafter' | 'print', string>;

/** How far the translations are, by language; counted by src/tools/translation/totals.ts. */
declare const __FAROL_TRANSLATIONS__: Record<string, { totals: import("./core/translation/status.ts").GroupStatus[]; unreviewed: string[] }>;

declare namespace App {
  interface Locals {
    /** In a document that packages are made from: the exporter's marks are wanted. */
    embed?: boolean;
    /** What the elements of a lesson know about where they stand; set by components/lesson/Lesson.astro. */
    lesson?: { locale: string; module: import("./components/content.ts").Module; linkTo: (module: string) => string; linesOf: (country: string) => string };
  }
}
