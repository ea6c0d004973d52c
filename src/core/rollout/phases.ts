/** Which phase of a rollout counts on a day, and when the work around it is due. */
import { addDays, type CalendarDate } from '../certificate/calendar-date.ts';
import type { Phase } from './rollout.schema.ts';

type Dates = Pick<Phase, 'id' | 'from' | 'until'>;

export interface PhaseToday {
  id: string;
  /** before: it has not begun. running. over: nothing comes after it. */
  state: 'before' | 'running' | 'over';
}

/** The phase that runs on a day; else the next to come; else the last. `phases` are in the order of their dates, and there is at least one. */
export function phaseOn(phases: readonly Dates[], today: CalendarDate): PhaseToday {
  const open = phases.find(({ until }) => until === undefined || until >= today);
  if (!open) return { id: phases.at(-1)!.id, state: 'over' };
  return { id: open.id, state: open.from <= today ? 'running' : 'before' };
}

/** The phase to count for: the one of a join code while it lasts; a poster on the wall outlives its phase. */
export function phaseToJoin(phases: readonly Dates[], wanted: string | null, today: CalendarDate): PhaseToday {
  const coded = phases.find(({ id }) => id === wanted);
  if (!coded || (coded.until !== undefined && coded.until < today)) return phaseOn(phases, today);
  return { id: coded.id, state: coded.from <= today ? 'running' : 'before' };
}

/** Steps of a timetable, in the order of their days. Each has words in content/ui (`rollout.step.<step>`). */
export const steps = ['agree', 'translate', 'test', 'train', 'start', 'midway', 'end', 'gate'] as const;
export type Step = (typeof steps)[number];

export interface TimetableLine { step: Step; phase: string; date: CalendarDate }

/** What is due when, the first day first: all dates follow from the first and last day of each phase. */
export function timetable(phases: readonly Phase[]): TimetableLine[] {
  const lines = phases.flatMap(({ id, from, until, gate }, index) => {
    const isFirst = index === 0;
    const due = (step: Step, date: CalendarDate): TimetableLine => ({ step, phase: id, date });
    return [
      ...(isFirst ? [due('agree', addDays(from, -56)), due('translate', addDays(from, -42))] : []),
      due('test', addDays(from, -21)),
      due('train', addDays(from, -7)),
      due('start', from),
      ...(until ? [due('midway', middle(from, until)), due('end', until)] : []),
      ...(until && gate ? [due('gate', addDays(until, 7))] : []),
    ];
  });
  return lines.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

function middle(from: CalendarDate, until: CalendarDate): CalendarDate {
  const days = Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
  return addDays(from, Math.floor(days / 2));
}
