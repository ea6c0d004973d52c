/** What was last entered on the page of partners, for the next time on this device. Lost without harm. */

const key = 'farol:package';

/** The stored fields; empty where there is nothing, or nothing that can be read. The reader checks each field. */
export function lastChoices(): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export function keepChoices(choices: object): void {
  try {
    localStorage.setItem(key, JSON.stringify(choices));
  } catch {
    // Without room they last as long as the page.
  }
}
