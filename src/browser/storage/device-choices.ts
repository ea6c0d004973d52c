/** What this device remembers about itself: no progress, nothing that a backup would need. Lost without harm. */

export interface DeviceChoices {
  /** BCP 47: the language that was chosen by hand. */
  locale: string;
  /** Profile id. */
  profile: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Course id: where "go on" leads. */
  course: string;
  /** Ids of the rollout that the learner takes part in, and of the phase it counts for. */
  rollout: string;
  phase: string;
  /** What it asks (core/rollout/terms.ts), as JSON. */
  terms: string;
  /** Id of a rollout that was left: its start page takes nobody back unasked. */
  left: string;
}

const key = 'farol:choices';

// Where localStorage is denied or full, choices last as long as the page.
let thisPage: Partial<DeviceChoices> = {};

/** The choices made on this device; what was never chosen is absent. */
export function deviceChoices(): Partial<DeviceChoices> {
  return onlyChosen({ ...stored(), ...thisPage });
}

/** Remembers choices; an empty text forgets one. */
export function choose(choices: Partial<DeviceChoices>): void {
  thisPage = { ...thisPage, ...choices };
  try {
    localStorage.setItem(key, JSON.stringify(deviceChoices()));
    thisPage = {};
  } catch {
    // Kept in `thisPage`.
  }
}

function stored(): Partial<DeviceChoices> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return onlyChosen(value ?? {});
  } catch {
    return {};
  }
}

function onlyChosen(choices: object): Partial<DeviceChoices> {
  return Object.fromEntries(Object.entries(choices).filter(([name, text]) => ['locale', 'profile', 'country', 'course', 'rollout', 'phase', 'terms', 'left'].includes(name) && text && typeof text === 'string'));
}
