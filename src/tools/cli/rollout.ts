/**
 * `npm run rollout -- gate carona-clara --results results.csv …`: says whether a phase has reached what it set out to reach.
 *
 *   gate <rollout> --results file.csv [--results backup.txt …] [--phase id] [--content folder]
 *
 * Ends with 0 when the gate is passed, with 1 when not yet, with 2 when it could not be asked. Files are only read.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadContent } from '../content/load-content.ts';
import { didYouMean } from '../content/nearest.ts';
import { gateReport } from '../rollout/gate-report.ts';
import { gatedPhases } from '../rollout/scopes.ts';

const usage = 'Write: npm run rollout -- gate <rollout> --results file.csv';

const { values, positionals } = readArguments();
const [command, wanted, ...more] = positionals;
if (command !== 'gate') stop(command === undefined ? usage : `There is no "${command}". ${usage}`);

const root = resolve(values.content ?? join(import.meta.dirname, '../../../content'));
if (!existsSync(root)) stop(`There is no folder ${root}. Give the content folder with --content.`);
const content = loadContent(root);
const rollout = content.rollouts.find(({ id }) => id === wanted);
if (!rollout) stop(`There is no rollout "${wanted ?? ''}" in content/rollouts. Write ${didYouMean(wanted ?? '', content.rollouts.map(({ id }) => id))}.`);
if (!rollout.key?.value) stop(`content/rollouts/${rollout.id}/rollout.yaml cannot be read. Run "npm run check -- ${rollout.id}": it says why.`);

const phases = gatedPhases(rollout, content);
const [first] = phases;
if (!first) stop(`No phase of "${rollout.id}" has a gate.`);
const phase = values.phase === undefined ? first : phases.find(({ id }) => id === values.phase);
if (!phase) stop(`No phase "${values.phase}" with a gate. Write ${didYouMean(values.phase ?? '', phases.map(({ id }) => id))}.`);

const paths = [...(values.results ?? []), ...more];
if (paths.length === 0) stop(`No results were given. ${usage}`);
for (const path of paths) if (!existsSync(path)) stop(`There is no file ${path}.`);
const files = paths.map((path) => ({ name: basename(path), text: readFileSync(path, 'utf8') }));
const texts = JSON.parse(readFileSync(join(import.meta.dirname, '../../../content/ui/en.json'), 'utf8')) as Record<string, { text: string }>;
const { isPassed, text } = gateReport(rollout.words.get('en')?.value?.phases[phase.id] ?? phase.id, phase.gate, phase.scope, files, texts);
process.stdout.write(text);
process.exitCode = isPassed ? 0 : 1;

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { results: { type: 'string', multiple: true }, phase: { type: 'string' }, content: { type: 'string' } } });
  } catch (error) {
    return stop((error as Error).message);
  }
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
