import type { Scope } from '../../core/rollout/results.ts';
import type { Gate } from '../../core/rollout/rollout.schema.ts';
import type { Content, Rollout } from '../content/content.ts';

/** A phase with a gate, and what belongs to it. */
export interface GatedPhase { id: string; gate: Gate; scope: Scope }

/** The gated phases of a rollout, in their order; courses are known by their titles in every language. Empty for a rollout that cannot be read. */
export function gatedPhases({ key }: Rollout, content: Content): GatedPhase[] {
  if (!key?.value) return [];
  const { id: rollout, passMark, phases } = key.value;
  const courses = key.value.courses.map(({ id, modules }) => {
    const course = content.courses.find((other) => other.id === id);
    return { id, modules: modules ?? course?.key?.value?.modules ?? [], titles: [...(course?.words.values() ?? [])].flatMap(({ value }) => (value ? [value.title] : [])) };
  });
  return phases.flatMap(({ id, from, until, gate }) => (gate ? [{ id, gate, scope: { rollout, phase: { id, from, until }, passMark, courses } }] : []));
}
