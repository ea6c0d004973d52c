import { joinCode } from '../../../core/rollout/join-code.ts';
import type { RolloutKey } from '../../../core/rollout/rollout.schema.ts';
import type { YamlFile } from '../../content/yaml-file.ts';
import type { Finding, Rule } from '../rule.ts';

/**
 * Phases follow one another on real days, a gate can be reached by those who are invited, and no two phases share a join code: a learner must count for one
 * phase, and a pilot must be able to end.
 */
export const rolloutPhases: Rule = {
  name: 'rollout-phases',
  *check({ rollouts }) {
    const codes = new Map<string, string>();
    for (const { key } of rollouts) {
      if (!key?.value) continue;
      yield* inOrder(key, key.value.phases);
      for (const [place, { id }] of key.value.phases.entries()) {
        const [code, name] = [joinCode(key.value.id, id), `${key.value.id}/${id}`];
        const at = { file: key.file, line: key.lineOf(['phases', place, 'id']) };
        if (codes.get(code) === name) yield { ...at, what: `the phase "${id}" stands twice`, write: 'another id for one of them' };
        else if (codes.has(code)) yield { ...at, what: `"${name}" has the join code ${code} of "${codes.get(code)}"`, write: 'another id for the phase' };
        codes.set(code, name);
      }
    }
  },
};

function* inOrder(key: YamlFile<RolloutKey>, phases: RolloutKey['phases']): Generator<Finding> {
  for (const [place, { id, from, until, gate, learners }] of phases.entries()) {
    const at = (...path: string[]) => ({ file: key.file, line: key.lineOf(['phases', place, ...path]) });
    for (const [name, day] of [['from', from], ['until', until]] as const) {
      if (day !== undefined && !isDay(day)) yield { ...at(name), what: `${day} is no day`, write: 'a day of the calendar' };
    }
    const before = phases[place - 1];
    if (until !== undefined && until < from) yield { ...at('until'), what: `phase "${id}" ends before it begins`, write: `a day from ${from} on` };
    if (before && (before.until === undefined || before.until >= from)) yield { ...at('from'), what: `phase "${id}" begins before "${before.id}" has ended`, write: before.until === undefined ? `until: … for "${before.id}"` : `a day after ${before.until}` };
    if (gate && until === undefined) yield { ...at('gate'), what: `phase "${id}" has a gate and no last day`, write: 'until: …' };
    if (!gate) continue;
    const needed = Math.max(gate.completions, ...[gate.passRate, gate.growth, gate.rating].map((part) => part?.learners ?? 0));
    if (needed > learners.count) yield { ...at('gate'), what: `the gate needs ${needed} learners, and ${learners.count} are invited`, write: `at most ${learners.count}` };
  }
}

const isDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};
