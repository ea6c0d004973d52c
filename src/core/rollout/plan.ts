/** What a rollout weighs: bytes on the line, on the device and on the server, and what the hosting of them costs. */

/** One course in one language, as the build measured it (`offline/<locale>/<course>.json`). */
export interface CourseSize {
  course: string;
  locale: string;
  /** Transfer size in bytes. */
  bytes: number;
  /** Bytes on a device, uncompressed; also what its files take on a server. */
  room: number;
}

export interface Plan {
  /** Bytes that one learner loads once: the frame of the site and the largest course in its largest language. */
  perLearner: number;
  /** Bytes on the learner's device for it. */
  onDevice: number;
  /** Bytes for all learners. */
  transfer: number;
  /** Bytes a day, spread evenly over the days of the phase; null for a phase without an end. */
  transferADay: number | null;
  /** Bytes on the server: every course in every language, files that courses share counted in each. */
  storage: number;
}

/** @param shell transfer size of what a first visit brings beside the course; `days` of the phase, null for no end */
export function planFor(learners: number, sizes: readonly CourseSize[], shell: number, days: number | null): Plan {
  const largest = (of: (size: CourseSize) => number): number => Math.max(0, ...sizes.map(of));
  const perLearner = shell + largest(({ bytes }) => bytes);
  const transfer = perLearner * learners;
  return {
    perLearner,
    onDevice: largest(({ room }) => room),
    transfer,
    transferADay: days === null ? null : Math.ceil(transfer / Math.max(1, days)),
    storage: sizes.reduce((sum, { room }) => sum + room, 0),
  };
}

/** Prices of a host, in any one currency. */
export interface Prices { perGigabyte: number; perGigabyteMonth: number; months: number }

/** Transfer × price + storage × price × months; a gigabyte is 10⁹ bytes, as hosts count. */
export function hostingCost({ transfer, storage }: Pick<Plan, 'transfer' | 'storage'>, { perGigabyte, perGigabyteMonth, months }: Prices): number {
  return (transfer / 1e9) * perGigabyte + (storage / 1e9) * perGigabyteMonth * months;
}

/** Days from the first to the last, both counted; null without a last. */
export function daysOf({ from, until }: { from: string; until?: string | undefined }): number | null {
  return until === undefined ? null : Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) + 1;
}
