/** A gate as it is read on a terminal, in the words of the coordinator's page. */
import { fill, pluralKey, type Values } from '../../core/locale/messages.ts';
import { evaluateGate } from '../../core/rollout/gate.ts';
import { readResults, type ResultFile, type Scope } from '../../core/rollout/results.ts';
import type { Gate } from '../../core/rollout/rollout.schema.ts';

/** So many rows are named of each reason. */
const mostNamed = 20;

/** @param texts content/ui/en.json as it is */
export function gateReport(phase: string, gate: Gate, scope: Scope, files: readonly ResultFile[], texts: Readonly<Record<string, { text: string }>>): { isPassed: boolean; text: string } {
  const say = (key: string, values?: Values): string => fill(texts[key]?.text ?? key, values);
  const count = (key: string, n: number): string => say(pluralKey('en', key, n), { n });
  const read = readResults(files, scope);
  const { isPassed, criteria } = evaluateGate(gate, read.results);
  const learners = new Set(read.results.map(({ learner }) => learner)).size;
  const reasons = [...new Set(read.leftOut.map(({ reason }) => reason))];
  const kinds = new Set(read.files.map(({ kind }) => kind).filter((kind) => kind !== 'none'));
  const lines = [
    say(isPassed ? 'gate.passed' : 'gate.notYet', { phase }),
    ...criteria.map(({ what, target, value, counted, needed, isMet }) => {
      const values = { target, value: value ?? '–', n: counted, needed };
      const behind = what === 'completions' ? '' : ` ${say(counted < needed ? 'gate.tooFew' : 'gate.behind', values)}`;
      return `  ${say(isMet ? 'gate.met' : 'gate.open')} ${say(`gate.${what}`, values)}${behind}`;
    }),
    '',
    [count('gate.counted', learners), ...(read.merged > 0 ? [count('gate.merged', read.merged)] : [])].join(' '),
    ...read.files.map(({ name, read: rows, reasons: why }) => `  ${name}: ${[...(rows > 0 || why.length === 0 ? [count('gate.read', rows)] : []), ...why.map((reason) => say(`gate.file.${reason}`))].join(' ')}`),
    ...(kinds.size > 1 ? [say('gate.mixed')] : []),
    ...(read.leftOut.length > 0 ? ['', count('gate.leftOut', read.leftOut.length)] : []),
    ...reasons.flatMap((reason) => {
      const some = read.leftOut.filter((each) => each.reason === reason);
      const rest = some.length > mostNamed ? [`    ${count('gate.more', some.length - mostNamed)}`] : [];
      return [`  ${say(`gate.left.${reason}`)} (${some.length})`, ...some.slice(0, mostNamed).map(({ file, row, what }) => `    ${say('gate.row', { file, row, what })}`), ...rest];
    }),
  ];
  return { isPassed, text: `${lines.join('\n')}\n` };
}
