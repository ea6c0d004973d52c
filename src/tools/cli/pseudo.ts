/**
 * `node src/tools/cli/pseudo.ts`: builds a site of pseudo-locales into .astro/pseudo/dist, for looking at and for the browser tests: `en-XA` shows what is
 * not translatable and what breaks when text is longer, `ar-XB` what does not turn round from right to left; hi and bn show one lesson of a fixture.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readFiles } from '../content/load-content.ts';
import { serve } from '../serve/server.ts';
import { writePseudoProject } from '../pseudo/pseudo-project.ts';

const root = process.cwd();
const folder = join(root, '.astro/pseudo');
writePseudoProject(root, folder, {
  courses: ['hotel'],
  countries: ['BR', 'IN', 'TH'],
  over: readFiles('tests/fixtures/scripts'),
  languages: [
    { tag: 'hi', name: 'हिन्दी', dir: 'ltr', script: 'Deva', published: true },
    { tag: 'bn', name: 'বাংলা', dir: 'ltr', script: 'Beng', published: true },
  ],
});
const { status } = spawnSync(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'], { cwd: folder, stdio: 'inherit', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', FAROL_DRAFT: 'yes' } });
process.exitCode = status ?? 1;
if (status === 0 && process.env['PORT']) console.log((await serve(join(folder, 'dist'), Number(process.env['PORT']))).url);
