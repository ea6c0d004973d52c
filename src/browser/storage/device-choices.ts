/** What this device remembers about itself: no progress, nothing that a backup would need. Lost without harm. */

export interface DeviceChoices {
  /** Profile id. */
  profile: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Course id: where "go on" leads. */
  course: string;
}

const key = 'farol:choices';

// Where localStorage is denied or full, choices last as long as the page.
let thisPage: Partial<DeviceChoices> = {};

/** The choices made on this device; what was never chosen is absent. */
export function deviceChoices(): Partial<DeviceChoices> {
  return { ...stored(), ...thisPage };
}

/** Remembers choices; an empty text forgets one. */
export function choose(choices: Partial<DeviceChoices>): void {
  const next = { ...deviceChoices(), ...choices };
  for (const name of Object.keys(next) as (keyof DeviceChoices)[]) if (!next[name]) delete next[name];
  try {
    localStorage.setItem(key, JSON.stringify(next));
    thisPage = {};
  } catch {
    thisPage = { ...thisPage, ...choices };
  }
}

function stored(): Partial<DeviceChoices> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    const entries = Object.entries(value ?? {}).filter(([name, text]) => ['profile', 'country', 'course'].includes(name) && typeof text === 'string');
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}
