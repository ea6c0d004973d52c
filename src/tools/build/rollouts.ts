/** What the tools for partners read of each rollout: `rollouts/<id>.json`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales, sourceLocale } from '../../core/locale/locales.ts';
import { packagesOf, rolloutUrl, type RolloutFile } from '../../core/rollout/package-options.ts';
import type { RolloutWords } from '../../core/rollout/rollout.schema.ts';
import type { Content } from '../content/content.ts';
import { brotli } from './compress.ts';
import { shellFiles } from './service-worker.ts';

/** Also measured here, for the plan of a rollout: what every first visit to the site brings beside a course (`rollouts/shell.json`). */
export function writeRollouts({ rollouts }: Content, dist: string, base: string): void {
  const folder = join(dist, 'rollouts');
  mkdirSync(folder, { recursive: true });
  for (const { id, key, words, logo } of rollouts) {
    if (!key?.value) continue;
    const { phases } = key.value;
    // A language that is still in work is not handed out.
    const languages = key.value.languages.filter((tag) => locales.some((locale) => locale.tag === tag));
    const own = new Map<string, RolloutWords>(languages.flatMap((locale) => (words.get(locale)?.value ? [[locale, words.get(locale)!.value!] as const] : [])));
    const file: RolloutFile = {
      rollout: id,
      phases: phases.map(({ id: phase, from, until }) => ({ id: phase, from, until, name: Object.fromEntries([...own].map(([locale, of]) => [locale, of.phases[phase] ?? phase])) })),
      packages: own.size > 0 ? packagesOf({ ...key.value, languages }, own) : [],
      logo: logo?.text ?? '',
    };
    writeFileSync(join(dist, rolloutUrl(id)), JSON.stringify(file));
  }
  const bytes = shellFiles(dist, base, sourceLocale).reduce((sum, file) => sum + brotli(readFileSync(join(dist, file))).length, 0);
  writeFileSync(join(folder, 'shell.json'), JSON.stringify({ bytes }));
}
