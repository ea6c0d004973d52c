/** How far the translations are, file by file and group by group. */

/** What a translated file says about itself. */
export interface Stamp {
  /** Hash of the source it was made from. */
  source?: string | undefined;
  state?: 'draft' | 'reviewed' | undefined;
  reviewedBy?: string | undefined;
}

/** The folders of content/ that are translated. */
export const groups = ['modules', 'courses', 'countries', 'rollouts', 'glossary', 'ui'] as const;
export type Group = (typeof groups)[number];

/** stale: the source has changed since, or the file does not say what it was made from. */
export type Freshness = 'fresh' | 'stale' | 'missing';

export interface FileStatus {
  /** Path inside content/. */
  file: string;
  group: Group;
  freshness: Freshness;
  /** A named person has read it against the source that is there today. */
  reviewed: boolean;
  reviewedBy?: string;
}

/** @param stamp undefined for a file that does not exist; `{}` for one without a stamp */
export function fileStatus(file: string, group: Group, hash: string, stamp: Stamp | undefined): FileStatus {
  const freshness = !stamp ? 'missing' : stamp.source === hash ? 'fresh' : 'stale';
  const reviewed = freshness === 'fresh' && stamp?.state === 'reviewed';
  return { file, group, freshness, reviewed, ...(reviewed && stamp?.reviewedBy && { reviewedBy: stamp.reviewedBy }) };
}

export interface GroupStatus {
  group: Group | 'all';
  files: number;
  fresh: number;
  stale: number;
  missing: number;
  reviewed: number;
}

/** Counts by group in the order of `groups`, empty ones left out, and their sum as the last. */
export function summary(files: readonly FileStatus[]): GroupStatus[] {
  const row = (group: Group | 'all', some: readonly FileStatus[]): GroupStatus => ({
    group,
    files: some.length,
    ...Object.fromEntries((['fresh', 'stale', 'missing'] as const).map((freshness) => [freshness, some.filter((file) => file.freshness === freshness).length])) as Pick<GroupStatus, 'fresh' | 'stale' | 'missing'>,
    reviewed: some.filter((file) => file.reviewed).length,
  });
  const rows = groups.map((group) => row(group, files.filter((file) => file.group === group))).filter(({ files: total }) => total > 0);
  return [...rows, row('all', files)];
}

/** Whole per cent, never rounded up to 100 nor down to 0. */
export function percent(part: number, whole: number): number {
  if (whole === 0 || part === 0) return 0;
  return part === whole ? 100 : Math.min(99, Math.max(1, Math.round((100 * part) / whole)));
}

/** The stamp of a file that was just made or accepted: a review counts only for the source and the words it was made on. */
export function acceptedStamp(hash: string, before: Stamp | undefined): Stamp {
  if (before?.state === 'reviewed' && before.source === hash) return before;
  return { source: hash, state: 'draft' };
}
