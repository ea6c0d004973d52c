/** Writes the oEmbed documents of all courses; the head of each course's page names its own. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { oEmbedOf, oEmbedPath } from '../../core/embed/oembed.ts';

/** @param site whole address of the site, with a slash at the end */
export function writeOEmbeds(dist: string, site: string, courses: readonly { course: string; locale: string; title: string }[]): void {
  for (const course of courses) {
    const file = join(dist, oEmbedPath(course.locale, course.course));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(oEmbedOf(site, course)));
  }
}
